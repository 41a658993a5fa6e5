using IpCenter.Casework.Cases;
using IpCenter.Casework.Notices;
using IpCenter.Web.Hosting;
using IpCenter.Web.Pages.Cases;
using IpCenter.Web.Pages.Firms;
using IpCenter.Web.Pages.Mine;

namespace IpCenter.Web.Pages.Apply;

internal static class ApplicantScreens
{
    /// <summary>What the pages of the applicants read and write with.</summary>
    public static void AddApplicantScreens(this WebApplicationBuilder builder) => builder.Services
        .AddScoped<SavingBoundary>()
        .AddScoped<CaseHeadQuery>()
        .AddScoped<CaseTimelineQuery>()
        .AddScoped<TimelineWords>()
        .AddScoped<DraftQuery>()
        .AddScoped<DraftViewsQuery>()
        .AddScoped<BriefText>()
        .AddScoped<ApplicationCaseQuery>()
        .AddScoped<CorrectionChangesQuery>()
        .AddScoped<MineQuery>()
        .AddScoped<NoticesQuery>()
        .AddScoped<ReadNotices>()
        .AddScoped<FirmQuery>();
}

using IpCenter.Casework.Cases;
using IpCenter.Web.Hosting;
using IpCenter.Web.Languages;
using IpCenter.Web.Pages.Cases;
using IpCenter.Web.Pages.Dates;
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
        .AddScoped<DateHistoryQuery>()
        .AddScoped<DraftQuery>()
        .AddScoped<DraftViewsQuery>()
        .AddScoped<TrayQuery>()
        .AddScoped<ViewActions>()
        .AddScoped<BriefText>()
        .AddScoped<ApplicationCaseQuery>()
        .AddScoped<FormWords>()
        .AddScoped<NoticeWords>()
        .AddScoped<TakeInDocument>()
        .AddScoped<MineQuery>()
        .AddScoped<NoticesQuery>()
        .AddScoped<FirmPeopleQuery>()
        .AddScoped<FirmActsQuery>()
        .AddScoped<OwnMandateQuery>()
        .AddScoped<LostAccessQuery>()
        .AddScoped<LicenceFiles>()
        .AddScoped<FirmQuery>();
}

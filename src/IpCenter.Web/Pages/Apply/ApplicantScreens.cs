using IpCenter.Casework.Cases;
using IpCenter.Web.Hosting;
using IpCenter.Web.Pages.Cases;

namespace IpCenter.Web.Pages.Apply;

internal static class ApplicantScreens
{
    /// <summary>What the pages of the applicants read and write with.</summary>
    public static void AddApplicantScreens(this WebApplicationBuilder builder) => builder.Services
        .AddScoped<SavingBoundary>()
        .AddScoped<CaseHeadQuery>()
        .AddScoped<CaseTimelineQuery>()
        .AddScoped<TimelineWords>();
}

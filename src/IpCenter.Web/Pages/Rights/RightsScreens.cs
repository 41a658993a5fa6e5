using IpCenter.Web.Pages.Procurator;
using IpCenter.Web.Pages.Report;
using IpCenter.Web.Pages.Tasks;

namespace IpCenter.Web.Pages.Rights;

/// <summary>The screens for when a copy appears: reporter, rights officer, procurator.</summary>
internal static class RightsScreens
{
    public static void AddRightsScreens(this WebApplicationBuilder builder) => builder.Services
        .AddScoped<NewReportQuery>()
        .AddScoped<ReportQuery>()
        .AddScoped<RightsBoardQuery>()
        .AddScoped<TriageQuery>()
        .AddScoped<ProcuratorQuery>()
        .AddScoped<NoticePackQuery>()
        .AddScoped<TaskLookup>()
        .AddScoped<Handing>();

    public static void MapRights(this WebApplication app)
    {
        app.MapReportForm();
        app.MapEvidence();
        app.MapRightsList();
    }
}

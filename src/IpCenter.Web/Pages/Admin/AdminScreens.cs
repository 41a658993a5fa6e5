namespace IpCenter.Web.Pages.Admin;

/// <summary>What the administrator's pages read, and the table that they hand out.</summary>
internal static class AdminScreens
{
    public static void AddAdminScreens(this WebApplicationBuilder builder) => builder.Services
        .AddScoped<SystemStateQuery>()
        .AddScoped<IncidentsQuery>()
        .AddScoped<PeopleQuery>();

    public static void MapAdmin(this WebApplication app) => app.MapAuditExport();
}

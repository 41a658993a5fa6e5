using IpCenter.Casework.Cases;
using IpCenter.Web.SignIn;

namespace IpCenter.Web.Pages.ServiceLevel;

/// <summary>The published figures: for everybody, and the same for everybody.</summary>
internal static class ServiceLevelScreens
{
    public static void AddServiceLevelScreens(this WebApplicationBuilder builder) => builder.Services.AddScoped<ServiceLevelWords>();

    public static void MapServiceLevel(this WebApplication app) => app.MapGet(
        "/service/service-level.csv",
        async (ServiceLevelQuery query, ServiceLevelWords words, CurrentPerson me, CancellationToken ct) =>
            Results.File(words.Table(await query.ReadAsync(me.Now, ct)), "text/csv; charset=utf-8", "service-level.csv")).AllowAnonymous();
}

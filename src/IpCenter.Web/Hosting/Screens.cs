using IpCenter.Web.Components;
using IpCenter.Web.Layout;

namespace IpCenter.Web.Hosting;

internal static class Screens
{
    public static void AddScreens(this WebApplicationBuilder builder)
    {
        // Assets come from their projects in a development run, also outside the Development environment.
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddRazorComponents();
        builder.Services.AddValidation();
        builder.Services.AddProblemDetails();
        builder.Services.AddSingleton<FrontEndAssets>();
        builder.Services.AddScoped<NavigationEntries>();
        builder.Services.AddScoped<Flash>();
    }

    public static void MapScreens(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        var pages = app.MapRazorComponents<App>();
        if (!app.Environment.IsDevelopment())
            pages.Add(endpoint => Close(endpoint));
    }

    /// <summary>Pages for developers do not exist in production.</summary>
    private static void Close(EndpointBuilder endpoint)
    {
        if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } route } && route.TrimStart('/').StartsWith("dev/", StringComparison.Ordinal))
            endpoint.RequestDelegate = http =>
            {
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            };
    }
}

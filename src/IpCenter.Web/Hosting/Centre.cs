using IpCenter.Casework;
using IpCenter.Casework.Calendars;
using IpCenter.Casework.Data;
using IpCenter.Casework.Demo;
using IpCenter.Casework.Storage;
using Microsoft.Extensions.Options;

namespace IpCenter.Web.Hosting;

internal static class Centre
{
    /// <summary>The casework with its data and processes; files that cannot be used stop the start, with all reasons.</summary>
    public static void AddCentre(this WebApplicationBuilder builder)
    {
        var sources = CaseworkSources.Read(ReferenceFolders.Find(builder.Environment, "data"), ReferenceFolders.Find(builder.Environment, "workflows"));
        var isDemo = builder.Configuration.GetSection(DemoOptions.Section).Get<DemoOptions>() is { Enabled: true };
        builder.Services.AddCasework(isDemo ? sources.WithDemoContact() : sources);
    }

    /// <summary>Migrates the database, puts the newest calendar in force and, in demo mode, fills an empty one, before the first request and the first timer.</summary>
    public static async Task PrepareDatabaseAsync(this WebApplication app)
    {
        var services = app.Services;
        await services.GetRequiredService<DatabaseMigration>().RunAsync(CancellationToken.None);
        await services.GetRequiredService<CalendarEditions>().RefreshAsync(CancellationToken.None);
        if (services.GetRequiredService<IOptions<DemoOptions>>().Value is not { Enabled: true, History: true })
            return;
        await DemoSeeding.RunAsync(
            services.GetRequiredService<IOptions<StorageOptions>>().Value,
            services.GetRequiredService<CaseworkSources>(),
            Path.Combine(ReferenceFolders.Find(services.GetRequiredService<IHostEnvironment>(), "data"), "demo", "images"),
            services.GetRequiredService<TimeProvider>().GetUtcNow(),
            services.GetRequiredService<ILoggerFactory>().CreateLogger("IpCenter.Demo"),
            app.Lifetime.ApplicationStopping);
    }
}

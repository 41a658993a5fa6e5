using IpCenter.Casework;
using IpCenter.Casework.Data;

namespace IpCenter.Web.Hosting;

internal static class Centre
{
    /// <summary>The casework with its data and processes; files that cannot be used stop the start, with all reasons.</summary>
    public static void AddCentre(this WebApplicationBuilder builder) => builder.Services.AddCasework(CaseworkSources.Read(
        ReferenceFolders.Find(builder.Environment, "data"),
        ReferenceFolders.Find(builder.Environment, "workflows")));

    public static Task PrepareDatabaseAsync(this WebApplication app) =>
        app.Services.GetRequiredService<DatabaseMigration>().RunAsync(CancellationToken.None);
}

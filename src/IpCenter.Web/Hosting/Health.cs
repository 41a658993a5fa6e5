using IpCenter.Casework.Data;
using IpCenter.Casework.Storage;
using IpCenter.Imaging;
using IpCenter.Workflow.Definitions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace IpCenter.Web.Hosting;

internal static class Health
{
    public static void AddHealth(this WebApplicationBuilder builder) => builder.Services.AddHealthChecks()
        .AddCheck<DatabaseHealth>("database")
        .AddCheck<StorageHealth>("storage")
        .AddCheck<WorkflowHealth>("workflows")
        .AddCheck<ImagingHealth>("imaging")
        .AddCheck<IndexHealth>("search");

    /// <summary>Names and states only: no path, no version, no exception leaves the house.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new() { ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext http, HealthReport report) => http.Response.WriteAsJsonAsync(new
    {
        status = report.Status.ToString(),
        checks = report.Entries.ToDictionary(e => e.Key, e => e.Value.Status.ToString()),
    });
}

internal sealed class DatabaseHealth(CaseworkDbContext db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        !await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Unhealthy("The database does not answer.")
        : (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any() ? HealthCheckResult.Unhealthy("The database is not migrated.")
        : HealthCheckResult.Healthy();
}

internal sealed class StorageHealth(IOptions<StorageOptions> storage) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var probe = Path.Combine(storage.Value.Root, Path.GetRandomFileName());
        try
        {
            await File.WriteAllTextAsync(probe, "", cancellationToken);
            File.Delete(probe);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return HealthCheckResult.Unhealthy("The storage folder cannot be written.");
        }
    }
}

internal sealed class WorkflowHealth(WorkflowCatalog workflows) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(workflows.Definitions.Count > 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("No process is defined."));
}

/// <summary>Without pictures the rest of the centre still works: degraded, not down.</summary>
internal sealed class ImagingHealth(ImageReader reader) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        (await reader.StatusAsync(cancellationToken)).Available ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded("Pictures cannot be read.");
}

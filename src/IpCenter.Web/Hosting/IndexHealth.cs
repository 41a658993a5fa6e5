using IpCenter.Casework.SimilarDesigns;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IpCenter.Web.Hosting;

/// <summary>Without its index the centre works, only searches wait or are behind: degraded, not down.</summary>
internal sealed class IndexHealth(DesignIndex index) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        index.Fault is { } fault ? HealthCheckResult.Degraded(fault.Message)
        : index.MergeFault is { } merge ? HealthCheckResult.Degraded(merge)
        : HealthCheckResult.Healthy());
}

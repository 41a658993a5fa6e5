using IpCenter.Casework.Applications;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Applications;

/// <summary>What opens and what shuts the fast lane at the moment of submission, and what no longer does afterwards.</summary>
public sealed class FastLaneEntryTests
{
    [Fact]
    public async Task Nobody_enters_the_fast_lane_without_its_promise()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.DraftAsync(1);
        await host.SaveAsync(id, form => form with { Promised = false });

        var refused = await SubmitAsync(host, id);
        Assert.Contains("FAST-02", Assert.Single(refused.Violations).Arguments);

        await host.SaveAsync(id, form => form with { Promised = true });
        Assert.True((await SubmitAsync(host, id)).Succeeded);
    }

    private static Task<Result<Casework.Cases.CaseFile>> SubmitAsync(CaseworkHost host, Guid id) => host.DoAsync("merchant", (services, viewer, actor) =>
        services.GetRequiredService<SubmitApplication>().ExecuteAsync(id, viewer, actor, default));
}

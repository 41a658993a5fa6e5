using IpCenter.Casework.Applications;
using IpCenter.Casework.Results;
using IpCenter.Casework.Tests.Journeys;
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

    [Fact]
    public async Task A_recordal_suspended_since_the_submission_does_not_stop_a_correction()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileAsync(1);
        await ApplicationJourneyTests.DecideAsync(host, id, "correct", "请补正", new CorrectionPoint("VIEW-05", "views", "比例不一致", "scale"));
        await host.RunAsync();
        var draft = await host.DraftAsync(2);
        await host.ChangeAsync(async db => (await db.Recordals.SingleAsync(r => r.FirmId == SampleCentre.IdOf("firm"))).Suspend());

        Assert.DoesNotContain(await host.CheckAsync(id), r => r.RuleId == "FAST-01");
        Assert.Contains(await host.CheckAsync(draft), r => r is { RuleId: "FAST-01", Case: "suspended" });
        await ApplicationJourneyTests.ResubmitAsync(host, id);
        await host.RunAsync();

        Assert.Equal("Examination", (await host.AskAsync(db => db.Cases.SingleAsync(c => c.Id == id))).Stage);
    }

    [Theory]
    [InlineData("14-01", true)]
    [InlineData("09-03", false)]
    public async Task A_class_outside_a_list_that_nobody_approved_is_a_question_and_no_refusal(string code, bool asked)
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.DraftAsync(1);
        await host.SaveAsync(id, form => form with { LocarnoClass = code });

        var remarks = await host.CheckAsync(id);

        Assert.Equal(asked, remarks.Any(r => r is { RuleId: "X6", Case: "class-unsettled" }));
        Assert.True((await SubmitAsync(host, id)).Succeeded);
    }

    private static Task<Result<Casework.Cases.CaseFile>> SubmitAsync(CaseworkHost host, Guid id) => host.DoAsync("merchant", (services, viewer, actor) =>
        services.GetRequiredService<SubmitApplication>().ExecuteAsync(id, viewer, actor, default));
}

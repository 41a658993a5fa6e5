using IpCenter.Casework.Applications;
using IpCenter.Casework.Examination;
using IpCenter.Casework.Tasks;
using IpCenter.Casework.Tests.Journeys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Examination;

/// <summary>After the last round nobody is shown a request for correction that would not go out.</summary>
public sealed class RoundsLeftTests
{
    [Fact]
    public async Task A_third_request_for_correction_is_refused_and_the_case_is_left_to_another_decision()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileAsync(1);
        for (var round = 0; round < CorrectionRound.Most; round++)
        {
            await ApplicationJourneyTests.DecideAsync(host, id, "correct", "请补正", new CorrectionPoint("VIEW-05", "views", "比例不一致", "scale"));
            await host.RunAsync();
            await ApplicationJourneyTests.ResubmitAsync(host, id);
            await host.RunAsync();
        }

        var refused = await host.DoAsync("examiner", async (services, viewer, actor) =>
        {
            var item = await services.GetRequiredService<TaskDesk>().FindByNameAsync(id, DecideExamination.Tasks, viewer, default);
            return await services.GetRequiredService<DecideExamination>().ExecuteAsync(
                new() { WorkItemId = item!.Id, Outcome = "correct", Reason = "请再补正", Points = [new("VIEW-05", "views", "比例不一致", "scale")] }, viewer, actor, default);
        });

        var violation = Assert.Single(refused.Violations);
        Assert.Equal(("correction.no-rounds-left", "outcome", "2"), (violation.Code, violation.Field, violation.Arguments[0]));
        Assert.Equal(CorrectionRound.Most, await host.AskAsync(db => db.CorrectionRounds.CountAsync(r => r.ApplicationId == id)));
        Assert.True(await host.AskAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.ClosedAt == null).SingleAsync()));
        await ApplicationJourneyTests.DecideAsync(host, id, "leave", "两轮补正后仍不清楚。");
        await host.RunAsync();
        Assert.True((await host.AskAsync(db => db.Applications.SingleAsync(a => a.Id == id))).LeftFastLane);
    }
}

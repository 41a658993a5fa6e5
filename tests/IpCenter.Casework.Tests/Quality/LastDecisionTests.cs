using IpCenter.Casework.Applications;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Examination;
using IpCenter.Casework.Quality;
using IpCenter.Casework.Staffing;
using IpCenter.Casework.Tasks;
using IpCenter.Casework.Tests.Staffing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Quality;

/// <summary>
/// One instant: the examiner passes, the reader returns, another examiner passes. Which decision is the last is what the trail says,
/// whatever the ids of the rows.
/// </summary>
public sealed class LastDecisionTests
{
    [Theory]
    [InlineData(1, 2, 3)]
    [InlineData(3, 2, 1)]
    public async Task A_reading_is_of_the_decision_before_it_and_the_last_examiner_does_not_read(int first, int reading, int second)
    {
        await using var host = await SampleCentre.StartAsync();
        var task = await host.AddTaskAsync("case", "SecondReading", Queues.Quality);
        await DecideAsync(host, first, "Examine", "pass", "examiner");
        await DecideAsync(host, reading, "SecondReading", ConfirmSecondReading.Return, "reviewer");
        await DecideAsync(host, second, "Examine", "pass", "examiner2");

        var report = (await host.DoAsync("supervisor", (services, viewer, actor) => services.GetRequiredService<ReadingsQuery>().ReadAsync(30, viewer, actor.At, default)))!;

        Assert.Equal("examiner", Assert.Single(report.LastReturns).ExaminerName);
        Assert.Equal("examiner2", Assert.Single(report.Open).ExaminerName);
        await using var scope = host.Scope();
        var item = await host.AskAsync(db => db.WorkItems.SingleAsync(w => w.Id == task));
        var conflicts = await scope.ServiceProvider.GetRequiredService<TaskConflicts>().OfAsync([item], default);
        Assert.Contains(conflicts[task], c => c.PersonId == SampleCentre.IdOf("examiner2") && c.Why == NotEligible.FirstReading);
        Assert.DoesNotContain(conflicts[task], c => c.PersonId == SampleCentre.IdOf("examiner"));
    }

    [Fact]
    public async Task A_draw_older_than_the_records_of_draws_is_told_apart_from_one_that_was_changed()
    {
        await using var host = await SampleCentre.StartAsync();
        var old = await DrawAsync(host, "old");
        host.Clock.Advance(TimeSpan.FromDays(1));
        var kept = await DrawAsync(host, "kept");
        var removed = await DrawAsync(host, "removed");
        // The trail itself refuses changes: an entry that is not there stands for one that was never made.
        var seed = await host.AskAsync(db => db.SampleSeeds.SingleAsync());

        Assert.Equal(DrawCheck.BeforeTheTrail, old.CheckUnder(seed, null, kept.At));
        Assert.Equal(DrawCheck.BeforeTheTrail, old.CheckUnder(seed, null, null));
        Assert.Equal(DrawCheck.Holds, kept.CheckUnder(seed, kept.Digest, kept.At));
        Assert.Equal(DrawCheck.Differs, removed.CheckUnder(seed, null, kept.At));
        Assert.Equal(DrawCheck.Differs, old.CheckUnder(seed, kept.Digest, kept.At));
        Assert.Equal(DrawCheck.Differs, old.CheckUnder(SampleSeed.Make(seed.Period, seed.MadeAt), null, kept.At));
    }

    private static async Task<SampleDraw> DrawAsync(CaseworkHost host, string key)
    {
        var id = await DrawReadingTests.PassedAsync(host, key);
        return await host.DoAsync("supervisor", async (services, _, actor) =>
            await services.GetRequiredService<DrawReading>().ExecuteAsync((await services.GetRequiredService<Casework.Data.CaseworkDbContext>().Cases.FindAsync(id))!, actor.At, default));
    }

    private static Task DecideAsync(CaseworkHost host, int id, string task, string outcome, string by) => host.ChangeAsync(db =>
    {
        var now = host.Clock.GetUtcNow();
        db.Decisions.Add(new Decision
        {
            Id = new Guid(id, 0, 0, new byte[8]),
            CaseId = SampleCentre.IdOf("case:case"),
            Task = task,
            Outcome = outcome,
            Reason = "",
            By = SampleCentre.IdOf(by),
            ByName = by,
            At = now,
            Round = 0,
        });
        new AuditTrail(db).Record(Actor.System(now, "test"), "decision", "case");
        return Task.CompletedTask;
    });
}

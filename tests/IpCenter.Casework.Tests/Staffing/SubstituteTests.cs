using IpCenter.Casework.Examination;
using IpCenter.Casework.Results;
using IpCenter.Casework.Staffing;
using IpCenter.Casework.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Staffing;

public sealed class SubstituteTests
{
    [Fact]
    public async Task On_the_days_of_the_absence_the_substitute_decides_in_the_place_of_the_holder_and_the_trail_says_so()
    {
        await using var host = await SampleCentre.StartAsync();
        var application = await host.FileAsync(1);
        var task = await host.TaskAsync(application, "Examine");
        await TakeAsync(host, "examiner", task.Id);
        await host.AwayAsync("examiner", "2026-11-17", "2026-11-18", "examiner2");

        Assert.Equal("task.taken", (await DecideAsync(host, task.Id)).Violations[0].Code);
        host.Clock.Advance(TimeSpan.FromDays(1));
        CaseworkHost.Must(await DecideAsync(host, task.Id));

        var trail = await host.AskAsync(db => db.AuditEvents.AsNoTracking().SingleAsync(e => e.Action == "task.done-as-substitute"));
        Assert.Equal(SampleCentre.IdOf("examiner2"), trail.PersonId);
        Assert.Contains("\"person\":\"examiner\"", trail.DetailJson, StringComparison.Ordinal);
        Assert.Equal(SampleCentre.IdOf("examiner2"), (await host.AskAsync(db => db.WorkItems.SingleAsync(w => w.Id == task.Id))).CompletedBy);
    }

    [Fact]
    public async Task The_tasks_of_the_absent_stand_among_the_substitutes_own_and_can_be_taken_over()
    {
        await using var host = await SampleCentre.StartAsync();
        var task = await host.AddTaskAsync("theirs");
        await TakeAsync(host, "examiner", task);
        await host.AwayAsync("examiner", "2026-11-16", "2026-11-16", "examiner2");

        var (row, counts) = await host.DoAsync("examiner2", async (s, viewer, actor) =>
        {
            var page = await s.GetRequiredService<TaskQueueQuery>().ReadAsync(
                new() { Queue = Queues.Examination, Tab = TaskQueueTab.Mine }, 1, 10, viewer, actor.At, default);
            return (page.Rows.Single(), page.Counts);
        });
        Assert.True(row.InPlaceOfHolder);
        Assert.Equal((1, 0, 1), (counts[TaskQueueTab.Mine], counts[TaskQueueTab.Available], counts[TaskQueueTab.All]));

        await TakeAsync(host, "examiner2", task);

        Assert.Equal("examiner2", await host.HolderAsync(task));
        Assert.Equal(1, await host.AskAsync(db => db.AuditEvents.CountAsync(e => e.Action == "task.taken-as-substitute")));
    }

    [Fact]
    public async Task When_the_absence_is_over_or_taken_back_the_substitute_has_no_part_in_it()
    {
        await using var host = await SampleCentre.StartAsync();
        var task = await host.AddTaskAsync("over");
        await TakeAsync(host, "examiner", task);
        var absence = await host.AwayAsync("examiner", "2026-11-16", "2026-11-17", "examiner2");
        await host.DoAsync("supervisor", async (s, viewer, actor) => CaseworkHost.Must(await s.GetRequiredService<RecordAbsence>().CancelAsync(absence.Id, viewer, actor, default)));

        Assert.Equal("task.taken", (await TryTakeAsync(host, "examiner2", task)).Violations[0].Code);
        await host.AwayAsync("examiner", "2026-11-18", "2026-11-18", "examiner2");
        host.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal("task.taken", (await TryTakeAsync(host, "examiner2", task)).Violations[0].Code);
    }

    [Theory]
    [InlineData("2026-11-18", "2026-11-17", null, "absence.ends-before", "to", "")]
    [InlineData("2026-11-10", "2026-11-15", null, "absence.past", "to", "")]
    [InlineData("2026-11-25", "2028-11-25", null, "absence.too-long", "to", "366")]
    [InlineData("2026-11-20", "2026-11-25", null, "absence.overlaps", "from", "2026-11-23 2026-11-24")]
    [InlineData("2026-11-17", "2026-11-18", "examiner", "absence.no-such-substitute", "substitute", "")]
    [InlineData("2026-11-17", "2026-11-18", "merchant", "absence.no-such-substitute", "substitute", "")]
    [InlineData("2026-11-17", "2026-11-18", "officer", "absence.other-work", "substitute", "officer examiner")]
    [InlineData("2026-11-17", "2026-11-18", "examiner2", "absence.substitute-away", "substitute", "examiner2 2026-11-18 2026-11-19")]
    public async Task An_absence_that_cannot_be_is_refused_at_its_field(string from, string to, string? substitute, string code, string field, string arguments)
    {
        await using var host = await SampleCentre.StartAsync();
        await host.AwayAsync("examiner", "2026-11-23", "2026-11-24");
        await host.AwayAsync("examiner2", "2026-11-18", "2026-11-19");

        var result = await host.DoAsync("supervisor", (s, viewer, actor) => s.GetRequiredService<RecordAbsence>().ExecuteAsync(
            new(SampleCentre.IdOf("wrong"), SampleCentre.IdOf("examiner"), DeskSample.Day(from), DeskSample.Day(to), substitute is null ? null : SampleCentre.IdOf(substitute)),
            viewer, actor, default));

        var violation = Assert.Single(result.Violations);
        Assert.Equal((code, field, arguments), (violation.Code, violation.Field, string.Join(' ', violation.Arguments)));
    }

    [Fact]
    public async Task Classes_that_do_not_exist_are_named_and_an_absence_tells_the_substitute()
    {
        await using var host = await SampleCentre.StartAsync();

        var result = await host.DoAsync("supervisor", (s, viewer, actor) => s.GetRequiredService<SetClassSkills>().ExecuteAsync(
            SampleCentre.IdOf("examiner"), [("02-88", SkillLevel.Expert), ("45", SkillLevel.Expert), ("02", SkillLevel.Expert)], viewer, actor, default));
        await host.AwayAsync("examiner", "2026-11-16", "2026-11-17", "examiner2");

        Assert.Equal([("skill.no-such-class", "02-88"), ("skill.no-such-class", "45")], result.Violations.Select(v => (v.Code, v.Arguments[0])));
        var notice = await host.AskAsync(db => db.Notices.AsNoTracking().SingleAsync(n => n.Template == "stands-in"));
        Assert.Equal((SampleCentre.IdOf("examiner2"), "2026-11-16 – 2026-11-17"), (notice.PersonId, notice.Arguments["days"]));
    }

    private static Task<Result<WorkItem>> DecideAsync(CaseworkHost host, Guid task) => host.DoAsync("examiner2", (s, viewer, actor) =>
        s.GetRequiredService<DecideExamination>().ExecuteAsync(new() { WorkItemId = task, Outcome = "pass", Reason = "", Points = [] }, viewer, actor, default));

    private static async Task TakeAsync(CaseworkHost host, string person, Guid task) => CaseworkHost.Must(await TryTakeAsync(host, person, task));

    private static Task<Result<WorkItem>> TryTakeAsync(CaseworkHost host, string person, Guid task) =>
        host.DoAsync(person, (s, viewer, actor) => s.GetRequiredService<TaskDesk>().TakeAsync(task, viewer, actor, default));
}

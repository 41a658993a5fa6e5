using IpCenter.Casework.Clocks;
using IpCenter.Casework.Tasks;
using IpCenter.Casework.Tests.Staffing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Tasks;

/// <summary>A term of three working days from Monday nine o'clock: 28 working hours with Monday's seven, half gone on Tuesday evening, four fifths on Thursday morning.</summary>
public sealed class EscalateTasksTests
{
    [Fact]
    public async Task First_the_holder_is_called_then_the_supervisor_each_once()
    {
        await using var host = await SampleCentre.StartAsync();
        var task = await host.AddTaskAsync("called");
        await TakeAsync(host, "examiner", task);

        await At(host, 17, 17, 0);
        Assert.Empty(await CalledAsync(host, task));
        await At(host, 18, 9, 0);
        await At(host, 18, 9, 30);
        Assert.Equal(["holder"], await CalledAsync(host, task));
        Assert.Equal(["examiner"], await ToldAsync(host, "escalation-holder"));
        await At(host, 19, 11, 0);
        await At(host, 19, 12, 0);

        Assert.Equal(["holder", "lead"], await CalledAsync(host, task));
        Assert.Equal(["examiner"], await ToldAsync(host, "escalation-holder"));
        Assert.Equal(["supervisor"], await ToldAsync(host, "escalation-lead"));
        var notice = await host.AskAsync(db => db.Notices.AsNoTracking().SingleAsync(n => n.Template == "escalation-lead"));
        Assert.Equal(("2026-11-19", "80%"), (notice.Arguments["due"], notice.Arguments["share"]));
        Assert.Equal(2, await host.AskAsync(db => db.AuditEvents.CountAsync(e => e.Action == "task.escalated")));
    }

    [Fact]
    public async Task After_the_breach_nobody_is_called()
    {
        await using var host = await SampleCentre.StartAsync();
        var task = await host.AddTaskAsync("late");

        await At(host, 20, 9, 0);

        Assert.Empty(await CalledAsync(host, task));
    }

    [Fact]
    public async Task A_deadline_that_moves_is_counted_anew()
    {
        await using var host = await SampleCentre.StartAsync();
        var task = await host.AddTaskAsync("moves");
        await TakeAsync(host, "examiner", task);
        await At(host, 18, 9, 0);
        Assert.Equal(["holder"], await CalledAsync(host, task));

        // Two working days more: the old call no longer stands, and half of the new term is not over yet.
        await host.ChangeAsync(async db => (await db.WorkItems.FindAsync(task))!.DueAt = ChinaTime.EndOfDay(new(2026, 11, 23)));
        await At(host, 18, 11, 0);
        Assert.Empty(await CalledAsync(host, task));
        await At(host, 19, 9, 0);

        Assert.Equal(["holder"], await CalledAsync(host, task));
        Assert.Equal(2, await host.AskAsync(db => db.Escalations.CountAsync()));
    }

    [Fact]
    public async Task Of_an_absent_holder_the_substitute_is_called_and_of_an_untaken_task_everybody_who_is_there()
    {
        await using var host = await SampleCentre.StartAsync();
        var (held, untaken) = (await host.AddTaskAsync("held"), await host.AddTaskAsync("untaken"));
        await TakeAsync(host, "examiner", held);
        await host.AwayAsync("examiner", "2026-11-18", "2026-11-20", "examiner2");

        await At(host, 18, 9, 0);
        await At(host, 19, 11, 0);

        var calls = await host.AskAsync(db => db.Escalations.AsNoTracking().ToListAsync());
        Assert.Equal([SampleCentre.IdOf("examiner2")], calls.Single(c => c.WorkItemId == held && c.Stage == "holder").Told);
        Assert.Equal(
            new[] { SampleCentre.IdOf("examiner2"), SampleCentre.IdOf("supervisor") }.Order(), calls.Single(c => c.WorkItemId == held && c.Stage == "lead").Told.Order());
        Assert.Equal([SampleCentre.IdOf("examiner2")], calls.Single(c => c.WorkItemId == untaken && c.Stage == "holder").Told);
    }

    [Fact]
    public async Task Of_an_absent_holder_in_whose_place_nobody_is_there_the_supervisors_are_called_at_once()
    {
        await using var host = await SampleCentre.StartAsync();
        var (alone, both) = (await host.AddTaskAsync("alone"), await host.AddTaskAsync("both"));
        await TakeAsync(host, "examiner", alone);
        await TakeAsync(host, "examiner2", both);
        await host.AddPersonAsync("examiner3", Casework.People.Roles.Examiner);
        await host.AwayAsync("examiner", "2026-11-17", "2026-11-20");
        await host.AwayAsync("examiner2", "2026-11-17", "2026-11-20", "examiner3");
        await host.AwayAsync("examiner3", "2026-11-18", "2026-11-20");

        await At(host, 16, 10, 0);
        Assert.Empty(await host.AskAsync(db => db.Escalations.ToListAsync()));
        await At(host, 17, 9, 0);
        await At(host, 17, 9, 30);
        var call = await host.AskAsync(db => db.Escalations.AsNoTracking().SingleAsync());
        Assert.Equal((alone, EscalateTasks.Unattended, SampleCentre.IdOf("supervisor")), (call.WorkItemId, call.Stage, Assert.Single(call.Told)));
        Assert.Equal(["supervisor"], await ToldAsync(host, "escalation-unattended"));

        // Who stands in is away too.
        await At(host, 18, 9, 0);
        var calls = await host.AskAsync(db => db.Escalations.AsNoTracking().ToListAsync());
        Assert.All(calls, c => Assert.Equal([SampleCentre.IdOf("supervisor")], c.Told));
        Assert.Equal(2, calls.Count(c => c.Stage == EscalateTasks.Unattended));
        Assert.Empty(await ToldAsync(host, "escalation-holder"));
    }

    [Fact]
    public async Task Rounds_at_the_same_time_call_once()
    {
        await using var host = await SampleCentre.StartAsync();
        for (var i = 0; i < 5; i++)
            await host.AddTaskAsync($"{i}");
        host.Clock.Set(ChinaTime.At(new(2026, 11, 18), new(10, 0)));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(host.RoundAsync)));
        await host.RoundAsync();

        Assert.Equal(5, await host.AskAsync(db => db.Escalations.CountAsync()));
        // Two examiners, five tasks.
        Assert.Equal(10, await host.AskAsync(db => db.Notices.CountAsync(n => n.Template == "escalation-holder")));
    }

    [Fact]
    public async Task What_is_done_is_not_called()
    {
        await using var host = await SampleCentre.StartAsync();
        var task = await host.AddTaskAsync("done");
        await host.ChangeAsync(async db => (await db.WorkItems.FindAsync(task))!.Complete("pass", SampleCentre.IdOf("examiner"), host.Clock.GetUtcNow()));

        await At(host, 19, 11, 0);

        Assert.Equal(0, await host.AskAsync(db => db.Escalations.CountAsync()));
    }

    private static async Task At(CaseworkHost host, int day, int hour, int minute)
    {
        host.Clock.Set(ChinaTime.At(new(2026, 11, day), new(hour, minute)));
        await host.RoundAsync();
    }

    private static Task<WorkItem> TakeAsync(CaseworkHost host, string person, Guid task) => host.DoAsync(person, async (s, viewer, actor) =>
        CaseworkHost.Must(await s.GetRequiredService<TaskDesk>().TakeAsync(task, viewer, actor, default)));

    /// <summary>The stages called for the date that the task has now.</summary>
    private static Task<List<string>> CalledAsync(CaseworkHost host, Guid task) => host.AskAsync(db => db.Escalations
        .Where(e => e.WorkItemId == task && db.WorkItems.Any(w => w.Id == task && w.DueAt == e.DueAt))
        .OrderBy(e => e.Share).Select(e => e.Stage).ToListAsync());

    private static Task<List<string>> ToldAsync(CaseworkHost host, string template) => host.AskAsync(db => (
        from notice in db.Notices
        join person in db.Users on notice.PersonId equals person.Id
        where notice.Template == template
        select person.UserName!).ToListAsync());
}

using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Runtime;
using IpCenter.Workflow.Tests.Support;

namespace IpCenter.Workflow.Tests.Runtime;

/// <summary>A date that the process waits by is given another value: what waits by it, and what will, moves with it.</summary>
public sealed class RevisionTests
{
    private static readonly DateTimeOffset Warn = EngineDrive.T0.AddDays(2);
    private static readonly DateTimeOffset Due = EngineDrive.T0.AddDays(3);

    [Fact]
    public async Task The_timer_that_waits_and_the_task_move_and_the_history_tells_of_it()
    {
        using var host = await StartedAsync();
        var report = await ReviseAsync(host, Warn.AddDays(7), Due.AddDays(7), "paused");

        Assert.Equal(RevisionOutcome.Revised, report.Outcome);
        Assert.Equal(["read", "warn"], report.Moves.Select(move => move.ActivityId).Order());
        var timer = Assert.Single(report.Moves, move => move.Kind == WaitKind.Timer);
        Assert.Equal((host.WaitOf("warn").Id, Warn, Warn.AddDays(7)), (timer.WaitId, timer.From, timer.To));
        Assert.Equal(Warn.AddDays(7), host.WaitOf("warn").DueAt);
        Assert.Contains(Iso(Due.AddDays(7))[..19], host.WaitOf("read").PayloadJson);
        var lines = host.Database.Journal.Where(line => line.Event == JournalEvent.Revised).ToList();
        Assert.Equal(["read", "rule", "warn"], lines.Select(line => line.ActivityId).Order());
        Assert.All(lines, line => Assert.EndsWith("paused", line.Detail));
        Assert.Contains(Iso(Due.AddDays(7))[..19], lines.Single(line => line.ActivityId == "rule").ValueJson);
        Assert.Equal(Enumerable.Range(1, host.Database.Journal.Count), host.Database.Journal.Select(line => line.Sequence).Order());
    }

    [Fact]
    public async Task A_timer_that_begins_to_wait_later_waits_by_the_new_value()
    {
        using var host = await StartedAsync();
        await ReviseAsync(host, Warn.AddDays(7), Due.AddDays(7), "paused");
        host.Clock.Advance(TimeSpan.FromDays(3));
        await host.RunUntilIdleAsync();
        Assert.Equal("read remind warn", string.Join(' ', host.Waiting.Split(' ').Order()));

        host.Clock.Advance(TimeSpan.FromDays(6));
        await host.RunUntilIdleAsync();
        Assert.Equal("due read remind", string.Join(' ', host.Waiting.Split(' ').Order()));
        Assert.Equal(Due.AddDays(7), host.WaitOf("due").DueAt);
    }

    [Fact]
    public async Task Asked_twice_it_changes_nothing_more()
    {
        using var host = await StartedAsync();
        await ReviseAsync(host, Warn.AddDays(7), Due.AddDays(7), "paused");
        var lines = host.Database.Journal.Count;
        var again = await ReviseAsync(host, Warn.AddDays(7), Due.AddDays(7), "paused");
        Assert.Equal((RevisionOutcome.Unchanged, 0, lines), (again.Outcome, again.Moves.Count, host.Database.Journal.Count));
    }

    [Fact]
    public async Task An_earlier_value_that_has_passed_makes_the_timer_due_at_once()
    {
        using var host = await StartedAsync();
        host.Clock.Advance(TimeSpan.FromDays(1));
        await ReviseAsync(host, EngineDrive.T0, Due, "counted anew");
        Assert.Equal(host.Clock.GetUtcNow(), host.WaitOf("warn").DueAt);
        await host.RunUntilIdleAsync();
        Assert.Equal(Due, host.WaitOf("due").DueAt);
    }

    [Fact]
    public async Task It_is_refused_when_the_wait_is_gone_or_the_instance_has_ended()
    {
        using var host = await StartedAsync();
        await host.CompleteAsync("read", new TaskResult("done"));
        Assert.Equal(RevisionOutcome.NothingWaits, (await ReviseAsync(host, Warn.AddDays(7), Due.AddDays(7), "late")).Outcome);
        await host.CompleteAsync("after", new TaskResult("done"));
        Assert.Equal(RevisionOutcome.InstanceEnded, (await ReviseAsync(host, Warn.AddDays(7), Due.AddDays(7), "late")).Outcome);
        Assert.DoesNotContain(host.Database.Journal, line => line.Event == JournalEvent.Revised);
    }

    [Fact]
    public async Task What_is_counted_from_its_own_beginning_stays()
    {
        using var host = await StartedAsync();
        var remind = host.WaitOf("remind").DueAt;
        var report = await ReviseAsync(host, Warn.AddDays(7), Due.AddDays(7), "paused");
        Assert.DoesNotContain(report.Moves, move => move.ActivityId == "remind");
        Assert.Equal(remind, host.WaitOf("remind").DueAt);
    }

    [Fact]
    public async Task A_halted_instance_keeps_the_new_value_for_when_it_goes_on()
    {
        using var host = await StartedAsync();
        var id = host.Database.Instances.Single().Id;
        await host.UseAsync((runtime, _) => runtime.SuspendAsync(id, "halt", EngineDrive.T0, default));
        Assert.Equal(RevisionOutcome.Revised, (await ReviseAsync(host, Warn.AddDays(7), Due.AddDays(7), "paused")).Outcome);
        await host.UseAsync((runtime, _) => runtime.ResumeAsync(id, "on", EngineDrive.T0, default));
        Assert.Equal((Warn.AddDays(7), false), (host.WaitOf("warn").DueAt, host.WaitOf("warn").IsHeld));
    }

    [Fact]
    public async Task Of_two_who_revise_at_once_one_meets_a_conflict()
    {
        using var host = await StartedAsync();
        var instance = host.Database.Instances.Single().Id;
        var (one, other) = (new MemoryStore(host.Database), new MemoryStore(host.Database));
        await new WorkflowRuntime(Flow().Catalog("rule"), one).ReviseAsync(instance, "rule", Result(Warn.AddDays(1), Due.AddDays(1)), "a", EngineDrive.T0, default);
        await new WorkflowRuntime(Flow().Catalog("rule"), other).ReviseAsync(instance, "rule", Result(Warn.AddDays(2), Due.AddDays(2)), "b", EngineDrive.T0, default);
        Assert.Equal(SaveOutcome.Saved, await one.SaveAsync(default));
        Assert.Equal(SaveOutcome.Conflict, await other.SaveAsync(default));
    }

    [Fact]
    public async Task An_activity_that_keeps_no_result_cannot_be_revised()
    {
        using var host = await StartedAsync();
        var instance = host.Database.Instances.Single().Id;
        await Assert.ThrowsAsync<ArgumentException>(() => host.UseAsync((runtime, _) =>
            runtime.ReviseAsync(instance, "read", Result(Warn, Due), "no", EngineDrive.T0, default)));
    }

    private static async Task<Host> StartedAsync()
    {
        var host = new Host(Flow().Catalog("rule"));
        host.Handle("rule", (_, _) => Result(Warn, Due));
        await host.StartAsync();
        await host.RunUntilIdleAsync();
        return host;
    }

    private static Task<RevisionReport> ReviseAsync(Host host, DateTimeOffset warn, DateTimeOffset due, string reason) => host.UseAsync((runtime, _) =>
        runtime.ReviseAsync(host.Database.Instances.Single().Id, "rule", Result(warn, due), reason, host.Clock.GetUtcNow(), default));

    private static TaskResult Result(DateTimeOffset warn, DateTimeOffset due) =>
        new("computed", new Dictionary<string, object?> { ["warnAt"] = Iso(warn), ["dueAt"] = Iso(due) });

    private static string Iso(DateTimeOffset at) => at.ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);

    private static FlowText Flow() => new FlowText().Variable("D").Start().Task("rule", "D", "({ key: 'examination' })").Fork("fork", "Work", "Deadline", "Side")
        .Task("read", payload: "({ queue: 'q', dueAt: variables.D.dueAt })").Delay("remind", "30.00:00:00")
        .Activity("warn", "Elsa.StartAt", ("dateTime", FlowText.Script("DateTimeOffset", "variables.D.warnAt")))
        .Activity("due", "Elsa.StartAt", ("dateTime", FlowText.Script("DateTimeOffset", "variables.D.dueAt")))
        .Join("join", "WaitAny").Task("after").End()
        .Arrows("start > rule > fork", "fork.Work > read > join", "fork.Deadline > warn > due > join", "fork.Side > remind > join", "join > after > end");
}

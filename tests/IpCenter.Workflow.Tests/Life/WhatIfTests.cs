using IpCenter.Workflow.Definitions;
using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Life;
using IpCenter.Workflow.Runtime;
using IpCenter.Workflow.Tests.Support;

namespace IpCenter.Workflow.Tests.Life;

/// <summary>What is on record, against a changed definition.</summary>
public sealed class WhatIfTests
{
    [Fact]
    public async Task The_same_definition_moves_nothing()
    {
        var report = await ReplayAsync(Flow("3.00:00:00", "rule-5"));
        Assert.Empty(report.Moved);
        Assert.Null(report.Divergence);
    }

    [Fact]
    public async Task A_longer_delay_moves_the_timer_of_everybody_who_waited_there()
    {
        var report = await ReplayAsync(Flow("4.00:00:00", "rule-5"));
        var moved = Assert.Single(report.Moved);
        Assert.Equal(("late", 1, EngineDrive.T0.AddDays(3), EngineDrive.T0.AddDays(4)), (moved.ActivityId, moved.Round, moved.Was, moved.WouldBe));
        Assert.Null(report.Divergence);
    }

    [Fact]
    public async Task A_deadline_that_a_task_computes_is_worked_out_by_the_other_rule()
    {
        var report = await ReplayAsync(Flow("3.00:00:00", "rule-7"));
        var moved = Assert.Single(report.Moved);
        Assert.Equal(("read", EngineDrive.T0.AddDays(5), EngineDrive.T0.AddDays(7)), (moved.ActivityId, moved.Was, moved.WouldBe));
    }

    [Fact]
    public async Task A_shorter_delay_that_would_have_fired_first_parts_from_the_record()
    {
        var report = await ReplayAsync(Flow("1.00:00:00", "rule-5"));
        Assert.Equal(("late", EngineDrive.T0.AddDays(1)), (report.Moved[0].ActivityId, report.Moved[0].WouldBe));
        Assert.Equal((DivergenceReason.NotAwaited, "read"), (report.Divergence!.Reason, report.Divergence.ActivityId));
    }

    [Fact]
    public async Task A_new_task_of_the_system_without_a_result_is_where_the_record_ends()
    {
        var changed = new FlowText().Variable("D").Variable("R").Start().Task("invent", payload: "({ n: 1 })").Task("rule", "D", "({ key: 'rule-5' })")
            .Task("read", "R", "({ queue: 'q', dueAt: variables.D.dueAt })").End().Arrows("start > invent > rule > read > end");
        var report = await ReplayAsync(changed);
        Assert.Equal((DivergenceReason.UnknownResult, "invent"), (report.Divergence!.Reason, report.Divergence.ActivityId));
    }

    [Fact]
    public async Task A_timer_that_is_new_is_told_with_when_it_would_have_been_due()
    {
        var changed = new FlowText().Variable("D").Variable("R").Start().Task("rule", "D", "({ key: 'rule-5' })").Fork("fork", "A", "B", "C")
            .Task("read", "R", "({ queue: 'q', dueAt: variables.D.dueAt })").Delay("late", "3.00:00:00").Delay("warn", "1.12:00:00").Join("join", "WaitAny").End()
            .Arrows("start > rule > fork", "fork.A > read > join", "fork.B > late > join", "fork.C > warn > end", "join > end");
        var moved = (await ReplayAsync(changed)).Moved[0];
        Assert.Equal(("warn", null, EngineDrive.T0.AddDays(1.5)), (moved.ActivityId, moved.Was, moved.WouldBe));
    }

    [Fact]
    public async Task A_date_that_was_moved_on_record_is_moved_in_the_replay_too()
    {
        var report = await ReplayAsync(Flow("4.00:00:00", "rule-5"), movedTo: 9);
        Assert.Null(report.Divergence);
        Assert.Equal(["late"], report.Moved.Select(moved => moved.ActivityId));
    }

    [Fact]
    public async Task What_a_changed_rule_would_have_become_by_the_move_is_not_known()
    {
        var report = await ReplayAsync(Flow("3.00:00:00", "rule-7"), movedTo: 9);
        Assert.Equal((DivergenceReason.UnknownResult, "rule"), (report.Divergence!.Reason, report.Divergence.ActivityId));
    }

    [Fact]
    public async Task An_instance_that_changed_its_version_is_not_on_record()
    {
        var run = await RecordAsync();
        var line = new WorkflowJournalEntry { InstanceId = run.InstanceId, Sequence = 99, Event = JournalEvent.Migrated, At = EngineDrive.T0, StartedAt = EngineDrive.T0 };
        var report = WhatIf.Replay(
            run with { Journal = [.. run.Journal, line] }, Recorded(), Recorded(), new Dictionary<string, string>(), Forecast);
        Assert.Equal(DivergenceReason.NotOnRecord, report.Divergence!.Reason);
    }

    private static async Task<WhatIfReport> ReplayAsync(FlowText changed, int? movedTo = null) =>
        WhatIf.Replay(await RecordAsync(movedTo), Recorded(), changed.Definition("rule", "invent"), new Dictionary<string, string>(), Forecast);

    // The day is worked out at once; on the second day somebody reads.
    private static async Task<RecordedRun> RecordAsync(int? movedTo = null)
    {
        var catalog = Flow("3.00:00:00", "rule-5").Catalog("rule");
        using var host = new Host(catalog);
        host.Handle("rule", (_, context) => new TaskResult("computed", new Dictionary<string, object?> { ["dueAt"] = context.Now.AddDays(5) }));
        await host.StartAsync();
        await host.RunUntilIdleAsync();
        if (movedTo is { } days)
            await host.UseAsync((runtime, _) => runtime.ReviseAsync(
                host.InstanceOf("flow").Id, "rule", new TaskResult("computed", new Dictionary<string, object?> { ["dueAt"] = EngineDrive.T0.AddDays(days) }),
                "paused", host.Clock.GetUtcNow(), default));
        host.Clock.Advance(TimeSpan.FromDays(2));
        await host.CompleteAsync("read", new TaskResult("pass"));
        return RecordedRun.Of(host.InstanceOf("flow"), host.Database.Journal, host.Clock.GetUtcNow());
    }

    private static object? Forecast(string taskName, IReadOnlyDictionary<string, object?> payload, DateTimeOffset at) => taskName == "rule"
        ? new Dictionary<string, object?>
        {
            ["outcome"] = "computed",
            ["dueAt"] = at.AddDays(payload["key"] is "rule-7" ? 7 : 5).ToString("O", System.Globalization.CultureInfo.InvariantCulture)
        }
        : null;

    private static WorkflowDefinition Recorded() => Flow("3.00:00:00", "rule-5").Definition("rule");

    private static FlowText Flow(string late, string rule) => new FlowText().Variable("D").Variable("R").Start().Task("rule", "D", $"({{ key: '{rule}' }})")
        .Fork("fork", "A", "B").Task("read", "R", "({ queue: 'q', dueAt: variables.D.dueAt })").Delay("late", late).Join("join", "WaitAny").End()
        .Arrows("start > rule > fork", "fork.A > read > join", "fork.B > late > join > end");
}

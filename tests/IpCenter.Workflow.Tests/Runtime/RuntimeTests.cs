using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Runtime;
using IpCenter.Workflow.Tests.Support;

namespace IpCenter.Workflow.Tests.Runtime;

public sealed class RuntimeTests
{
    [Fact]
    public async Task Starting_saves_instance_waits_and_history_together()
    {
        using var host = new Host(Reply().Catalog());
        var started = await host.StartAsync();
        Assert.Equal(1, host.Database.Commits);
        var instance = Assert.Single(host.Database.Instances);
        Assert.Equal((started.Id, WorkflowStatus.Running, 1, 1), (instance.Id, instance.Status, instance.Version, instance.DefinitionVersion));
        Assert.Equal("case-1", host.WaitOf("read").CorrelationId);
        Assert.Equal([1], host.Database.Journal.Select(entry => entry.Sequence));
        Assert.Equal([JournalEvent.Completed], host.Database.Journal.Select(entry => entry.Event));
    }

    [Fact]
    public async Task Nothing_is_stored_before_the_host_saves()
    {
        using var host = new Host(Reply().Catalog());
        var store = new MemoryStore(host.Database);
        await new WorkflowRuntime(Reply().Catalog(), store).StartAsync("flow", "case-1", new Dictionary<string, object?>(), EngineDrive.T0, default);
        Assert.Empty(host.Database.Instances);
        Assert.Empty(host.Database.Waits);
    }

    [Fact]
    public async Task One_use_case_may_start_an_instance_and_complete_its_first_task()
    {
        using var host = new Host(Reply().Catalog());
        await host.UseAsync(async (runtime, store) =>
        {
            var instance = await runtime.StartAsync("flow", "case-1", new Dictionary<string, object?>(), EngineDrive.T0, default);
            var wait = Assert.Single(await store.WaitsOfAsync(instance.Id, default));
            return await runtime.CompleteTaskAsync(wait.Id, new TaskResult("pass"), EngineDrive.T0, default);
        });
        Assert.Equal("reply", host.Waiting);
        Assert.Equal(1, host.Database.Commits);
    }

    [Fact]
    public async Task A_task_result_becomes_one_object_with_outcome_and_data()
    {
        using var host = new Host(Reply().Catalog());
        await host.StartAsync();
        await host.CompleteAsync("read", new TaskResult("pass", new Dictionary<string, object?> { ["score"] = 3, ["on"] = new DateOnly(2026, 11, 22) }));
        var state = InstanceState.FromJson(host.Database.Instances.Single().StateJson);
        var result = Assert.IsType<Dictionary<string, object?>>(state.Variables["var-R"]);
        Assert.Equal(new Dictionary<string, object?> { ["outcome"] = "pass", ["score"] = 3.0, ["on"] = "2026-11-22" }, result);
    }

    [Fact]
    public async Task A_second_completion_of_a_task_changes_nothing()
    {
        using var host = new Host(Reply().Catalog());
        await host.StartAsync();
        var wait = host.WaitOf("read");
        await host.CompleteAsync("read", new TaskResult("pass"));
        var before = host.Database.History;
        var outcome = await host.UseAsync((runtime, _) => runtime.CompleteTaskAsync(wait.Id, new TaskResult("fail"), EngineDrive.T0, default));
        Assert.Equal(ResumeOutcome.AlreadyGone, outcome);
        Assert.Equal(before, host.Database.History);
    }

    [Fact]
    public async Task An_event_that_comes_early_is_kept_and_taken_when_somebody_waits()
    {
        using var host = new Host(Reply().Catalog());
        await host.StartAsync();
        Assert.Equal(ResumeOutcome.Kept, await host.PublishAsync("reply", new Dictionary<string, object?> { ["number"] = "2026-1" }));
        await host.CompleteAsync("read", new TaskResult("pass"));
        Assert.Equal("last", host.Waiting);
        Assert.Empty(host.Database.Inbox);
        Assert.Contains("2026-1", host.Database.Instances.Single().StateJson, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_early_events_are_taken_one_by_one_in_their_order()
    {
        using var host = new Host(new FlowText().Variable("A").Variable("B").Start().Task("read").Activity("one", "Elsa.Event",
                ("eventName", FlowText.Literal("String", "reply")), ("result", FlowText.Output("A")))
            .Activity("two", "Elsa.Event", ("eventName", FlowText.Literal("String", "reply")), ("result", FlowText.Output("B"))).Task("last").End()
            .Arrows("start > read > one > two > last > end").Catalog());
        await host.StartAsync();
        await host.PublishAsync("reply", "first");
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await host.PublishAsync("reply", "second");
        await host.CompleteAsync("read", new TaskResult("pass"));
        var variables = InstanceState.FromJson(host.Database.Instances.Single().StateJson).Variables;
        Assert.Equal(("last", "first", "second"), (host.Waiting, variables["var-A"], variables["var-B"]));
    }

    [Fact]
    public async Task An_event_reaches_every_instance_of_its_correlation_id_and_no_other()
    {
        using var host = new Host(new FlowText().Start().Event("reply").Task("last").End().Arrows("start > reply > last > end").Catalog());
        await host.StartAsync("case-1");
        await host.StartAsync("case-1");
        await host.StartAsync("case-2");
        Assert.Equal(ResumeOutcome.Resumed, await host.PublishAsync("reply"));
        Assert.Equal("last last reply", host.Waiting);
        Assert.Equal("case-2", host.WaitOf("reply").CorrelationId);
    }

    [Fact]
    public async Task Event_and_wait_saved_at_the_same_moment_find_each_other_by_the_runner()
    {
        using var host = new Host(new FlowText().Start().Event("reply").Task("last").End().Arrows("start > reply > last > end").Catalog());
        var publisher = new MemoryStore(host.Database);
        await new WorkflowRuntime(Reply().Catalog(), publisher).PublishEventAsync("case-1", "reply", null, EngineDrive.T0, default);
        await host.StartAsync();
        await publisher.SaveAsync(default);
        Assert.Equal("reply", host.Waiting);
        Assert.Equal(1, await host.Runner.RunOnceAsync(default));
        Assert.Equal("last", host.Waiting);
        Assert.Empty(host.Database.Inbox);
    }

    [Fact]
    public async Task A_timer_fires_when_it_is_due_and_not_before()
    {
        using var host = new Host(new FlowText().Start().Delay("wait", "2000.00:00:00").Task("last").End().Arrows("start > wait > last > end").Catalog());
        await host.StartAsync();
        var wait = host.WaitOf("wait");
        Assert.Equal(EngineDrive.T0.AddDays(2000), wait.DueAt);
        Assert.Equal(ResumeOutcome.NotDue, await host.UseAsync((runtime, _) => runtime.FireTimerAsync(wait.Id, EngineDrive.T0.AddDays(1999), default)));
        Assert.Equal(0, await host.Runner.RunOnceAsync(default));
        host.Clock.Advance(TimeSpan.FromDays(2000));
        Assert.Equal(1, await host.Runner.RunOnceAsync(default));
        Assert.Equal("last", host.Waiting);
    }

    [Fact]
    public async Task Cancelling_removes_all_waits_and_is_final()
    {
        using var host = new Host(Reply().Catalog());
        var instance = await host.StartAsync();
        var wait = host.WaitOf("read");
        await host.UseAsync((runtime, _) => runtime.CancelAsync(instance.Id, "withdrawn", host.Clock.GetUtcNow(), default));
        Assert.Empty(host.Database.Waits);
        var row = host.Database.Instances.Single();
        Assert.Equal((WorkflowStatus.Cancelled, host.Clock.GetUtcNow()), (row.Status, row.FinishedAt));
        Assert.Equal("withdrawn", host.Database.Journal[^1].Detail);
        Assert.Equal(ResumeOutcome.InstanceEnded, await host.UseAsync((runtime, _) => runtime.CancelAsync(instance.Id, "again", host.Clock.GetUtcNow(), default)));
        Assert.Equal(ResumeOutcome.AlreadyGone, await host.UseAsync((runtime, _) => runtime.CompleteTaskAsync(wait.Id, new TaskResult("pass"), host.Clock.GetUtcNow(), default)));
    }

    [Fact]
    public async Task A_faulted_instance_holds_its_waits_keeps_events_and_goes_on_after_a_repair()
    {
        using var host = new Host(new FlowText().Variable("R").Variable("S").Start().Fork("fork", "A", "B").Task("check", "R")
            .Decision("ok", "variables.S.length > 0").Event("reply").Task("last").End()
            .Arrows("start > fork", "fork.A > check > ok", "ok.True > last", "ok.False > last", "fork.B > reply > last", "last > end").Catalog());
        await host.StartAsync();
        await host.CompleteAsync("check", new TaskResult("pass"));
        Assert.Equal((WorkflowStatus.Faulted, "ok: at character 12: cannot read 'length' of null"), (host.Database.Instances.Single().Status, host.Database.Instances.Single().Fault));
        Assert.Equal(("ok reply", WaitKind.Fault, true), (host.Waiting, host.WaitOf("ok").Kind, host.WaitOf("ok").IsIncident));
        Assert.Equal(ResumeOutcome.Kept, await host.PublishAsync("reply"));

        await host.UseAsync(async (runtime, store) =>
        {
            var instance = (await store.FindInstanceAsync(host.Database.Instances.Single().Id, default))!;
            var state = InstanceState.FromJson(instance.StateJson);
            instance.StateJson = (state with { Variables = new Dictionary<string, object?>(state.Variables) { ["var-S"] = "x" } }).ToJson();
            return await runtime.RetryAsync(host.WaitOf("ok").Id, "value supplied", host.Clock.GetUtcNow(), default);
        });
        Assert.Equal((WorkflowStatus.Running, "last"), (host.Database.Instances.Single().Status, host.Waiting));
        Assert.Empty(host.Database.Inbox);
    }

    [Fact]
    public async Task A_faulted_instance_does_not_accept_a_task_result_as_if_it_had_moved()
    {
        using var host = new Host(new FlowText().Variable("S").Start().Fork("fork", "A", "B").Task("check").Decision("ok", "variables.S.length > 0").Task("other").End()
            .Arrows("start > fork", "fork.A > check > ok", "ok.True > end", "ok.False > end", "fork.B > other > end").Catalog());
        await host.StartAsync();
        await host.CompleteAsync("check", new TaskResult("pass"));
        Assert.Equal(ResumeOutcome.InstanceFaulted, await host.CompleteAsync("other", new TaskResult("pass")));
        Assert.True(host.WaitOf("other").IsHeld);
    }

    [Fact]
    public async Task Unknown_definitions_and_inputs_are_bugs_and_throw()
    {
        using var host = new Host(Reply().Catalog());
        await Assert.ThrowsAsync<KeyNotFoundException>(() => host.UseAsync((runtime, _) =>
            runtime.StartAsync("missing", "case-1", new Dictionary<string, object?>(), EngineDrive.T0, default)));
        await Assert.ThrowsAsync<ArgumentException>(() => host.UseAsync((runtime, _) =>
            runtime.StartAsync("flow", "case-1", new Dictionary<string, object?> { ["caseid"] = "1" }, EngineDrive.T0, default)));
        Assert.Empty(host.Database.Instances);
    }

    [Fact]
    public async Task An_instance_follows_its_version_to_the_end_when_a_newer_one_is_published()
    {
        var old = Reply();
        old.File["isPublished"] = false;
        var newer = new FlowText("flow", 2).Start().Task("other").End().Arrows("start > other > end");
        using var before = new Host(Reply().Catalog());
        await before.StartAsync();
        var both = Workflow.Definitions.WorkflowCatalog.Read(
            [KeyValuePair.Create("1.json", old.ToString()), KeyValuePair.Create("2.json", newer.ToString())], Rules.Lenient).Catalog!;
        var store = new MemoryStore(before.Database);
        var runtime = new WorkflowRuntime(both, store);
        await runtime.CompleteTaskAsync(before.WaitOf("read").Id, new TaskResult("pass"), EngineDrive.T0, default);
        var second = await runtime.StartAsync("flow", "case-2", new Dictionary<string, object?>(), EngineDrive.T0, default);
        await store.SaveAsync(default);
        Assert.Equal("other reply", before.Waiting);
        Assert.Equal(2, second.DefinitionVersion);
    }

    private static FlowText Reply() => new FlowText().Variable("R").Variable("Answer").Start().Task("read", "R").Event("reply", "Answer").Task("last").End()
        .Arrows("start > read > reply > last > end");
}

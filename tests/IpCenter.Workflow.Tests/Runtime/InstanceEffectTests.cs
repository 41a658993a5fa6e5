using System.Text.Json.Nodes;
using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Runtime;
using IpCenter.Workflow.Tests.Support;

namespace IpCenter.Workflow.Tests.Runtime;

/// <summary>PublishEvent, Correlate, SetName, and when instances may start.</summary>
public sealed class InstanceEffectTests
{
    [Fact]
    public async Task An_event_for_a_correlation_id_reaches_whoever_waits_there_now_or_later()
    {
        using var host = new Host(FlowText.Together(Publisher(("correlationId", FlowText.Literal("String", "case-2")), ("payload", FlowText.Script("Object", "({ n: 7 })"))), Listener()));
        await host.StartAsync("case-2", "listener");
        await host.StartAsync("case-3", "listener");
        await host.StartAsync("case-1", "publisher");
        await host.RunUntilIdleAsync();
        Assert.Equal(["case-3"], host.Database.Waits.Select(wait => wait.CorrelationId));
        await host.StartAsync("case-4", "publisher");
        await host.RunUntilIdleAsync();
        await host.StartAsync("case-2", "listener");
        Assert.Equal(["case-3"], host.Database.Waits.Select(wait => wait.CorrelationId));
        Assert.Empty(host.Database.Inbox);
    }

    [Fact]
    public async Task An_event_without_a_correlation_id_reaches_all_who_wait_and_is_not_kept()
    {
        using var host = new Host(FlowText.Together(Publisher(), Listener()));
        await host.StartAsync("case-2", "listener");
        await host.StartAsync("case-3", "listener");
        await host.StartAsync("case-1", "publisher");
        Assert.Equal(2, host.Database.Waits.Count);
        await host.RunUntilIdleAsync();
        Assert.Empty(host.Database.Waits);
        await host.StartAsync("case-4", "listener");
        await host.RunUntilIdleAsync();
        Assert.Equal("heard", host.Waiting);
    }

    [Fact]
    public async Task A_local_event_reaches_its_own_instance_alone()
    {
        var both = new FlowText("both").Start().Fork("fork", "A", "B").Event("heard").Task("before")
            .Activity("say", "Elsa.PublishEvent", ("eventName", FlowText.Literal("String", "heard")), ("isLocalEvent", FlowText.Literal("Boolean", "true")))
            .Join("join", "WaitAll").End()
            .Arrows("start > fork", "fork.A > heard > join", "fork.B > before > say > join > end");
        using var host = new Host(FlowText.Together(both, Listener()));
        await host.StartAsync("case-1", "listener");
        await host.StartAsync("case-1", "both");
        await host.CompleteAsync("before", new TaskResult("done"));
        await host.RunUntilIdleAsync();
        Assert.Equal(WorkflowStatus.Finished, host.InstanceOf("both").Status);
        Assert.Equal(WorkflowStatus.Running, host.InstanceOf("listener").Status);
    }

    [Fact]
    public async Task A_kept_event_is_delivered_once_to_an_instance_that_goes_round_and_waits_again()
    {
        using var host = new Host(FlowText.Together(new FlowText().Variable("N", "Int32", "0").Start().Event("heard").Set("count", "N", "variables.N + 1")
            .Decision("again", "variables.N < 3").End().Arrows("start > heard > count > again", "again.True > heard", "again.False > end")));
        await host.StartAsync();
        await host.UseAsync((_, store) =>
        {
            store.AddInboxEvent(new WorkflowInboxEvent { Id = Guid.CreateVersion7(EngineDrive.T0), CorrelationId = "case-1", EventName = "heard", ReceivedAt = EngineDrive.T0 });
            return Task.FromResult(true);
        });
        await host.RunUntilIdleAsync();
        Assert.Equal(1, Convert.ToInt32(Host.Variable(host.InstanceOf("flow"), "N"), System.Globalization.CultureInfo.InvariantCulture));
        Assert.Empty(host.Database.Inbox);
        Assert.Equal("heard", host.Waiting);
    }

    [Fact]
    public async Task An_event_goes_out_with_the_step_that_sends_it_or_not_at_all()
    {
        using var host = new Host(FlowText.Together(Publisher(), Listener()));
        await host.StartAsync("case-2", "listener");
        host.Database.BeforeCommit = _ => throw new IOException("killed");
        await Assert.ThrowsAsync<IOException>(() => host.StartAsync("case-1", "publisher"));
        host.Database.BeforeCommit = null;
        await host.RunUntilIdleAsync();
        Assert.Equal("heard", host.Waiting);
    }

    [Fact]
    public async Task Correlate_moves_the_instance_and_all_its_waits()
    {
        using var host = new Host(FlowText.Together(new FlowText().Start().Fork("fork", "A", "B").Event("early").Task("before")
            .Activity("mark", "Elsa.Correlate", ("correlationId", FlowText.Literal("String", "CX2026-0001"))).Event("late").End()
            .Arrows("start > fork", "fork.A > early > end", "fork.B > before > mark > late > end")));
        await host.StartAsync("case-1");
        await host.CompleteAsync("before", new TaskResult("done"));
        Assert.Equal("CX2026-0001", host.InstanceOf("flow").CorrelationId);
        Assert.All(host.Database.Waits, wait => Assert.Equal("CX2026-0001", wait.CorrelationId));
        Assert.Equal(ResumeOutcome.Resumed, await host.PublishAsync("late", correlationId: "CX2026-0001"));
    }

    [Fact]
    public async Task SetName_names_the_instance()
    {
        using var host = new Host(FlowText.Together(new FlowText().Start()
            .Activity("name", "Elsa.SetName", ("value", FlowText.Script("String", "'马面裙 ' + 3"))).Task("wait").End().Arrows("start > name > wait > end")));
        await host.StartAsync();
        Assert.Equal("马面裙 3", host.InstanceOf("flow").Name);
    }

    [Theory]
    [InlineData("SingletonStrategy", "case-2", false)]
    [InlineData("CorrelatedSingletonStrategy", "case-2", true)]
    [InlineData("CorrelatedSingletonStrategy", "case-1", false)]
    [InlineData("CorrelationStrategy", "case-1", false)]
    [InlineData("CorrelationStrategy", "case-2", true)]
    [InlineData("AllowAlwaysStrategy", "case-1", true)]
    public async Task A_second_instance_starts_only_where_the_strategy_allows_it(string strategy, string correlationId, bool starts)
    {
        using var host = new Host(FlowText.Together(Only(strategy)));
        await host.StartAsync("case-1");
        var second = host.StartAsync(correlationId);
        if (starts)
            await second;
        else
            await Assert.ThrowsAsync<WorkflowActivationException>(() => second);
        Assert.Equal(starts ? 2 : 1, host.Database.Instances.Count);
    }

    [Fact]
    public async Task After_the_first_has_ended_another_may_start()
    {
        using var host = new Host(FlowText.Together(Only("SingletonStrategy")));
        await host.StartAsync("case-1");
        await host.CompleteAsync("wait", new TaskResult("done"));
        await host.StartAsync("case-2");
        Assert.Equal("case-2", host.WaitOf("wait").CorrelationId);
    }

    [Fact]
    public async Task Of_two_that_start_at_the_same_moment_one_is_a_conflict()
    {
        var catalog = FlowText.Together(Only("SingletonStrategy"));
        using var host = new Host(catalog);
        MemoryStore first = new(host.Database), second = new(host.Database);
        foreach (var store in new[] { first, second })
            await new WorkflowRuntime(catalog, store).StartAsync("flow", "case-1", new Dictionary<string, object?>(), EngineDrive.T0, default);
        Assert.Equal((SaveOutcome.Saved, SaveOutcome.Conflict), (await first.SaveAsync(default), await second.SaveAsync(default)));
    }

    [Fact]
    public async Task A_dispatched_child_waits_for_its_turn_and_shows_as_an_incident_when_it_never_comes()
    {
        var parent = new FlowText("parent").Start().Child("call", "Elsa.DispatchWorkflow", "flow", waits: true).End().Arrows("start > call > end");
        using var host = new Host(FlowText.Together(parent, Only("SingletonStrategy")));
        await host.StartAsync("case-1", "flow");
        await host.StartAsync("case-2", "parent");
        for (var i = 0; i < 8; i++)
        {
            await host.RunUntilIdleAsync();
            host.Clock.Advance(TimeSpan.FromHours(2));
        }
        var start = host.Database.Waits.Single(wait => wait.Kind == WaitKind.Start);
        Assert.True(start.IsIncident);
        Assert.Contains("allows no further instance", start.LastError!, StringComparison.Ordinal);
        await host.CompleteAsync("wait", new TaskResult("done"));
        await host.UseAsync((runtime, _) => runtime.RetryAsync(start.Id, "free now", host.Clock.GetUtcNow(), default));
        await host.RunUntilIdleAsync();
        Assert.Equal("case-2", host.WaitOf("wait").CorrelationId);
    }

    private static FlowText Only(string strategy)
    {
        var flow = new FlowText().Start().Task("wait").End().Arrows("start > wait > end");
        flow.File["options"] = new JsonObject { ["activationStrategyType"] = $"Elsa.Workflows.Activities.{strategy}, Elsa.Workflows.Core" };
        return flow;
    }

    private static FlowText Publisher(params (string Name, JsonNode? Value)[] members) => new FlowText("publisher").Start()
        .Activity("say", "Elsa.PublishEvent", [("eventName", FlowText.Literal("String", "heard")), .. members]).End().Arrows("start > say > end");

    private static FlowText Listener() => new FlowText("listener").Variable("R").Start().Event("heard", "R").End().Arrows("start > heard > end");
}

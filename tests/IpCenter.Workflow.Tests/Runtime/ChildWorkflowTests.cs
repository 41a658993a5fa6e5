using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Runtime;
using IpCenter.Workflow.Tests.Support;

namespace IpCenter.Workflow.Tests.Runtime;

/// <summary>DispatchWorkflow and ExecuteWorkflow: child and parent move in one transaction.</summary>
public sealed class ChildWorkflowTests
{
    private const string Dispatch = "Elsa.DispatchWorkflow";
    private const string Execute = "Elsa.ExecuteWorkflow";

    [Fact]
    public async Task A_dispatched_child_is_begun_by_the_runner_after_the_save()
    {
        using var host = new Host(FlowText.Together(Parent(Dispatch, waits: true), Child()));
        await host.StartAsync(definitionId: "parent");
        Assert.Equal(1, host.Database.Commits);
        Assert.Equal(WorkflowStatus.Pending, host.InstanceOf("child").Status);
        await host.RunUntilIdleAsync();
        Assert.Equal(WorkflowStatus.Running, host.InstanceOf("child").Status);
        Assert.Equal("call work", host.Waiting);
        Assert.Equal("case-1", host.InstanceOf("child").CorrelationId);
    }

    [Theory]
    [InlineData(Dispatch)]
    [InlineData(Execute)]
    public async Task The_end_of_an_awaited_child_and_the_parents_next_step_are_one_commit(string type)
    {
        using var host = new Host(FlowText.Together(Parent(type, waits: true), Child()));
        await host.StartAsync(definitionId: "parent");
        await host.RunUntilIdleAsync();
        var before = host.Database.Commits;
        await host.CompleteAsync("work", new TaskResult("pass"));
        Assert.Equal(before + 1, host.Database.Commits);
        Assert.Equal(WorkflowStatus.Finished, host.InstanceOf("child").Status);
        Assert.Equal("after", host.Waiting);
        var result = Assert.IsType<IReadOnlyDictionary<string, object?>>(Host.Variable(host.InstanceOf("parent"), "R"), exactMatch: false);
        Assert.Equal("pass for A", result["Answer"]);
    }

    [Fact]
    public async Task An_executed_child_that_never_waits_ends_within_the_parents_step()
    {
        using var host = new Host(FlowText.Together(Parent(Execute, waits: true), Quick()));
        await host.StartAsync(definitionId: "parent");
        Assert.Equal(1, host.Database.Commits);
        Assert.Equal("after", host.Waiting);
        var result = Assert.IsType<IReadOnlyDictionary<string, object?>>(Host.Variable(host.InstanceOf("parent"), "R"), exactMatch: false);
        Assert.Equal(("Finished", "Finished"), (result["Status"], result["SubStatus"]));
        Assert.Equal("quick", Assert.IsType<IReadOnlyDictionary<string, object?>>(result["Output"], exactMatch: false)["Answer"]);
    }

    [Theory]
    [InlineData(Dispatch)]
    [InlineData(Execute)]
    public async Task A_parent_that_does_not_wait_goes_on_at_once(string type)
    {
        using var host = new Host(FlowText.Together(Parent(type, waits: false), Child()));
        await host.StartAsync(definitionId: "parent");
        Assert.Contains("after", host.Waiting, StringComparison.Ordinal);
        await host.RunUntilIdleAsync();
        Assert.Equal("after work", host.Waiting);
        await host.CompleteAsync("after", new TaskResult("done"));
        Assert.Equal((WorkflowStatus.Finished, WorkflowStatus.Running), (host.InstanceOf("parent").Status, host.InstanceOf("child").Status));
    }

    [Fact]
    public async Task A_child_knows_its_parent_and_gets_what_it_declares()
    {
        using var host = new Host(FlowText.Together(Parent(Execute, waits: true), Child().Input("ParentInstanceId")));
        await host.StartAsync(definitionId: "parent");
        var inputs = InstanceState.FromJson(host.InstanceOf("child").StateJson).Inputs;
        Assert.Equal("A", inputs["Who"]);
        Assert.Equal(host.InstanceOf("parent").Id.ToString(), inputs["ParentInstanceId"]);
    }

    [Fact]
    public async Task A_child_that_ends_while_its_parent_is_halted_is_not_lost()
    {
        using var host = new Host(FlowText.Together(Parent(Execute, waits: true), Child()));
        var parent = await host.StartAsync(definitionId: "parent");
        await host.UseAsync((runtime, _) => runtime.SuspendAsync(parent.Id, "holiday", EngineDrive.T0, default));
        await host.CompleteAsync("work", new TaskResult("pass"));
        Assert.Equal("call", host.Waiting);
        await host.UseAsync((runtime, _) => runtime.ResumeAsync(parent.Id, "back", EngineDrive.T0, default));
        Assert.Equal("after", host.Waiting);
    }

    [Fact]
    public async Task A_child_that_ends_at_the_moment_when_its_parent_goes_on_is_not_lost()
    {
        var catalog = FlowText.Together(Parent(Execute, waits: true), Child());
        using var host = new Host(catalog);
        var parent = await host.StartAsync(definitionId: "parent");
        await host.UseAsync((runtime, _) => runtime.SuspendAsync(parent.Id, "holiday", EngineDrive.T0, default));
        MemoryStore first = new(host.Database), second = new(host.Database);
        await new WorkflowRuntime(catalog, first).ResumeAsync(parent.Id, "back", EngineDrive.T0, default);
        await new WorkflowRuntime(catalog, second).CompleteTaskAsync(host.WaitOf("work").Id, new TaskResult("pass"), EngineDrive.T0, default);
        Assert.Equal((SaveOutcome.Saved, SaveOutcome.Conflict), (await first.SaveAsync(default), await second.SaveAsync(default)));
        await host.CompleteAsync("work", new TaskResult("pass"));
        Assert.Equal("after", host.Waiting);
    }

    [Fact]
    public async Task Cancelling_a_parent_cancels_the_child_that_it_waits_for()
    {
        using var host = new Host(FlowText.Together(Parent(Execute, waits: true), Child()));
        var parent = await host.StartAsync(definitionId: "parent");
        await host.UseAsync((runtime, _) => runtime.CancelAsync(parent.Id, "withdrawn", EngineDrive.T0, default));
        Assert.All(host.Database.Instances, instance => Assert.Equal(WorkflowStatus.Cancelled, instance.Status));
        Assert.Empty(host.Database.Waits);
    }

    [Fact]
    public async Task Cancelling_a_child_lets_its_parent_go_on()
    {
        using var host = new Host(FlowText.Together(Parent(Dispatch, waits: true), Child()));
        await host.StartAsync(definitionId: "parent");
        await host.UseAsync((runtime, _) => runtime.CancelAsync(host.InstanceOf("child").Id, "not needed", EngineDrive.T0, default));
        Assert.Equal("after", host.Waiting);
    }

    [Fact]
    public async Task A_child_outlives_a_parent_that_no_longer_waits_for_it()
    {
        var parent = new FlowText("parent").Start().Fork("fork", "A", "B").Child("call", Execute, "child", waits: true).Event("stop").Join("join", "WaitAny").End()
            .Arrows("start > fork", "fork.A > call > join", "fork.B > stop > join > end");
        using var host = new Host(FlowText.Together(parent, Child()));
        await host.StartAsync(definitionId: "parent");
        await host.PublishAsync("stop");
        Assert.Equal("work", host.Waiting);
        await host.CompleteAsync("work", new TaskResult("pass"));
        Assert.All(host.Database.Instances, instance => Assert.Equal(WorkflowStatus.Finished, instance.Status));
    }

    [Fact]
    public void A_child_that_nobody_published_is_refused()
    {
        var problem = Assert.Single(Parent(Dispatch, waits: true).Read().Problems, problem => problem.ActivityId == "call");
        Assert.Equal("$.root.activities[1].workflowDefinitionId", problem.JsonPath);
    }

    [Fact]
    public void An_input_that_the_child_does_not_declare_is_refused()
    {
        var reading = Read(new FlowText("parent").Start().Child("call", Execute, "child", waits: true, input: "({ Wo: 1 })").End().Arrows("start > call > end"), Child());
        Assert.Contains("'child' has no input 'Wo'", Assert.Single(reading.Problems).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Definitions_that_execute_each_other_for_ever_are_refused()
    {
        static FlowText Calls(string id, string other) => new FlowText(id).Start().Child("call", Execute, other, waits: true).End().Arrows("start > call > end");
        Assert.Equal(2, Read(Calls("a", "b"), Calls("b", "a")).Problems.Count);
    }

    private static Workflow.Definitions.CatalogReading Read(params FlowText[] flows) =>
        Workflow.Definitions.WorkflowCatalog.Read(flows.Select((flow, i) => KeyValuePair.Create($"{i}.json", flow.ToString())), Rules.Lenient);

    private static FlowText Parent(string type, bool waits) => new FlowText("parent").Variable("R").Start()
        .Child("call", type, "child", waits, "R", "({ Who: 'A' })").Task("after").End().Arrows("start > call > after > end");

    private static FlowText Child() => new FlowText("child").Variable("W").Input("Who").Gives("Answer").Start().Task("work", "W")
        .Activity("answer", "Elsa.SetOutput", ("outputName", FlowText.Literal("String", "Answer")),
            ("outputValue", FlowText.Script("Object", "variables.W.outcome + ' for ' + getInput('Who')")))
        .End().Arrows("start > work > answer > end");

    private static FlowText Quick() => new FlowText("child").Input("Who").Gives("Answer").Start()
        .Activity("answer", "Elsa.SetOutput", ("outputName", FlowText.Literal("String", "Answer")), ("outputValue", FlowText.Literal("Object", "quick")))
        .End().Arrows("start > answer > end");
}

using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Tests.Support;

namespace IpCenter.Workflow.Tests.Engine;

public sealed class ActivityTests
{
    [Theory]
    [InlineData("MatchFirst", "1 < 2", "2 < 3", "a")]
    [InlineData("MatchAny", "1 < 2", "2 < 3", "a b")]
    [InlineData("MatchFirst", "false", "true", "b")]
    [InlineData("MatchFirst", "false", "false", "other")]
    [InlineData("MatchAny", "false", "false", "other")]
    public void A_switch_follows_the_first_or_every_case_that_holds_or_Default(string mode, string first, string second, string waiting)
    {
        var drive = new EngineDrive(new FlowText().Start().Switch("choice", mode, ("A", first), ("B", second)).Task("a").Task("b").Task("other").End()
            .Arrows("start > choice", "choice.A > a > end", "choice.B > b > end", "choice.Default > other > end").Definition());
        Assert.Equal(waiting, drive.Waiting);
    }

    [Fact]
    public void A_fork_without_branches_has_the_one_outcome_Done()
    {
        var drive = new EngineDrive(new FlowText().Start().Activity("fork", "Elsa.FlowFork").Task("a").End().Arrows("start > fork > a > end").Definition());
        Assert.Equal("a", drive.Waiting);
    }

    [Theory]
    [InlineData("2026-11-22T00:59:59Z", "")]
    [InlineData("2026-11-22T09:00:00+08:00", "")]
    [InlineData("2026-11-22T01:00:01Z", "at")]
    public void StartAt_waits_for_an_instant_to_come_and_not_for_one_that_is_past(string instant, string waiting)
    {
        var drive = new EngineDrive(new FlowText().Start().Activity("at", "Elsa.StartAt", ("dateTime", FlowText.Literal("DateTimeOffset", instant))).End()
            .Arrows("start > at > end").Definition());
        Assert.Equal(waiting, drive.Waiting);
        Assert.Equal(waiting.Length == 0 ? WorkflowStatus.Finished : WorkflowStatus.Running, drive.Last.Status);
    }

    [Fact]
    public void A_delay_may_be_computed_and_counts_from_now()
    {
        var drive = new EngineDrive(new FlowText().Variable("Days", "String", "10").Start()
            .Activity("wait", "Elsa.Delay", ("timeSpan", FlowText.Script("TimeSpan", "variables.Days + '.00:00:00'"))).End().Arrows("start > wait > end").Definition());
        var wait = Assert.Single(drive.Last.WaitsToAdd);
        Assert.Equal((WaitKind.Timer, EngineDrive.T0.AddDays(10)), (wait.Kind, wait.DueAt));
    }

    [Theory]
    [InlineData("P10D")]
    [InlineData("72:00:00")]
    public void A_computed_delay_that_Elsa_would_misread_is_a_fault(string span)
    {
        var drive = new EngineDrive(new FlowText().Variable("Span", "String", span).Start()
            .Activity("wait", "Elsa.Delay", ("timeSpan", FlowText.Wrapped("TimeSpan", "Variable", FlowText.Reference("Span")))).End()
            .Arrows("start > wait > end").Definition());
        Assert.Equal(WorkflowStatus.Faulted, drive.Last.Status);
    }

    [Fact]
    public void A_delay_beyond_the_calendar_is_a_fault_and_no_crash()
    {
        var drive = new EngineDrive(new FlowText().Start().Delay("wait", "10675198.00:00:00").End().Arrows("start > wait > end").Definition());
        Assert.Contains("beyond the calendar", drive.Last.Fault!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_task_without_handler_goes_to_people_with_its_payload_and_one_with_handler_to_the_system()
    {
        var flow = new FlowText().Input("CaseId").Start().Task("examine", payload: "({ queue: 'examiners', caseId: getInput('CaseId') })").End()
            .Arrows("start > examine > end");
        var inputs = new Dictionary<string, object?> { ["CaseId"] = "c-1" };
        var person = Assert.Single(WorkflowEngine.Start(flow.Definition(), inputs, EngineDrive.T0).WaitsToAdd);
        Assert.Equal((WaitKind.PersonTask, "examine", null), (person.Kind, person.Name, person.DueAt));
        Assert.Equal(new Dictionary<string, object?> { ["queue"] = "examiners", ["caseId"] = "c-1" }, person.Payload);
        var system = Assert.Single(WorkflowEngine.Start(flow.Definition("examine"), inputs, EngineDrive.T0).WaitsToAdd);
        Assert.Equal((WaitKind.SystemTask, EngineDrive.T0), (system.Kind, system.DueAt));
    }

    [Theory]
    [InlineData("Int32", "'3' + ''", "3")]
    [InlineData("String", "1.5", "\"1.5\"")]
    [InlineData("Boolean", "'true'", "true")]
    [InlineData("Object", "({ a: [1] })", """{"a":[1]}""")]
    [InlineData("String", "null", "null")]
    public void SetVariable_brings_a_value_to_the_variables_type(string type, string script, string json)
    {
        var drive = new EngineDrive(new FlowText().Variable("V", type).Start().Set("set", "V", script).Task("a").End().Arrows("start > set > a > end").Definition());
        Assert.Equal(json, IpCenter.Workflow.Expressions.WorkflowValue.ToJson(drive["V"]));
    }

    [Theory]
    [InlineData("Int32", "1.5 + 0")]
    [InlineData("Boolean", "variables.Other")]
    [InlineData("String", "!variables.Other")]
    public void SetVariable_faults_where_Elsa_would_round_or_drop(string type, string script)
    {
        var drive = new EngineDrive(new FlowText().Variable("V", type).Variable("Other", "String", "x").Start().Set("set", "V", script).Task("a").End()
            .Arrows("start > set > a > end").Definition());
        Assert.Equal(("set", WorkflowStatus.Faulted), (drive.Last.Fault?.ActivityId, drive.Last.Status));
    }

    [Fact]
    public void A_condition_that_gives_no_boolean_is_a_fault_and_nothing_is_false()
    {
        EngineDrive Run(string condition) => new(new FlowText().Variable("V", "String", "x").Variable("N").Start().Decision("ok", condition).Task("yes").Task("no").End()
            .Arrows("start > ok", "ok.True > yes > end", "ok.False > no > end").Definition());
        Assert.Equal("no", Run("variables.N").Waiting);
        Assert.Contains("instead of true or false", Run("variables.V").Last.Fault!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loop_that_never_waits_is_a_fault_and_does_not_hang()
    {
        var drive = new EngineDrive(new FlowText().Variable("N", "Int32", "0").Start().Set("count", "N", "variables.N + 1").Decision("more", "variables.N > 0").End()
            .Arrows("start > count > more", "more.True > count", "more.False > end").Definition());
        Assert.Contains("a loop does not end", drive.Last.Fault!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_counting_loop_ends_because_its_variable_is_kept()
    {
        var drive = new EngineDrive(new FlowText().Variable("N", "Int32", "0").Start().Set("count", "N", "variables.N + 1").Task("work").Decision("more", "variables.N < 3").End()
            .Arrows("start > count > work > more", "more.True > count", "more.False > end").Definition());
        Assert.Equal(WorkflowStatus.Finished, drive.Done("work").Done("work").Done("work").Last.Status);
    }

    [Fact]
    public void The_same_arguments_give_the_same_transition()
    {
        var definition = new FlowText().Start().Task("a").End().Arrows("start > a > end").Definition();
        var (one, two) = (new EngineDrive(definition), new EngineDrive(definition));
        Assert.Equal(one.Last.State.ToJson(), two.Last.State.ToJson());
        Assert.Equal(one.Last.Journal, two.Last.Journal);
    }

    [Fact]
    public void A_stimulus_for_an_activity_that_does_not_wait_is_a_bug_and_throws()
    {
        var drive = new EngineDrive(new FlowText().Start().Task("a").Task("b").End().Arrows("start > a > b > end").Definition());
        Assert.Throws<InvalidOperationException>(() => drive.Done("b"));
    }
}

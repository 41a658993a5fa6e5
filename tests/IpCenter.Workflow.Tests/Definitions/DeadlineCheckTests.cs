using IpCenter.Workflow.Definitions;
using IpCenter.Workflow.Tests.Support;

namespace IpCenter.Workflow.Tests.Definitions;

/// <summary>A wait that nobody is reminded of is refused.</summary>
public sealed class DeadlineCheckTests
{
    [Fact]
    public void A_persons_task_and_an_event_alone_are_refused() => Assert.Equal(
        "read reply",
        Refused(new FlowText().Start().Task("read").Event("reply").End().Arrows("start > read > reply > end")));

    [Fact]
    public void A_timer_in_a_race_with_them_is_enough() => Assert.Equal(
        "",
        Refused(new FlowText().Start().Fork("fork", "A", "B").Task("read").Event("reply").Delay("late", "3.00:00:00").Join("join", "WaitAny").End()
            .Arrows("start > fork", "fork.A > read > reply > join", "fork.B > late > join > end")));

    [Fact]
    public void The_day_that_it_is_due_in_the_payload_is_enough_for_a_task() => Assert.Equal(
        "",
        Refused(new FlowText().Variable("D").Start().Task("read", payload: "({ queue: 'q', dueAt: variables.D.dueAt })").End().Arrows("start > read > end")));

    [Fact]
    public void A_timer_before_or_after_the_wait_does_not_help() => Assert.Equal(
        "read",
        Refused(new FlowText().Start().Delay("before", "1.00:00:00").Task("read").Delay("after", "1.00:00:00").End()
            .Arrows("start > before > read > after > end")));

    [Fact]
    public void A_timer_of_a_race_that_is_over_does_not_help() => Assert.Equal(
        "decide",
        Refused(new FlowText().Start().Fork("fork", "A", "B").Event("reply").Delay("late", "3.00:00:00").Join("join", "WaitAny").Task("decide").End()
            .Arrows("start > fork", "fork.A > reply > join", "fork.B > late > join > decide > end")));

    [Fact]
    public void A_timer_that_still_runs_beside_a_later_wait_helps() => Assert.Equal(
        "",
        Refused(new FlowText().Start().Fork("fork", "A", "B").Task("first").Task("second").Delay("late", "3.00:00:00").End()
            .Arrows("start > fork", "fork.A > first > second > end", "fork.B > late > end")));

    [Fact]
    public void A_decision_between_the_wait_and_the_timer_does_not_help() => Assert.Equal(
        "read",
        Refused(new FlowText().Variable("R", "Boolean").Start().Decision("which", "variables.R").Task("read").Delay("late", "3.00:00:00").End()
            .Arrows("start > which", "which.True > read > end", "which.False > late > end")));

    [Fact]
    public void Work_of_the_system_needs_none() => Assert.Equal(
        "",
        Refused(new FlowText().Start().Task("search").End().Arrows("start > search > end"), "search"));

    private static string Refused(FlowText flow, params string[] handled)
    {
        var problems = WorkflowCatalog.Read([KeyValuePair.Create("flow.json", flow.ToString())], Rules.For(handled)).Problems;
        Assert.All(problems, problem => Assert.Contains("let a timer wait beside it", problem.Reason, StringComparison.Ordinal));
        return string.Join(' ', problems.Select(problem => problem.ActivityId));
    }
}

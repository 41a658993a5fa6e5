using IpCenter.Workflow.Tests.Support;

namespace IpCenter.Workflow.Tests.Definitions;

/// <summary>Which loops and joins are safe, and which are refused because the flowchart would double or lose work.</summary>
public sealed class LoopAndJoinCheckTests
{
    [Theory]
    [InlineData("WaitAll")]
    [InlineData("WaitAllActive")]
    [InlineData("WaitAny")]
    public void A_way_back_from_behind_the_join_is_accepted(string mode)
    {
        var reading = new FlowText().Start().Fork("fork", "A", "B").Task("a").Task("b").Join("join", mode).Decision("again", "true").End()
            .Arrows("start > fork", "fork.A > a > join", "fork.B > b > join", "join > again", "again.True > fork", "again.False > end").Read();
        Assert.Empty(reading.Problems);
    }

    [Fact]
    public void A_way_back_from_an_activity_that_gathers_all_branches_without_a_join_is_accepted() =>
        Assert.Empty(new FlowText().Start().Task("head").Task("a").Task("b").Decision("again", "true").End()
            .Arrows("start > head > a > again", "head > b > again", "again.True > head", "again.False > end").Read().Problems);

    [Fact]
    public void A_way_back_within_one_branch_is_accepted() =>
        Assert.Empty(new FlowText().Start().Fork("fork", "A", "B").Task("a").Decision("again", "true").Task("b").Join("join", "WaitAll").End()
            .Arrows("start > fork", "fork.A > a > again", "again.True > a", "again.False > join", "fork.B > b > join", "join > end").Read().Problems);

    [Fact]
    public void A_way_back_past_a_branch_that_leads_to_an_End_of_its_own_is_refused() =>
        AssertRefused(new FlowText().Start().Fork("fork", "A", "B").Task("a").Decision("again", "true").Task("b").End().End("end2")
            .Arrows("start > fork", "fork.A > a > again", "again.True > fork", "again.False > end", "fork.B > b > end2"), "again");

    [Fact]
    public void A_way_back_past_an_implicit_fork_is_refused() =>
        AssertRefused(new FlowText().Start().Task("head").Task("a").Decision("again", "true").Task("b").Join("join", "WaitAny").End()
            .Arrows("start > head > a > again", "head > b > join", "again.True > head", "again.False > join", "join > end"), "again");

    [Fact]
    public void A_way_back_beside_a_way_on_from_the_same_port_is_refused() =>
        AssertRefused(new FlowText().Start().Task("a").Task("b").End().Arrows("start > a > b > end", "b > a"), "b");

    [Fact]
    public void A_loop_that_neither_waits_nor_sets_a_variable_is_refused()
    {
        var problem = Assert.Single(new FlowText().Variable("V").Start().Join("head", "WaitAny").Decision("again", "variables.V === 1").End()
            .Arrows("start > head > again", "again.True > head", "again.False > end").Read().Problems);
        Assert.Equal(("again", "$.root.connections[2]"), (problem.ActivityId, problem.JsonPath));
        Assert.Contains("never ends", problem.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loop_with_a_way_round_that_does_not_wait_is_accepted_when_another_way_does() =>
        Assert.Empty(new FlowText().Variable("V").Start().Fork("fork", "A", "B").Task("a").Join("join", "WaitAll").Decision("again", "variables.V === 1").End()
            .Arrows("start > fork", "fork.A > a > join", "fork.B > join > again", "again.True > fork", "again.False > end").Read().Problems);

    [Fact]
    public void A_way_back_from_a_switch_that_may_also_go_on_is_refused() =>
        AssertRefused(new FlowText().Start().Task("a").Switch("choice", "MatchAny", ("Again", "true"), ("On", "true")).End()
            .Arrows("start > a > choice", "choice.Again > a", "choice.On > end", "choice.Default > end"), "choice");

    [Fact]
    public void A_way_back_from_a_switch_that_takes_one_way_only_is_accepted() =>
        Assert.Empty(new FlowText().Start().Task("a").Switch("choice", "MatchFirst", ("Again", "true"), ("On", "true")).End()
            .Arrows("start > a > choice", "choice.Again > a", "choice.On > end", "choice.Default > end").Read().Problems);

    [Fact]
    public void WaitAll_on_both_outcomes_of_a_decision_is_refused()
    {
        var reading = new FlowText().Start().Decision("choice", "true").Task("a").Task("b").Join("join", "WaitAll").End()
            .Arrows("start > choice", "choice.True > a > join", "choice.False > b > join", "join > end").Read();
        Assert.Equal(["join", "join"], reading.Problems.Select(problem => problem.ActivityId));
        Assert.Contains("WaitAllActive", reading.Problems[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void WaitAll_behind_a_decision_that_comes_before_the_fork_is_accepted() =>
        Assert.Empty(new FlowText().Start().Decision("choice", "true").Fork("fork", "A", "B").Task("a").Task("b").Join("join", "WaitAll").End()
            .Arrows("start > choice", "choice.True > fork", "choice.False > end", "fork.A > a > join", "fork.B > b > join", "join > end").Read().Problems);

    [Fact]
    public void WaitAll_with_a_branch_that_may_end_the_whole_instance_is_accepted() =>
        Assert.Empty(new FlowText().Start().Fork("fork", "A", "B").Task("a").Decision("choice", "true").Task("b").Join("join", "WaitAll").End().End("rejected")
            .Arrows("start > fork", "fork.A > a > choice", "choice.True > join", "choice.False > rejected", "fork.B > b > join", "join > end").Read().Problems);

    [Fact]
    public void WaitAll_on_two_ports_of_a_switch_that_need_not_both_match_is_refused() =>
        Assert.Contains(
            new FlowText().Start().Switch("choice", "MatchAny", ("A", "true"), ("B", "true")).Task("a").Task("b").Join("join", "WaitAll").End()
                .Arrows("start > choice", "choice.A > a > join", "choice.B > b > join", "choice.Default > end", "join > end").Read().Problems,
            problem => problem.ActivityId == "join" && problem.Reason.Contains("'A'", StringComparison.Ordinal));

    private static void AssertRefused(FlowText flow, string activity)
    {
        var problem = Assert.Single(flow.Read().Problems);
        Assert.Equal(activity, problem.ActivityId);
        Assert.Contains("still wait", problem.Reason, StringComparison.Ordinal);
    }
}

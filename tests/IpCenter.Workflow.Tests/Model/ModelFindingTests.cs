using IpCenter.Workflow.Tests.Support;

namespace IpCenter.Workflow.Tests.Model;

/// <summary>The smallest definitions on which the engine or the loader and the contract once differed, as the model found them.</summary>
public sealed class ModelFindingTests
{
    [Fact]
    public void S2_WaitAny_runs_once_when_one_outcome_leads_to_it_twice()
    {
        var drive = new EngineDrive(new FlowText().Variable("N", "Int32", "0").Start().Fork("fork", "A", "B").Join("join", "WaitAny").Set("count", "N", "variables.N + 1").Task("after").End()
            .Arrows("start > fork", "fork.A > join", "fork.B > join", "join > count > after > end").Definition());
        Assert.Equal("start fork join count", drive.Completed);
        Assert.Equal(1, Convert.ToInt32(drive["N"], System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void S2_WaitAny_drops_a_loser_that_the_same_outcome_starts()
    {
        var drive = new EngineDrive(new FlowText().Start().Fork("fork", "A", "B").Task("late").Join("join", "WaitAny").Task("after").End()
            .Arrows("start > fork", "fork.A > join", "fork.B > late > join", "join > after > end").Definition());
        Assert.Equal("after", drive.Waiting);
    }

    [Fact]
    public void S2_WaitAny_drops_a_race_upstream_that_the_same_outcome_decides()
    {
        var drive = new EngineDrive(new FlowText().Start().Fork("fork", "A", "B", "C").Task("x").Join("inner", "WaitAny").Join("outer", "WaitAny").Task("after").End()
            .Arrows("start > fork", "fork.A > outer", "fork.B > inner", "fork.C > x > inner", "inner > outer", "outer > after > end").Definition());
        Assert.Equal("after", drive.Waiting);
        Assert.Equal(1, drive.Completed.Split(' ').Count(id => id == "outer"));
    }

    [Fact]
    public void S6_Jumping_back_while_a_sibling_arrow_waits_at_an_End_of_several_arrows_is_refused() =>
        Assert.False(new FlowText().Variable("R").Start().Task("check", "R").Decision("ok", "variables.R === 'pass'").Task("fix").End()
            .Arrows("start > check > ok", "ok.True > end", "ok.False > end", "ok.False > fix > check").Read().IsValid);

    [Fact]
    public void Way_without_End_is_refused() =>
        Assert.False(new FlowText().Variable("R").Start().Decision("ok", "variables.R === 'pass'").Task("forever").End()
            .Arrows("start > ok", "ok.True > end", "ok.False > forever > forever").Read().IsValid);

    [Fact]
    public void S3_WaitAll_that_a_choice_into_a_shared_End_starves_is_refused() =>
        Assert.False(new FlowText().Start().Fork("fork", "A", "B").Decision("choice", "true").Task("b").Join("join", "WaitAll").Task("after").End()
            .Arrows("start > fork", "fork.A > choice", "fork.B > b > join", "choice.True > end", "choice.False > join", "join > after > end").Read().IsValid);

    [Fact]
    public void S3_WaitAll_that_a_choice_starves_while_another_branch_still_feeds_it_is_refused() =>
        Assert.False(new FlowText().Start().Fork("outer", "A", "B").Decision("choice", "false").Fork("inner", "A", "B").Task("a").Task("b").Join("join", "WaitAll").Task("lost").Task("after").End()
            .Arrows("start > outer", "outer.A > choice", "outer.B > b", "choice.True > inner", "choice.False > after", "inner.A > a > join", "inner.B > b > join", "join > lost > after > end").Read().IsValid);

    [Fact]
    public void S6_Jumping_back_past_an_arrow_that_waits_is_refused_inside_another_loop_too() =>
        Assert.False(new FlowText().Variable("R").Start().Task("a").Task("b", "R").Decision("d", "variables.R === 'on'").Task("c", "R").Decision("e", "variables.R === 'on'").End()
            .Arrows("start > a > b > c > e", "b > d", "d.True > c", "d.False > a", "e.True > end", "e.False > b").Read().IsValid);

    [Fact]
    public void S3_WaitAll_that_a_race_starves_is_refused() =>
        Assert.False(new FlowText().Start().Fork("fork", "A", "B").Task("a").Task("b").Task("c").Join("race", "WaitAny").Join("join", "WaitAll").Task("lost").End()
            .Arrows("start > fork", "fork.A > a > race > join", "fork.B > b > race", "b > c > join", "join > lost > end").Read().IsValid);
}

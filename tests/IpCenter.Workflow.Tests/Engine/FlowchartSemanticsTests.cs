using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Tests.Support;

namespace IpCenter.Workflow.Tests.Engine;

/// <summary>The numbered semantics of Elsa 3.7.1's flowcharts as observed; the number is the probe's.</summary>
public sealed class FlowchartSemanticsTests
{
    [Fact]
    public void S1_True_and_False_of_one_decision_into_one_activity_run_it_once()
    {
        var drive = new EngineDrive(new FlowText().Start().Decision("choice", "1 < 2").Task("work").End()
            .Arrows("start > choice", "choice.True > work", "choice.False > work", "work > end").Definition());
        Assert.Equal("work", drive.Waiting);
        drive.Done("work");
        Assert.Equal("start choice work end", drive.Completed);
        Assert.Equal(WorkflowStatus.Finished, drive.Last.Status);
    }

    [Fact]
    public void S1_A_normal_activity_waits_until_every_arrow_that_can_come_has_come_and_runs_once()
    {
        var drive = new EngineDrive(new FlowText().Start().Task("a").Task("b").Task("after").End()
            .Arrows("start > a", "start > b", "a > after", "b > after", "after > end").Definition());
        Assert.Equal("a b", drive.Waiting);
        Assert.Equal("b", drive.Done("a").Waiting);
        Assert.Equal("after", drive.Done("b").Waiting);
        Assert.Equal("start a b after end", drive.Done("after").Completed);
    }

    [Fact]
    public void S1_A_dead_path_is_propagated_over_several_activities()
    {
        var drive = new EngineDrive(new FlowText().Start().Decision("choice", "true").Task("a").Set("x", "V", "1").Set("y", "V", "2").Task("after").End()
            .Variable("V").Arrows("start > choice", "choice.True > a > after > end", "choice.False > x > y > after").Definition());
        drive.Done("a");
        Assert.Equal("after", drive.Waiting);
        Assert.Null(drive["V"]);
    }

    [Theory]
    [InlineData("reply", "deadline")]
    [InlineData("deadline", "reply")]
    public void S2_WaitAny_is_a_race_that_cancels_the_others(string winner, string loser)
    {
        var drive = new EngineDrive(Race("WaitAny").Definition());
        Assert.Equal("deadline reply", drive.Waiting);
        drive.Done(winner);
        Assert.Equal("after", drive.Waiting);
        Assert.Equal(loser, drive.Cancelled);
        Assert.Equal([winner, loser], drive.Last.WaitsToRemove.OrderBy(id => id == loser));
    }

    [Fact]
    public void S2_Two_separate_Ends_race_as_well()
    {
        var drive = new EngineDrive(new FlowText().Start().Fork("fork", "A", "B").Event("reply").Delay("deadline", "10.00:00:00").End("end1").End("end2")
            .Arrows("start > fork", "fork.A > reply > end1", "fork.B > deadline > end2").Definition());
        drive.Fire("deadline");
        Assert.Equal(WorkflowStatus.Finished, drive.Last.Status);
        Assert.Equal("reply", drive.Cancelled);
    }

    [Fact]
    public void S2_WaitAny_also_drops_losers_that_had_not_begun_to_wait()
    {
        var drive = new EngineDrive(new FlowText().Variable("V").Start().Fork("fork", "A", "B").Set("a", "V", "'a'").Set("b", "V", "'b'").Task("late")
            .Join("join", "WaitAny").Task("after").End()
            .Arrows("start > fork", "fork.A > a > join", "fork.B > b > late > join", "join > after > end").Definition());
        Assert.Equal("after", drive.Waiting);
        Assert.DoesNotContain("late", drive.Completed, StringComparison.Ordinal);
    }

    [Fact]
    public void S2_WaitAny_leaves_a_branch_alone_that_does_not_lead_to_it()
    {
        var drive = new EngineDrive(new FlowText().Start().Fork("fork", "A", "B", "C").Event("reply").Delay("deadline", "1.00:00:00").Task("other")
            .Join("join", "WaitAny").Join("all", "WaitAll").End()
            .Arrows("start > fork", "fork.A > reply > join", "fork.B > deadline > join", "fork.C > other > all", "join > all > end").Definition());
        drive.Done("reply");
        Assert.Equal("other", drive.Waiting);
        Assert.Equal(WorkflowStatus.Finished, drive.Done("other").Last.Status);
    }

    [Fact]
    public void S2_WaitAll_waits_for_every_branch_and_runs_once()
    {
        var drive = new EngineDrive(Race("WaitAll").Definition());
        Assert.Equal("deadline", drive.Done("reply").Waiting);
        Assert.Equal("after", drive.Fire("deadline").Waiting);
        Assert.Equal("start fork reply deadline join", drive.Completed);
    }

    [Fact]
    public void S3_WaitAll_with_a_dead_path_is_refused_at_load()
    {
        var reading = DeadPath("WaitAll").Read();
        var problem = Assert.Single(reading.Problems);
        Assert.Equal("join", problem.ActivityId);
    }

    [Fact]
    public void S3_WaitAllActive_runs_with_the_branches_that_come()
    {
        var drive = new EngineDrive(DeadPath("WaitAllActive").Definition());
        Assert.Equal("b", drive.Waiting);
        Assert.Equal("after", drive.Done("b").Waiting);
    }

    [Fact]
    public void S4_An_outcome_that_leads_nowhere_is_refused_at_load()
    {
        var reading = new FlowText().Start().Decision("choice", "true").End().Arrows("start > choice", "choice.True > end").Read();
        var problem = Assert.Single(reading.Problems);
        Assert.Equal(("choice", "$.root.activities[1]"), (problem.ActivityId, problem.JsonPath));
        Assert.Contains("'False'", problem.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void S5_A_loop_runs_its_body_again()
    {
        var drive = new EngineDrive(new FlowText().Variable("R").Start().Task("check", "R").Decision("ok", "variables.R === 'pass'").End()
            .Arrows("start > check > ok", "ok.True > end", "ok.False > check").Definition());
        Assert.Equal("check", drive.Done("check", "again").Done("check", "again").Waiting);
        Assert.Equal("start check ok check ok check ok end", drive.Done("check", "pass").Completed);
        Assert.Equal(WorkflowStatus.Finished, drive.Last.Status);
    }

    [Fact]
    public void S5_A_loop_inside_a_raced_branch_goes_on_and_still_loses_the_race()
    {
        var flow = new FlowText().Variable("R").Start().Fork("fork", "A", "B").Task("check", "R").Decision("ok", "variables.R === 'pass'").Task("fix")
            .Delay("deadline", "10.00:00:00").Join("join", "WaitAny").Task("after").End()
            .Arrows("start > fork", "fork.A > check > ok", "ok.True > join", "ok.False > fix > check", "fork.B > deadline > join", "join > after > end")
            .Definition();
        var drive = new EngineDrive(flow).Done("check", "no").Done("fix").Done("check", "no");
        Assert.Equal("deadline fix", drive.Waiting);
        Assert.Equal("after", new EngineDrive(flow).Done("check", "no").Fire("deadline").Waiting);
        Assert.Equal("after", drive.Done("fix").Done("check", "pass").Waiting);
    }

    [Fact]
    public void S5_A_loop_around_a_whole_race_runs_the_race_again()
    {
        var drive = new EngineDrive(new FlowText().Variable("R").Start().Fork("fork", "A", "B").Event("reply").Delay("deadline", "10.00:00:00")
            .Join("join", "WaitAny").Task("check", "R").Decision("ok", "variables.R === 'pass'").End()
            .Arrows("start > fork", "fork.A > reply > join", "fork.B > deadline > join", "join > check > ok", "ok.False > fork", "ok.True > end").Definition());
        drive.Done("reply").Done("check", "no");
        Assert.Equal("deadline reply", drive.Waiting);
        drive.Fire("deadline").Done("check", "no").Fire("deadline").Done("check", "pass");
        Assert.Equal("deadline reply reply", drive.Cancelled);
        Assert.Equal(WorkflowStatus.Finished, drive.Last.Status);
    }

    [Fact]
    public void S5_A_loop_inside_a_branch_does_not_let_a_WaitAll_outside_run_early_or_twice()
    {
        var drive = new EngineDrive(new FlowText().Variable("R").Start().Fork("fork", "A", "B").Task("check", "R").Decision("ok", "variables.R === 'pass'")
            .Task("other").Join("join", "WaitAll").Task("after").End()
            .Arrows("start > fork", "fork.A > check > ok", "ok.False > check", "ok.True > join", "fork.B > other > join", "join > after > end").Definition());
        Assert.Equal("check", drive.Done("check", "no").Done("other").Waiting);
        Assert.Equal("after", drive.Done("check", "no").Done("check", "pass").Waiting);
        Assert.Equal(1, drive.Completed.Split(' ').Count(id => id == "join"));
    }

    [Fact]
    public void S5_A_loop_that_can_be_entered_at_two_places_is_refused_at_load()
    {
        var reading = new FlowText().Start().Decision("choice", "true").Task("a").Task("b").Decision("again", "true").End()
            .Arrows("start > choice", "choice.True > a", "choice.False > b", "a > b > again", "again.True > a", "again.False > end").Read();
        Assert.All(reading.Problems, problem => Assert.Contains("several places", problem.Reason, StringComparison.Ordinal));
        Assert.Equal(["a", "again", "b"], reading.Problems.Select(problem => problem.ActivityId).Order());
    }

    [Fact]
    public void S6_Jumping_back_before_a_fork_while_a_sibling_waits_is_refused_at_load()
    {
        var reading = new FlowText().Variable("R").Start().Fork("fork", "A", "B").Task("check", "R").Decision("ok", "variables.R === 'pass'").Task("other")
            .Join("join", "WaitAll").End()
            .Arrows("start > fork", "fork.A > check > ok", "ok.False > fork", "ok.True > join", "fork.B > other > join", "join > end").Read();
        var problem = Assert.Single(reading.Problems);
        Assert.Equal(("ok", "$.root.connections[3]"), (problem.ActivityId, problem.JsonPath));
    }

    [Fact]
    public void S7_A_throwing_expression_faults_the_instance_and_keeps_the_other_waits()
    {
        var drive = new EngineDrive(Faulting().Definition()).Done("check", null);
        Assert.Equal(WorkflowStatus.Faulted, drive.Last.Status);
        Assert.Equal("ok", drive.Last.Fault!.ActivityId);
        Assert.Contains("cannot read 'outcome' of null", drive.Last.Fault.Reason, StringComparison.Ordinal);
        Assert.Equal("other", drive.Waiting);
        Assert.Equal(["ok"], drive.Last.State.Ready);
    }

    [Fact]
    public void S7_A_retry_runs_the_failed_activity_again_and_nothing_before_it()
    {
        var drive = new EngineDrive(Faulting().Definition()).Done("check", null).Send(new Stimulus.Retried("ok", "again"));
        Assert.Equal(WorkflowStatus.Faulted, drive.Last.Status);
        Assert.Equal("start fork check", drive.Completed);
        Assert.Equal([JournalEvent.Faulted, JournalEvent.Retried, JournalEvent.Faulted], drive.Journal.TakeLast(3).Select(line => line.Event));
    }

    [Fact]
    public void S8_An_instance_is_running_while_it_waits_and_finished_after_its_End()
    {
        var drive = new EngineDrive(new FlowText().Start().Task("a").End().Arrows("start > a > end").Definition());
        Assert.Equal(WorkflowStatus.Running, drive.Last.Status);
        Assert.Equal(WorkflowStatus.Finished, drive.Done("a").Last.Status);
    }

    private static FlowText Race(string mode) => new FlowText().Start().Fork("fork", "A", "B").Event("reply").Delay("deadline", "10.00:00:00")
        .Join("join", mode).Task("after").End()
        .Arrows("start > fork", "fork.A > reply > join", "fork.B > deadline > join", "join > after > end");

    private static FlowText DeadPath(string mode) => new FlowText().Start().Fork("fork", "A", "B").Decision("choice", "false").Task("a").Task("b")
        .Join("join", mode).Task("after").End()
        .Arrows("start > fork", "fork.A > choice", "choice.True > a > join", "choice.False > after", "fork.B > b > join", "join > after > end");

    private static FlowText Faulting() => new FlowText().Variable("R").Start().Fork("fork", "A", "B").Task("check", "R")
        .Decision("ok", "variables.R.outcome === 'pass'").Task("other").End()
        .Arrows("start > fork", "fork.A > check > ok", "ok.True > end", "ok.False > end", "fork.B > other > end");
}

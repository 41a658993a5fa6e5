using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Tests.Support;

namespace IpCenter.Workflow.Tests.Engine;

/// <summary>Timer and Cron within a flowchart: one wait each.</summary>
public sealed class TimedActivityTests
{
    [Fact]
    public void Timer_waits_for_its_interval_once()
    {
        var drive = new EngineDrive(new FlowText().Start().Activity("pause", "Elsa.Timer", ("interval", FlowText.Literal("TimeSpan", "2.00:30:00")))
            .End().Arrows("start > pause > end").Definition());
        var wait = Assert.Single(drive.Last.WaitsToAdd);
        Assert.Equal((WaitKind.Timer, EngineDrive.T0.AddDays(2).AddMinutes(30)), (wait.Kind, wait.DueAt));
        Assert.Equal(WorkflowStatus.Finished, drive.Fire("pause").Last.Status);
    }

    [Theory]
    [InlineData("0 30 8 * * *", "2026-11-22T08:30:00Z")] // 09:00 in China is 01:00 UTC.
    [InlineData("0 0 0 * * MON", "2026-11-23T00:00:00Z")]
    [InlineData("*/20 * * * * *", "2026-11-22T01:00:20Z")]
    [InlineData("0 0 12 L * *", "2026-11-30T12:00:00Z")]
    public void Cron_waits_for_the_next_instant_in_utc(string expression, string due)
    {
        var drive = new EngineDrive(Cron(expression).Definition());
        Assert.Equal(DateTimeOffset.Parse(due, System.Globalization.CultureInfo.InvariantCulture), Assert.Single(drive.Last.WaitsToAdd).DueAt);
    }

    [Theory]
    [InlineData("30 8 * * *", "six fields")]
    [InlineData("0 0 25 * * *", "six fields")]
    [InlineData("0 0 0 30 2 *", "no day is such a day")]
    [InlineData("tomorrow", "six fields")]
    public void A_cron_expression_that_names_no_instant_is_refused(string expression, string reason)
    {
        var problem = Assert.Single(Cron(expression).Read().Problems);
        Assert.Equal(("cron", "$.root.activities[1].cronExpression"), (problem.ActivityId, problem.JsonPath));
        Assert.Contains(reason, problem.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("P10D")]
    [InlineData("72:00:00")]
    public void A_timer_is_refused_where_a_delay_is(string interval)
    {
        var reading = new FlowText().Start().Activity("pause", "Elsa.Timer", ("interval", FlowText.Literal("TimeSpan", interval)))
            .End().Arrows("start > pause > end").Read();
        Assert.Equal("$.root.activities[1].interval", Assert.Single(reading.Problems).JsonPath);
    }

    private static FlowText Cron(string expression) => new FlowText().Start()
        .Activity("cron", "Elsa.Cron", ("cronExpression", FlowText.Literal("String", expression))).End().Arrows("start > cron > end");
}

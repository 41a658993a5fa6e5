using IpCenter.Casework.Cases;
using IpCenter.Casework.Clocks;

namespace IpCenter.Casework.Tests.Cases;

public sealed class ServiceLevelTests
{
    private static readonly DateOnly October = new(2026, 10, 1);

    private static readonly DateOnly September = new(2026, 9, 1);

    [Fact]
    public void The_three_clocks_and_their_sum_are_measured_apart()
    {
        // Centre 1…10 days, applicant always 2, office twice the centre's.
        var cell = Count(Enumerable.Range(1, 10).Select(days => Closed(October, days, 2, 2 * days)));

        Assert.Equal(10, cell.Count);
        Assert.Equal([ClockOwner.Centre, ClockOwner.Applicant, ClockOwner.Office, null], cell.Clocks.Select(c => c.Clock));
        Assert.Equal([5.5m, 2m, 11m, 18.5m], cell.Clocks.Select(c => c.Median));
        Assert.Equal([9, 2, 18, 29], cell.Clocks.Select(c => c.P90));
    }

    [Fact]
    public void The_share_within_the_target_counts_the_target_itself()
    {
        var cell = Count([Closed(October, 3), Closed(October, 5), Closed(October, 5), Closed(October, 6), Closed(October, 20)]);

        Assert.Equal((5, 0.6m), (cell.Clocks[0].Target, cell.Clocks[0].WithinTarget));
        Assert.All(cell.Clocks.Skip(1), clock => Assert.Null(clock.WithinTarget));
        Assert.Equal((5m, 20), (cell.Clocks[0].Median, cell.Clocks[0].P90));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Few_cases_look_like_none(int cases)
    {
        var few = ServiceLevel.Count(Enumerable.Range(0, cases).Select(_ => Closed(October, 3)), [October], 5, Target);
        var none = ServiceLevel.Count([], [October], 5, Target);

        Assert.Equal(none.Select(m => (m.Kind, m.Month, m.Count, m.Clocks.Count)), few.Select(m => (m.Kind, m.Month, m.Count, m.Clocks.Count)));
        Assert.All(few, month => Assert.Null(month.Count));
    }

    [Fact]
    public void Five_cases_are_shown_and_nothing_adds_up_over_cells()
    {
        var months = ServiceLevel.Count(
            [.. Enumerable.Repeat(Closed(October, 3), 5), .. Enumerable.Repeat(Closed(September, 3), 4)], [October, September], 5, Target);

        Assert.Equal(2 * Enum.GetValues<CaseKind>().Length, months.Count);
        Assert.Equal([5], months.Select(m => m.Count).OfType<int>());
    }

    [Fact]
    public void The_share_of_the_time_that_was_paused_is_of_all_cases_together_and_is_not_shown_of_few()
    {
        var paused = new ClockTotals(new(3, TimeSpan.FromDays(3)), new(1, TimeSpan.FromDays(1)), default) { Paused = new(4, TimeSpan.FromDays(4)) };
        List<ClosedCase> cases = [.. Enumerable.Repeat(new ClosedCase(CaseKind.DesignApplication, October, paused), 5)];

        Assert.Equal(0.5m, Count(cases).PausedShare);
        Assert.Equal(0.4m, Count([.. cases, new(CaseKind.DesignApplication, October, new(new(10, TimeSpan.FromDays(10)), default, default))]).PausedShare);
        Assert.Null(Count(cases.Take(4)).PausedShare);
    }

    [Fact]
    public void Nine_of_ten_is_the_nearest_rank()
    {
        for (var count = 5; count <= 60; count++)
        {
            var p90 = Count(Enumerable.Range(1, count).Select(days => Closed(October, days))).Clocks[0].P90;

            Assert.True(p90 >= 0.9 * count, $"{p90} of {count}");
            Assert.True(p90 - 1 < 0.9 * count, $"{p90} of {count}");
        }
    }

    private static ServiceLevelMonth Count(IEnumerable<ClosedCase> cases) =>
        ServiceLevel.Count(cases, [October], 5, Target).Single(m => m.Kind == CaseKind.DesignApplication);

    private static int? Target(CaseKind kind, ClockOwner clock) => kind == CaseKind.DesignApplication && clock == ClockOwner.Centre ? 5 : null;

    private static ClosedCase Closed(DateOnly month, int centre, int applicant = 0, int office = 0) =>
        new(CaseKind.DesignApplication, month, new(new(centre, default), new(applicant, default), new(office, default)));
}

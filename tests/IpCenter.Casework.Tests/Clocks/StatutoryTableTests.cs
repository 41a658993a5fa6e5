using System.Text.Json;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Tests.ReferenceData;
using IpCenter.Testing;

namespace IpCenter.Casework.Tests.Clocks;

/// <summary>
/// The periods that the centre lives by, written a second time and by themselves: number, article, length and way of counting, each
/// against the data. Every length is then counted over an ordinary day, a holiday, a make-up day, the end of a month and of a year.
/// </summary>
public sealed class StatutoryTableTests
{
    private static readonly WorkingCalendar Calendar = Reference.Library.Calendar;
    private static readonly DeadlineCatalogue Rules = Reference.Library.Deadlines;

    /// <summary>Code, key, mode, length, unit, and what the basis has to name.</summary>
    public static readonly TheoryData<string, string, CountingMode, int, LengthUnit, string> Law = new()
    {
        { "D01", "d01-filing-fee", CountingMode.MonthRoll, 2, LengthUnit.Months, "实施细则（2023）第112条" },
        { "D01", "d01-filing-fee-after-notice", CountingMode.CalendarRoll, 15, LengthUnit.Days, "实施细则（2023）第112条" },
        { "D02", "d02-voluntary-amendment", CountingMode.MonthRoll, 2, LengthUnit.Months, "实施细则（2023）第57(2)条" },
        { "D03", "d03-priority-copy", CountingMode.MonthRoll, 3, LengthUnit.Months, "专利法第30(2)条" },
        { "D04", "d04-design-priority", CountingMode.MonthRoll, 6, LengthUnit.Months, "专利法第29条" },
        { "D05", "d05-grace-period", CountingMode.MonthRoll, 6, LengthUnit.Months, "专利法第24条" },
        { "D06", "d06-registration", CountingMode.MonthRoll, 2, LengthUnit.Months, "实施细则（2023）第60条" },
        { "D07", "d07-annual-fee", CountingMode.MonthRoll, 1, LengthUnit.Years, "实施细则（2023）第115条" },
        { "D07", "d07-annual-fee-grace", CountingMode.MonthRoll, 6, LengthUnit.Months, "实施细则（2023）第115条" },
        { "D08", "d08-evaluation-report", CountingMode.MonthRoll, 2, LengthUnit.Months, "实施细则（2023）第63条" },
        { "D09", "d09-restoration", CountingMode.MonthRoll, 2, LengthUnit.Months, "实施细则（2023）第6(2)条" },
        { "D10", "counter-notice", CountingMode.CalendarRoll, 15, LengthUnit.Days, "电子商务法第43条第2款" },
        { "D12", "judicial-confirmation", CountingMode.CalendarRoll, 30, LengthUnit.Days, "民事诉讼法（2023）第205条；人民调解法第33条" },
        { "D13", "d13-confirmation-acceptance", CountingMode.CalendarRoll, 3, LengthUnit.Days, "法释〔2011〕5号第4条" },
        { "D13", "d13-confirmation-decision", CountingMode.CalendarRoll, 15, LengthUnit.Days, "法释〔2011〕5号第5条" },
        { "D14", "d14-suit-after-preservation", CountingMode.CalendarRoll, 30, LengthUnit.Days, "民事诉讼法（2023）第104(3)条" },
        { "D15", "d15-preservation-ruling", CountingMode.Hours, 48, LengthUnit.Hours, "民事诉讼法（2023）第104条第2款" },
        { "D16", "d16-suit-after-adjudication", CountingMode.CalendarRoll, 15, LengthUnit.Days, "专利法第65条" },
        { "D17", "d17-adjudication", CountingMode.MonthRoll, 3, LengthUnit.Months, "专利纠纷行政裁决和调解办法" },
        { "D18", "d18-suit-after-invalidation", CountingMode.MonthRoll, 3, LengthUnit.Months, "专利法第46(2)条" },
        { "D19", "d19-limitation", CountingMode.MonthRoll, 3, LengthUnit.Years, "专利法第74条；民法典第188条" },
        { "D20", "d20-defence", CountingMode.CalendarRoll, 15, LengthUnit.Days, "民事诉讼法（2023）第128条" },
        { "D21", "d21-review-of-ruling", CountingMode.CalendarRoll, 5, LengthUnit.Days, "民事诉讼法解释第171条" },
        { "D22", "d22-trademark-opposition", CountingMode.MonthRoll, 3, LengthUnit.Months, "商标法（2019）第33条" },
        { "D22", "d22-trademark-opposition-2027", CountingMode.MonthRoll, 2, LengthUnit.Months, "商标法（2026年修订" },
    };

    [Theory]
    [MemberData(nameof(Law))]
    public void A_period_of_the_law_stands_in_the_data_with_its_article(string code, string key, CountingMode mode, int length, LengthUnit unit, string basis)
    {
        var rule = Rules[key];
        Assert.Equal((code, DeadlineKind.Statutory, mode, length, unit), (rule.Code, rule.Kind, rule.Mode, rule.Length!.Value, rule.Unit!.Value));
        Assert.Contains(basis, rule.Basis!.Zh);
        Assert.False(rule.IsPausable);
        Assert.False(rule.Promised);
        Assert.Contains(rule, Rules.WithCode(code));
    }

    /// <summary>Ordinary day; the last day in the National Day holiday or New Year; a make-up Sunday or Saturday; the end of February; the turn of the year.</summary>
    private static readonly Dictionary<(int Length, LengthUnit Unit), (string Start, string Due)[]> Examples = new()
    {
        [(2, LengthUnit.Months)] = [("2026-03-11", "2026-05-11"), ("2026-08-01", "2026-10-08"), ("2026-03-09", "2026-05-09"), ("2025-12-31", "2026-02-28"), ("2023-12-31", "2024-02-29"), ("2026-12-31", "2027-03-01"), ("2026-11-01", "2027-01-04")],
        [(3, LengthUnit.Months)] = [("2026-03-11", "2026-06-11"), ("2026-07-01", "2026-10-08"), ("2026-06-20", "2026-09-20"), ("2025-11-30", "2026-02-28"), ("2023-11-30", "2024-02-29"), ("2026-10-01", "2027-01-04")],
        [(6, LengthUnit.Months)] = [("2026-01-13", "2026-07-13"), ("2026-04-01", "2026-10-08"), ("2026-03-20", "2026-09-20"), ("2025-08-31", "2026-02-28"), ("2023-08-31", "2024-02-29"), ("2026-07-01", "2027-01-04")],
        [(1, LengthUnit.Years)] = [("2025-03-11", "2026-03-11"), ("2025-10-01", "2026-10-08"), ("2025-09-20", "2026-09-20"), ("2024-02-29", "2025-02-28"), ("2026-01-01", "2027-01-04")],
        [(3, LengthUnit.Years)] = [("2023-03-13", "2026-03-13"), ("2023-10-01", "2026-10-08"), ("2023-09-20", "2026-09-20"), ("2024-02-29", "2027-03-01"), ("2024-01-01", "2027-01-04")],
        [(3, LengthUnit.Days)] = [("2026-03-09", "2026-03-12"), ("2026-09-28", "2026-10-08"), ("2026-09-17", "2026-09-20"), ("2026-02-25", "2026-02-28"), ("2026-12-29", "2027-01-04")],
        [(5, LengthUnit.Days)] = [("2026-03-11", "2026-03-16"), ("2026-09-26", "2026-10-08"), ("2026-09-15", "2026-09-20"), ("2026-02-23", "2026-02-28"), ("2026-12-27", "2027-01-04")],
        [(15, LengthUnit.Days)] = [("2026-03-09", "2026-03-24"), ("2026-09-16", "2026-10-08"), ("2026-09-05", "2026-09-20"), ("2026-02-13", "2026-02-28"), ("2026-12-17", "2027-01-04")],
        [(30, LengthUnit.Days)] = [("2026-03-09", "2026-04-08"), ("2026-09-01", "2026-10-08"), ("2026-08-21", "2026-09-20"), ("2026-01-29", "2026-02-28"), ("2026-12-02", "2027-01-04")],
        [(1, LengthUnit.WorkingDays)] = [("2026-03-09", "2026-03-10"), ("2026-09-30", "2026-10-08"), ("2026-09-18", "2026-09-20"), ("2026-02-27", "2026-02-28"), ("2026-12-31", "2027-01-04")],
        [(3, LengthUnit.WorkingDays)] = [("2026-03-09", "2026-03-12"), ("2026-09-30", "2026-10-10"), ("2026-09-17", "2026-09-21"), ("2026-02-26", "2026-03-02"), ("2026-12-30", "2027-01-05")],
        [(5, LengthUnit.WorkingDays)] = [("2026-03-09", "2026-03-16"), ("2026-09-30", "2026-10-13"), ("2026-09-16", "2026-09-22"), ("2026-02-25", "2026-03-03"), ("2026-12-30", "2027-01-07")],
    };

    public static TheoryData<string, string, string> Counted
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (var rule in Rules.All.Where(rule => rule.Code is not null && rule.IsCountable && rule.Mode is not (CountingMode.Hours or CountingMode.ServiceClock)))
                foreach (var (start, due) in Examples[(rule.Length!.Value, rule.Unit!.Value)])
                    rows.Add(rule.Key, start, due);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Counted))]
    public void It_ends_on_its_day(string key, string start, string due) =>
        Assert.Equal(When.Day(due), Deadline.Compute(Rules[key], When.Day(start), Calendar).DueDate);

    [Fact]
    public void Every_number_of_the_table_has_its_rule() => Assert.Equal(
        [.. Enumerable.Range(1, 22).Select(n => $"D{n:00}"), "S01", "S02"],
        Rules.All.Select(rule => rule.Code).OfType<string>().Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("d13-confirmation-decision", 25)]
    [InlineData("d17-adjudication", 5)]
    public void What_an_extension_can_reach_is_told(string key, int longest) => Assert.Equal(longest, Rules[key].LongestLength);

    [Theory]
    [InlineData("2026-12-31", "d22-trademark-opposition")]
    [InlineData("2027-01-01", "d22-trademark-opposition-2027")]
    public void The_trade_mark_law_of_the_day_counts(string day, string key) =>
        Assert.Equal(key, Assert.Single(Rules.WithCode("D22"), rule => rule.IsInForceOn(When.Day(day))).Key);

    [Fact]
    public void What_the_sources_do_not_know_is_said_to_be_unknown()
    {
        var reasonable = Assert.Single(Rules.WithCode("D11"));
        Assert.False(reasonable.IsCountable);
        Assert.Contains("没有天数", reasonable.Note!.Zh);
        Assert.Throws<ArgumentException>(() => Deadline.Compute(reasonable, new DateOnly(2026, 3, 9), Calendar));
        // 1-3-5 is named by the field study and defined nowhere: three proposals, none of the law, unsure.
        Assert.Equal([1, 3, 5], Rules.WithCode("S01").Select(rule => rule.Length!.Value).Order());
        Assert.All(Rules.WithCode("S01"), rule => Assert.Equal((DeadlineKind.CentreTarget, null, true), (rule.Kind, rule.Basis, rule.Confidence <= 0.4m)));
        Assert.All(Rules.WithCode("D22"), rule => Assert.True(rule.Confidence <= 0.6m));
        Assert.All(Rules.WithCode("D17"), rule => Assert.True(rule.Confidence <= 0.8m));
    }

    [Theory]
    [InlineData("2026-03-09T08:00")]
    [InlineData("2026-10-01T23:58")]
    [InlineData("2026-12-31T12:00")]
    public void A_report_is_answered_the_same_day_holiday_or_not(string at)
    {
        var instant = ChinaTime.At(DateOnly.Parse(at[..10], System.Globalization.CultureInfo.InvariantCulture), TimeOnly.Parse(at[11..], System.Globalization.CultureInfo.InvariantCulture));
        var deadline = Deadline.Compute(Assert.Single(Rules.WithCode("S02"), rule => rule.Key == DeadlineKeys.SameDay), instant, Calendar);
        Assert.Equal(ChinaTime.EndOfDay(ChinaTime.DateOf(instant)), deadline.DueAt);
    }

    /// <summary>S03: the green channel before 1 June and 1 October; the thirty days are a proposal and say so.</summary>
    [Fact]
    public void The_green_channel_opens_thirty_days_before_and_says_that_this_is_a_proposal()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Repository.PathTo("data/festivals/windows.json")));
        var windows = file.RootElement.GetProperty("windows").EnumerateArray().ToList();
        Assert.Equal(8, windows.Count);
        Assert.All(windows, window =>
        {
            var festival = When.Day(window.GetProperty("festival").GetString()!);
            Assert.True((festival.Month, festival.Day) is (6, 1) or (10, 1));
            Assert.Equal((festival.AddDays(-30), festival.AddDays(-1)), (When.Day(window.GetProperty("opens").GetString()!), When.Day(window.GetProperty("closes").GetString()!)));
        });
        var provenance = file.RootElement.GetProperty("provenance");
        Assert.Contains("proposal", provenance.GetProperty("source").GetString());
        Assert.True(provenance.GetProperty("confidence").GetDecimal() <= 0.5m);
    }
}

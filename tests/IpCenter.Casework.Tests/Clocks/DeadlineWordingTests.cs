using IpCenter.Casework.Clocks;
using IpCenter.Casework.Tests.ReferenceData;

namespace IpCenter.Casework.Tests.Clocks;

public sealed class DeadlineWordingTests
{
    private static readonly WorkingCalendar Calendar = Reference.Library.Calendar;
    private static readonly DeadlineCatalogue Rules = Reference.Library.Deadlines;

    [Fact]
    public void Why_this_date_is_told_in_Chinese()
    {
        var words = DeadlineWording.Explain(Deadline.Compute(Rules[DeadlineKeys.Correction], new DateOnly(2026, 9, 30), Calendar));

        Assert.Equal(
            [
                "期限：申请人补正，自补正通知送达起5个工作日（实务做法）。",
                "这是参照实务确定的时限，不是法律规定的期限（可信度0.5）。",
                "起算：2026年9月30日，当日不计入，自次日起算。",
                "不计：周末1天。",
                "不计：国庆节7天（2026年10月1日至2026年10月7日）。",
                "计入：2026年10月10日为国庆节调休上班日。",
                "截止：2026年10月13日24:00（北京时间）。",
                "逾期后果：退出快速通道，按普通程序办理，权利不受影响。",
            ],
            words.Select(line => line.Zh));
    }

    [Fact]
    public void A_moved_end_is_told_in_English_with_the_holiday()
    {
        var words = DeadlineWording.Explain(Deadline.Compute(Rules[DeadlineKeys.CounterNotice], new DateOnly(2026, 9, 16), Calendar));

        Assert.Contains("The last day, 1 Oct 2026, is a day off (National Day), so the period ends on 8 Oct 2026.", words.Select(line => line.En));
        Assert.Contains("Basis: E-Commerce Law art. 43(2) (confidence 0.97).", words.Select(line => line.En));
    }

    [Fact]
    public void A_provisional_calendar_is_warned_about()
    {
        var words = DeadlineWording.Explain(Deadline.Compute(Rules[DeadlineKeys.Examination], new DateOnly(2026, 12, 30), Calendar));

        Assert.Contains(words, line => line.Zh.StartsWith("注意：2027年", StringComparison.Ordinal));
    }

    [Fact]
    public void An_official_calendar_is_not_warned_about()
    {
        var deadline = Deadline.Compute(Rules[DeadlineKeys.Examination], new DateOnly(2026, 11, 20), Calendar);

        Assert.Empty(deadline.Explanation.ProvisionalYears);
        Assert.DoesNotContain(DeadlineWording.Explain(deadline), line => line.Zh.StartsWith("注意", StringComparison.Ordinal));
    }

    [Fact]
    public void The_hour_from_which_a_court_period_runs_is_told()
    {
        var start = new DateTimeOffset(2026, 11, 20, 10, 20, 0, ChinaTime.Offset);
        var words = DeadlineWording.Explain(Deadline.Compute(Rules["d15-preservation-ruling"], start, Calendar));

        Assert.Contains("起算：2026年11月20日，自11:00起算。", words.Select(line => line.Zh));
        Assert.Contains("Due: 22 Nov 2026, 11:00 China time.", words.Select(line => line.En));
    }
}

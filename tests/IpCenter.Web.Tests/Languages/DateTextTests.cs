using System.Globalization;
using IpCenter.Web.Languages;

namespace IpCenter.Web.Tests.Languages;

public sealed class DateTextTests
{
    private static readonly DateTimeOffset LateEvening = new(2026, 11, 21, 16, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("zh-CN", "2026年11月22日 00:30")]
    [InlineData("en", "22 Nov 2026 00:30")]
    public void An_instant_is_shown_in_China_time(string language, string expected) =>
        In(language, () => Assert.Equal(expected, DateText.Minute(LateEvening)));

    [Theory]
    [InlineData("zh-CN", -5, "5 分钟后")]
    [InlineData("zh-CN", 0, "刚刚")]
    [InlineData("zh-CN", 120, "2 小时前")]
    [InlineData("en", 1, "1 minute ago")]
    [InlineData("en", -2880, "in 2 days")]
    public void A_distance_is_said_in_its_largest_unit(string language, int minutesAgo, string expected) =>
        In(language, () => Assert.Equal(expected, DateText.Relative(LateEvening.AddMinutes(-minutesAgo), LateEvening)));

    [Theory]
    [InlineData("zh-CN", 0, "不到 1 分钟")]
    [InlineData("zh-CN", 125, "2 小时 5 分钟")]
    [InlineData("zh-CN", 2 * 1440 + 59, "2 天")]
    [InlineData("en", 60, "1 hour")]
    [InlineData("en", 1440 + 180, "1 day 3 hours")]
    public void A_length_is_said_in_its_two_largest_units(string language, int minutes, string expected) =>
        In(language, () => Assert.Equal(expected, DateText.Length(TimeSpan.FromMinutes(minutes))));

    [Fact]
    public void Days_are_counted_by_the_calendar_of_China()
    {
        // 23:50 and 00:10 are twenty minutes and one calendar day apart.
        var beforeMidnight = new DateTimeOffset(2026, 11, 21, 23, 50, 0, TimeSpan.FromHours(8));

        Assert.Equal(1, DateText.DaysUntil(beforeMidnight.AddMinutes(20), beforeMidnight));
    }

    private static void In(string language, Action check)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            check();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}

using IpCenter.Casework.Festivals;
using IpCenter.Casework.Tests.ReferenceData;

namespace IpCenter.Casework.Tests.Festivals;

public sealed class FestivalCalendarTests
{
    private static readonly FestivalCalendar Festivals = Reference.Library.Festivals;

    [Theory]
    [InlineData("02-02", "2026-05-01", null)]
    [InlineData("02-02", "2026-05-02", "childrens-day-2026")]
    [InlineData("02-02", "2026-05-31", "childrens-day-2026")]
    [InlineData("02-02", "2026-06-01", null)]
    [InlineData("02-06", "2026-05-20", null)]
    [InlineData("02-06", "2026-09-20", "national-day-2026")]
    [InlineData("30-12", "2026-09-20", null)]
    [InlineData("21-01", "2027-05-20", "childrens-day-2027")]
    public void A_class_has_its_green_channel_in_its_window(string code, string date, string? expected) =>
        Assert.Equal(expected, Festivals.For(code, When.Day(date))?.Key);

    [Fact]
    public void Both_festivals_of_each_year_open_thirty_days_before()
    {
        Assert.Equal(8, Festivals.Windows.Count);
        Assert.All(Festivals.Windows, window => Assert.Equal(window.Festival.AddDays(-30), window.Opens));
        Assert.Empty(Festivals.OpenOn(When.Day("2026-11-22")));
    }

    [Fact]
    public void Of_two_open_windows_the_nearer_festival_counts()
    {
        var near = Festivals.Windows[0];
        var calendar = new FestivalCalendar([near with { Key = "later", Festival = near.Festival.AddDays(10) }, near]);

        Assert.Equal(near.Key, calendar.For("02-02", near.Opens)!.Key);
    }
}

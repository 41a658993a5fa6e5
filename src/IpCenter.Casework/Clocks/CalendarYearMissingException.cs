using System.Globalization;

namespace IpCenter.Casework.Clocks;

/// <summary>A date was asked for in a year whose holidays are not in the data. It is never guessed.</summary>
public sealed class CalendarYearMissingException(int year)
    : InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"There is no working calendar for {year}: add data/holidays/{year}.json."))
{
    public int Year { get; } = year;
}

using System.Globalization;
using IpCenter.Casework.Clocks;

namespace IpCenter.Casework.Tests.ReferenceData;

/// <summary>Dates and China-time instants written as text in a test.</summary>
internal static class When
{
    public static DateOnly Day(string date) => DateOnly.Parse(date, CultureInfo.InvariantCulture);

    public static DateTimeOffset At(string local) => new(DateTime.Parse(local, CultureInfo.InvariantCulture), ChinaTime.Offset);
}

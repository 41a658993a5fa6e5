using IpCenter.Casework.Clocks;
using IpCenter.Casework.Venues;

namespace IpCenter.Casework.ReferenceData;

/// <summary>Everything that <c>data/</c> says, read once at start-up and never changed: calendars, periods, venues, classes, fees, windows, words.</summary>
public sealed record ReferenceLibrary
{
    public required WorkingCalendar Calendar { get; init; }

    public required DeadlineCatalogue Deadlines { get; init; }

    public required VenueDataSet Venues { get; init; }

    /// <summary>Reads a data folder strictly. Either the whole library or every problem of every file.</summary>
    public static ReferenceReading Read(string folder) => new ReferenceReader(folder).Read();
}

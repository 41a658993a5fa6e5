using IpCenter.Casework.Classes;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Fees;
using IpCenter.Casework.Festivals;
using IpCenter.Casework.Infringements;
using IpCenter.Casework.Venues;

namespace IpCenter.Casework.ReferenceData;

/// <summary>Everything that <c>data/</c> says, read once at start-up and never changed: calendars, periods, venues, classes, fees, windows, platforms, words.</summary>
public sealed record ReferenceLibrary
{
    public required Center Center { get; init; }

    public required WorkingCalendar Calendar { get; init; }

    /// <summary>With the centre's own lengths in place.</summary>
    public required DeadlineCatalogue Deadlines { get; init; }

    public required VenueDataSet Venues { get; init; }

    public required LocarnoCatalogue Locarno { get; init; }

    public required ClassSuggester ClassSuggester { get; init; }

    public required FeeSchedule Fees { get; init; }

    public required FestivalCalendar Festivals { get; init; }

    public required PlatformList Platforms { get; init; }

    public required SynonymGroups Synonyms { get; init; }

    /// <summary>Reads a data folder strictly. Either the whole library or every problem of every file.</summary>
    public static ReferenceReading Read(string folder) => new ReferenceReader(folder).Read();
}

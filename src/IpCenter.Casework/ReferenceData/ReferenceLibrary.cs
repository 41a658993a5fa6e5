using IpCenter.Casework.AbnormalFilings;
using IpCenter.Casework.AnnualFees;
using IpCenter.Casework.Classes;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Documents;
using IpCenter.Casework.Fees;
using IpCenter.Casework.Festivals;
using IpCenter.Casework.Firms;
using IpCenter.Casework.Infringements;
using IpCenter.Casework.Pauses;
using IpCenter.Casework.Quality;
using IpCenter.Casework.Staffing;
using IpCenter.Casework.Venues;

namespace IpCenter.Casework.ReferenceData;

/// <summary>
/// Everything that <c>data/</c> says, read once at start-up and never changed: calendars, periods, venues, classes, fees, windows,
/// platforms, words. Only the calendar may be followed by an edition that is published while the process runs.
/// </summary>
public sealed record ReferenceLibrary
{
    public required Center Center { get; init; }

    public required CalendarShelf Calendars { get; init; }

    /// <summary>The newest one: whoever counts more than one date with it takes it once.</summary>
    public WorkingCalendar Calendar => Calendars.Current;

    /// <summary>What an official calendar of a year cannot lack.</summary>
    public required StatutoryHolidays StatutoryHolidays { get; init; }

    public required PauseReasons Pauses { get; init; }

    /// <summary>With the centre's own lengths in place.</summary>
    public required DeadlineCatalogue Deadlines { get; init; }

    public required VenueDataSet Venues { get; init; }

    public required LocarnoCatalogue Locarno { get; init; }

    public required ClassSuggester ClassSuggester { get; init; }

    public required FeeSchedule Fees { get; init; }

    public required FeeReminderPlan FeeReminders { get; init; }

    public required DocumentKinds Documents { get; init; }

    /// <summary>Templates of the notices that ask to be acknowledged.</summary>
    public required IReadOnlySet<string> FormalNotices { get; init; }

    public required FestivalCalendar Festivals { get; init; }

    public required PlatformList Platforms { get; init; }

    public required RecordalRules Recordals { get; init; }

    public required SynonymGroups Synonyms { get; init; }

    public required DeskSettings Desk { get; init; }

    public required SignSettings Signs { get; init; }

    public required SampleSettings Sample { get; init; }

    /// <summary>The centre's hours on the days of the calendar.</summary>
    public WorkingTime WorkingTime => new(Calendar, Desk.Hours);

    /// <summary>Reads a data folder strictly. Either the whole library or every problem of every file.</summary>
    public static ReferenceReading Read(string folder) => new ReferenceReader(folder).Read();
}

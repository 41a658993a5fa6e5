using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using IpCenter.Casework.Clocks;

namespace IpCenter.Casework.Calendars;

/// <summary>
/// A year's working calendar as it was published here, over the data files. An edition never changes: a correction is the next one,
/// and a date names the edition by which it was counted.
/// </summary>
public sealed class CalendarEdition
{
    public const int LongestTitle = 300;
    public const int LongestNumber = 100;
    public const int LongestUrl = 500;
    public const int LongestName = 100;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>1, 2, 3, ... over all years.</summary>
    public required int Number { get; init; }

    /// <summary>Made by the form: pressing twice publishes once.</summary>
    public required Guid Id { get; init; }

    public required int Year { get; init; }

    public required CalendarStatus Status { get; init; }

    public required string Title { get; init; }

    /// <summary>Number of the notice, such as 国办发明电〔2025〕7号.</summary>
    public string? NoticeNumber { get; init; }

    public DateOnly? NoticeDate { get; init; }

    /// <summary>The whole year, as the data files have it.</summary>
    public required string ContentJson { get; init; }

    /// <summary>Why it was published.</summary>
    public required string Reason { get; init; }

    public required Guid PublishedBy { get; init; }

    public required string PublishedByName { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public static string ContentOf(CalendarYear year) => JsonSerializer.Serialize(year, Options);

    public CalendarYear ToYear() => JsonSerializer.Deserialize<CalendarYear>(ContentJson, Options)!;
}

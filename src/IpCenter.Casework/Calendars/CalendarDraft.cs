using IpCenter.Casework.Clocks;

namespace IpCenter.Casework.Calendars;

/// <summary>A year's calendar as a person enters it: what the notice is, and its days line by line.</summary>
public sealed record CalendarDraft
{
    public int? Year { get; init; }

    public CalendarStatus? Status { get; init; }

    public string? Title { get; init; }

    public string? NoticeNumber { get; init; }

    public DateOnly? NoticeDate { get; init; }

    public string? Url { get; init; }

    /// <summary>A holiday a line: first day, last day where there are several, name.</summary>
    public string? Holidays { get; init; }

    /// <summary>A make-up workday a line: the day and the holiday for which it is worked.</summary>
    public string? MakeUpWorkdays { get; init; }
}

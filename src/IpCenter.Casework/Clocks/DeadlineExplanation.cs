namespace IpCenter.Casework.Clocks;

/// <summary>Why a deadline falls on its date, as facts; <see cref="DeadlineWording"/> puts them into words.</summary>
/// <param name="Rule">The rule that was applied.</param>
/// <param name="StartDate">The day of the event, which does not count.</param>
/// <param name="StartInstant">The instant of the event, where it is known.</param>
/// <param name="CountedFrom">The full hour from which a period in hours runs.</param>
/// <param name="NominalEnd">The last day before it moved off a day off.</param>
/// <param name="DueDate">The day on which the period ends.</param>
/// <param name="EndsWithTheDay">The period ends at 24:00 of <paramref name="DueDate"/>, not at an hour.</param>
/// <param name="Skipped">Working days: every day passed over. Other periods: the days off between the nominal end and the due date.</param>
/// <param name="Pauses">Times in which the period stood still because the case was on another clock.</param>
/// <param name="ProvisionalYears">Years whose calendar the date depends on and whose official notice is not out yet.</param>
public sealed record DeadlineExplanation(
    DeadlineRule Rule,
    DateOnly StartDate,
    DateTimeOffset? StartInstant,
    DateTimeOffset? CountedFrom,
    DateOnly NominalEnd,
    DateOnly DueDate,
    bool EndsWithTheDay,
    SkippedDays Skipped,
    IReadOnlyList<ClockSegment> Pauses,
    IReadOnlyList<int> ProvisionalYears)
{
    /// <summary>Pauses of the period's own clock, each with the working days that it took out of the count.</summary>
    public IReadOnlyList<CountedPause> StoodStill { get; init; } = [];

    /// <summary>The first working day of a clock that ran again, where the period would have ended before it.</summary>
    public DateOnly? HeldTo { get; init; }

    /// <summary>The year whose calendar is missing, so that it is not known whether the period ends later.</summary>
    public int? MissingYear { get; init; }

    /// <summary>The last day was a day off, so the period ends later (顺延).</summary>
    public bool Moved => DueDate != NominalEnd;
}

using IpCenter.Casework.Clocks;

namespace IpCenter.Casework.Staffing;

/// <summary>How an open case stands against a day.</summary>
public enum TargetVerdict
{
    /// <summary>The day is over already.</summary>
    Over,

    /// <summary>It is still to come, and the forecast says that it will be missed.</summary>
    WillMiss,

    /// <summary>The forecast says that it will be kept.</summary>
    InTime,

    /// <summary>The desk has no task of the case now, so nothing is foreseen.</summary>
    Unforeseen,

    /// <summary>The day cannot be counted: a year's calendar is missing.</summary>
    Uncounted,
}

/// <summary>An open case whose period would have another length: its day as it is and as it would be, and when the desk will be done.</summary>
public sealed record ProjectedCase
{
    public required Guid CaseId { get; init; }

    public required string Number { get; init; }

    public required string Title { get; init; }

    /// <summary>Whether the viewer may be told which case it is; it is counted all the same.</summary>
    public required bool IsNamed { get; init; }

    /// <summary>The day that stands, and stays whatever is tried.</summary>
    public required DateTimeOffset DueNow { get; init; }

    /// <summary>The day by the length that is tried, with why; <c>null</c> where it cannot be counted.</summary>
    public required Deadline? Tried { get; init; }

    /// <summary>The year without calendar into which the length that is tried reaches.</summary>
    public int? MissingYear { get; init; }

    /// <summary>The clock stands still, and goes on at this moment as was announced.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>What the desk does with the queue as it is; <c>null</c> where it has no task of the case.</summary>
    public ForecastedTask? ForecastNow { get; init; }

    /// <summary>The same with the queue in the order of the days that are tried.</summary>
    public ForecastedTask? ForecastTried { get; init; }

    public required TargetVerdict Now { get; init; }

    public required TargetVerdict IfTried { get; init; }

    public bool IsEarlier => Tried?.DueAt < DueNow;

    /// <summary>In time, or not known, by the length as it is, and late by the one that is tried.</summary>
    public bool BecomesLate => Now is not (TargetVerdict.Over or TargetVerdict.WillMiss) && IfTried is TargetVerdict.Over or TargetVerdict.WillMiss;

    public static TargetVerdict Judge(DateTimeOffset? due, ForecastedTask? forecast, DateTimeOffset now) =>
        due is not { } day ? TargetVerdict.Uncounted
        : day < now ? TargetVerdict.Over
        : forecast is null ? TargetVerdict.Unforeseen
        : forecast.Stint?.To <= day ? TargetVerdict.InTime
        : TargetVerdict.WillMiss;
}

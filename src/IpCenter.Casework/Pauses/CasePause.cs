using IpCenter.Casework.Clocks;

namespace IpCenter.Casework.Pauses;

/// <summary>A stretch in which the clock of a case stood still: why, by whom, until when, and how it ended.</summary>
public sealed class CasePause
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>The clock that stood still.</summary>
    public required ClockOwner Owner { get; init; }

    /// <summary>The period that it moved.</summary>
    public required string RuleKey { get; init; }

    /// <summary>A key of <see cref="PauseReasons"/>.</summary>
    public required string ReasonKey { get; init; }

    /// <summary>The reason of this case, in the words of who paused it.</summary>
    public required string Words { get; init; }

    /// <summary>Who of the applicant agreed, and how; where the reason asks for it.</summary>
    public string? Consent { get; init; }

    public required DateTimeOffset From { get; init; }

    /// <summary>The working day on which the clock is to run again.</summary>
    public required DateOnly ExpectedEnd { get; init; }

    public required Guid PausedBy { get; init; }

    public required string PausedByName { get; init; }

    public DateTimeOffset? EndedAt { get; private set; }

    public PauseEnding? Ending { get; private set; }

    public Guid? EndedBy { get; private set; }

    public string? EndedByName { get; private set; }

    public string? EndWords { get; private set; }

    public int Version { get; private set; }

    /// <summary>When it ends if nobody ends it before: at the start of work of the expected day.</summary>
    public DateTimeOffset ExpectedEndAt => ChinaTime.At(ExpectedEnd, DeadlineWarning.StartOfWork);

    public void End(PauseEnding ending, DateTimeOffset at, Guid? by, string? byName, string? words) =>
        (Ending, EndedAt, EndedBy, EndedByName, EndWords) = (ending, at, by, byName, words);

    public PauseSpan ToSpan(PauseReasons reasons) => new(From, EndedAt ?? ExpectedEndAt, reasons.NameOf(ReasonKey), EndedAt is null)
    {
        Announced = Ending == PauseEnding.ByPerson && EndedAt < ExpectedEndAt ? ExpectedEndAt : null,
        KeepsDate = Owner == ClockOwner.Applicant,
    };
}

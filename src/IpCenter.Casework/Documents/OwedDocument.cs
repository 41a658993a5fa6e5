using IpCenter.Casework.Clocks;

namespace IpCenter.Casework.Documents;

public enum OwedState
{
    /// <summary>Not here yet.</summary>
    Owed,

    /// <summary>Here, not yet looked at.</summary>
    Supplied,

    /// <summary>Looked at and not accepted: owed again.</summary>
    Returned,

    Accepted,

    /// <summary>An examiner does without it, with a reason.</summary>
    Waived,

    /// <summary>The application no longer calls for it.</summary>
    Dropped,
}

/// <summary>
/// A document that a submitted application calls for, with a clock of its own. When the clock runs out people are told and
/// nothing else happens: a person decides.
/// </summary>
public sealed class OwedDocument
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required string Kind { get; init; }

    public OwedState State { get; private set; }

    public required DateTimeOffset OwedSince { get; init; }

    /// <summary>Key of the period that set <see cref="DueAt"/>.</summary>
    public string RuleKey { get; private set; } = "";

    public DateTimeOffset WarnAt { get; private set; }

    public DateTimeOffset DueAt { get; private set; }

    public string ExplanationZh { get; private set; } = "";

    public string ExplanationEn { get; private set; } = "";

    /// <summary>The day of the event from which <see cref="DueAt"/> was counted; <c>null</c> where it was counted before this was kept.</summary>
    public DateOnly? CountedFromDay { get; private set; }

    /// <summary>The instant of that event, where it is known.</summary>
    public DateTimeOffset? CountedFrom { get; private set; }

    /// <summary>The edition of the working calendar by which the date was looked at last.</summary>
    public int CalendarEdition { get; private set; }

    /// <summary>The filing date from which the law counts is not known yet: the date can only move later.</summary>
    public bool IsProvisional { get; private set; }

    /// <summary>When the firm was reminded that this clock runs out.</summary>
    public DateTimeOffset? RemindedAt { get; private set; }

    /// <summary>When firm and examiner were told that this clock has run out.</summary>
    public DateTimeOffset? LapseToldAt { get; private set; }

    public DateTimeOffset? SuppliedAt { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public string? DecidedByName { get; private set; }

    /// <summary>Why it was returned or waived.</summary>
    public string? Reason { get; private set; }

    public int Version { get; private set; }

    /// <summary>Whether the firm still has to bring it.</summary>
    public bool IsOutstanding => State is OwedState.Owed or OwedState.Returned;

    /// <summary>Whether a file may (again) be put in.</summary>
    public bool TakesFile => State is OwedState.Owed or OwedState.Returned or OwedState.Supplied;

    /// <summary>Sets or moves the clock; who was told of another date is told again of this one.</summary>
    /// <param name="deadline">The date and why.</param>
    /// <param name="provisional">The filing date from which the law counts is not known yet.</param>
    /// <param name="calendarEdition">The edition of the calendar that it was counted by.</param>
    public void Count(Deadline deadline, bool provisional, int calendarEdition)
    {
        if (deadline.DueAt != DueAt)
            (RemindedAt, LapseToldAt) = (null, null);
        var words = DeadlineWording.Explain(deadline);
        (RuleKey, WarnAt, DueAt, IsProvisional) = (deadline.Explanation.Rule.Key, deadline.WarnAt, deadline.DueAt, provisional);
        ExplanationZh = string.Concat(words.Select(w => w.Zh));
        ExplanationEn = string.Join(' ', words.Select(w => w.En));
        (CountedFromDay, CountedFrom, CalendarEdition) = (deadline.Explanation.StartDate, deadline.Explanation.StartInstant, calendarEdition);
    }

    /// <summary>The date was looked at by an edition of the calendar and stays.</summary>
    public void ConfirmBy(int calendarEdition) => CalendarEdition = Math.Max(CalendarEdition, calendarEdition);

    public void Supply(DateTimeOffset at) => (State, SuppliedAt) = (OwedState.Supplied, at);

    public void Accept(string by, DateTimeOffset at) => (State, DecidedByName, DecidedAt, Reason) = (OwedState.Accepted, by, at, null);

    public void Return(string reason, string by, DateTimeOffset at) => (State, DecidedByName, DecidedAt, Reason) = (OwedState.Returned, by, at, reason);

    public void Waive(string reason, string by, DateTimeOffset at) => (State, DecidedByName, DecidedAt, Reason) = (OwedState.Waived, by, at, reason);

    public void Drop() => State = OwedState.Dropped;

    /// <summary>Called for again after it was dropped.</summary>
    public void OweAgain() => (State, RemindedAt, LapseToldAt) = (OwedState.Owed, null, null);

    public void Remind(DateTimeOffset at) => RemindedAt ??= at;

    public void TellLapse(DateTimeOffset at) => LapseToldAt ??= at;
}

namespace IpCenter.Casework.Cases;

/// <summary>A computed date of a case with the answer to "why this date?"; kept also after it was met or replaced.</summary>
public sealed class CaseDeadline
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>Key of the deadline rule, such as <c>examination</c>.</summary>
    public required string RuleKey { get; init; }

    public required string Stage { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset WarnAt { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public required string ExplanationZh { get; set; }

    public required string ExplanationEn { get; set; }

    public required DateTimeOffset ComputedAt { get; init; }

    /// <summary>The activity of the process that asked for it; the process waits by its result. <c>null</c> in records of old.</summary>
    public string? ComputedBy { get; private set; }

    /// <summary>The length by which it was counted, in the rule's unit: a target that is changed later leaves it alone.</summary>
    public int? Length { get; init; }

    /// <summary>The edition of the working calendar by which it was counted, or looked at last; 0 is the calendar of the data files.</summary>
    public int CalendarEdition { get; private set; }

    /// <summary>Years whose calendar the date depends on and whose official notice is not out, separated by blanks.</summary>
    public string? ProvisionalYears { get; init; }

    public DeadlineCause Cause { get; init; }

    /// <summary>The date in whose place it was set.</summary>
    public Guid? ReplacesId { get; init; }

    /// <summary>The pause that moved it.</summary>
    public Guid? PauseId { get; init; }

    public bool IsProvisional => ProvisionalYears is not null;

    /// <summary>When the stage that it belongs to ended, in time or not; or when another date took its place.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>The one that counts: of those set at one instant never one whose place another took, and rather one that is open.</summary>
    public static CaseDeadline? LatestOf(IEnumerable<CaseDeadline> dates)
    {
        var all = dates.ToList();
        var replaced = all.Select(d => d.ReplacesId).ToHashSet();
        return all.Where(d => !replaced.Contains(d.Id)).MaxBy(d => (d.ComputedAt, d.SettledAt is null));
    }

    /// <summary>A newer edition leaves the date as it is.</summary>
    public void ConfirmBy(int calendarEdition) => CalendarEdition = Math.Max(CalendarEdition, calendarEdition);

    /// <summary>The activity that asked for it, or bears it by now: a process that goes on in another version may call it otherwise.</summary>
    public void AskedBy(string? activity) => ComputedBy = activity;

    public void Settle(DateTimeOffset at) => SettledAt ??= at;
}

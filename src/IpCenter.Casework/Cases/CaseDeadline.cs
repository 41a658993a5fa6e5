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

    public required string ExplanationZh { get; init; }

    public required string ExplanationEn { get; init; }

    public required DateTimeOffset ComputedAt { get; init; }

    /// <summary>When the stage that it belongs to ended, in time or not.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    public void Settle(DateTimeOffset at) => SettledAt ??= at;
}

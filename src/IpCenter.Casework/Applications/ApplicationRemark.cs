namespace IpCenter.Casework.Applications;

/// <summary>
/// Something that the automatic check found, or an examiner's coded defect, with the rule behind it.
/// A person can overrule it with a reason.
/// </summary>
public sealed class ApplicationRemark
{
    public required Guid Id { get; init; }

    public required Guid ApplicationId { get; init; }

    public required int Round { get; init; }

    public required string RuleId { get; init; }

    /// <summary><c>Block</c>, <c>Warn</c> or <c>Info</c>.</summary>
    public required string Severity { get; init; }

    /// <summary>Field key or view that it belongs to.</summary>
    public required string Place { get; init; }

    public required string MessageZh { get; init; }

    public required string MessageEn { get; init; }

    public required string FixZh { get; init; }

    public required string FixEn { get; init; }

    public required string Basis { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary><c>null</c>: found by the software.</summary>
    public Guid? RaisedBy { get; init; }

    public Guid? OverruledBy { get; private set; }

    public DateTimeOffset? OverruledAt { get; private set; }

    public string? OverruleReason { get; private set; }

    public void Overrule(Guid by, string reason, DateTimeOffset at) => (OverruledBy, OverruleReason, OverruledAt) = (by, reason, at);
}

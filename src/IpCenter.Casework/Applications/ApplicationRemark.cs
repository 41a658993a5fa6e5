using IpCenter.Casework.Formalities;

namespace IpCenter.Casework.Applications;

/// <summary>
/// Something that the automatic check found, or an examiner's coded defect, with the rule behind it.
/// A person can overrule it with a reason.
/// </summary>
public sealed class ApplicationRemark
{
    public const int LongestReason = 1000;

    public required Guid Id { get; init; }

    public required Guid ApplicationId { get; init; }

    public required int Round { get; init; }

    public required string RuleId { get; init; }

    public required Severity Severity { get; init; }

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

    /// <summary>Keeps an automatic remark in the words in which it was given.</summary>
    public static ApplicationRemark Of(Guid applicationId, int round, Remark remark, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        ApplicationId = applicationId,
        Round = round,
        RuleId = remark.RuleId,
        Severity = remark.Severity,
        Place = remark.Place.ToString(),
        MessageZh = remark.Message.Zh,
        MessageEn = remark.Message.En,
        FixZh = remark.Fix.Zh,
        FixEn = remark.Fix.En,
        Basis = remark.Citation.Basis.Zh,
        At = at,
    };

    public void Overrule(Guid by, string reason, DateTimeOffset at) => (OverruledBy, OverruleReason, OverruledAt) = (by, reason, at);
}

namespace IpCenter.Casework.Infringements;

/// <summary>
/// A report of a copy that a merchant saw, mostly in a livestream. What it says is the reporter's
/// account; whether it is an infringement is for a person to judge.
/// </summary>
public sealed class InfringementReport
{
    public required Guid Id { get; init; }

    public required Guid FirmId { get; init; }

    public required Guid ReportedBy { get; init; }

    /// <summary>Key of the platform in the reference data, or <c>other</c>.</summary>
    public required string Platform { get; set; }

    public required string LinkOrRoom { get; set; }

    public required string Account { get; set; }

    /// <summary>When the reporter saw it.</summary>
    public required DateTimeOffset SeenAt { get; set; }

    public required string Description { get; set; }

    /// <summary>The reporter's own design that was copied, where chosen.</summary>
    public Guid? OwnDesignId { get; set; }

    /// <summary>The complainant declares that the report is true (E-Commerce Law art. 42).</summary>
    public required DateTimeOffset DeclaredTrueAt { get; init; }

    public bool IsUrgent { get; private set; }

    /// <summary>The route chosen, such as <c>platform</c> or <c>court</c>.</summary>
    public string? Route { get; private set; }

    public string? ProcuratorGuidance { get; private set; }

    /// <summary>Who signed and sent the platform notice, and when: never the system.</summary>
    public Guid? NoticeSignedBy { get; private set; }

    public DateTimeOffset? NoticeSentAt { get; private set; }

    public Guid? ReferralId { get; private set; }

    public int Version { get; private set; }

    public void Triage(string route, bool urgent) => (Route, IsUrgent) = (route, IsUrgent || urgent);

    public void RecordGuidance(string text) => ProcuratorGuidance = text;

    public void RecordNotice(Guid signedBy, DateTimeOffset sentAt) => (NoticeSignedBy, NoticeSentAt) = (signedBy, sentAt);

    public void Refer(Guid referralId) => ReferralId = referralId;
}

/// <summary>A piece of evidence beside a registered design that it resembles: a lead for a person.</summary>
public sealed class ReportMatch
{
    public required Guid Id { get; init; }

    public required Guid ReportId { get; init; }

    public required Guid EvidenceId { get; init; }

    public required Guid DesignId { get; init; }

    public required Guid DesignImageId { get; init; }

    /// <summary>Probability that it is the same product, 0 to 1, as the search tells it; 0 where a person put the two side by side.</summary>
    public required double Probability { get; init; }

    public Applications.MatchedRegion? EvidenceRegion { get; init; }

    public Applications.MatchedRegion? DesignRegion { get; init; }

    public required bool Mirrored { get; init; }

    public required DateTimeOffset FoundAt { get; init; }

    public Applications.LeadJudgement Judgement { get; private set; } = Applications.LeadJudgement.Open;

    public Guid? JudgedBy { get; private set; }

    /// <summary>The search did not find it: a person did.</summary>
    public bool IsByHand => Probability == 0;

    public void Judge(Applications.LeadJudgement judgement, Guid by) => (Judgement, JudgedBy) = (judgement, by);
}

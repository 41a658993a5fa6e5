using IpCenter.Casework.Data;

namespace IpCenter.Casework.Firms;

public enum RecordalStatus
{
    Submitted,
    Approved,
    Refused,
    Suspended,
}

/// <summary>
/// The recordal (备案) of a firm at the centre: without one in force there is no fast lane. A refusal states its reason and can
/// be followed by a new request. A renewal is a recordal of its own that follows on the one it renews, which holds until its end.
/// </summary>
public sealed class Recordal : IInTrailOrder
{
    public required Guid Id { get; init; }

    public required Guid FirmId { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    public required Guid SubmittedBy { get; init; }

    /// <summary>The business in the firm's own words, which shows whether it is in the centre's industries.</summary>
    public required string Business { get; init; }

    /// <summary>Subclasses of the Locarno Classification that the firm's products fall into.</summary>
    public required List<string> Classes { get; init; }

    /// <summary>When the promise (真实设计、不主动修改、按时缴费) was signed.</summary>
    public required DateTimeOffset PromisedAt { get; init; }

    /// <summary>The recordal that this one renews.</summary>
    public Guid? RenewsId { get; init; }

    /// <summary>What the firm said of itself; <c>null</c> on record from before that was kept.</summary>
    public RecordalFacts? Facts { get; init; }

    public RecordalStatus Status { get; private set; } = RecordalStatus.Submitted;

    public DateTimeOffset? DecidedAt { get; private set; }

    public Guid? DecidedBy { get; private set; }

    public string? DecisionReason { get; private set; }

    /// <summary>The criteria as they stood when it was decided.</summary>
    public List<CriterionAssessment>? Assessment { get; private set; }

    /// <summary>The first day; <c>null</c>: from the decision on.</summary>
    public DateOnly? ValidFrom { get; private set; }

    /// <summary>The last day.</summary>
    public DateOnly? ValidUntil { get; private set; }

    public int Version { get; private set; }

    /// <summary>The place that the trail had reached when it was saved: of two of one instant the later is the greater. 0 in records of old.</summary>
    public long TrailPlace { get; private set; }

    void IInTrailOrder.PlaceAt(long sequence) => TrailPlace = sequence;

    public bool Covers(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidUntil is null || day <= ValidUntil);

    public bool IsInForce(DateOnly today) => Status == RecordalStatus.Approved && Covers(today);

    public void Decide(
        RecordalStatus status, string? reason, DateOnly? validUntil, Guid by, DateTimeOffset at,
        DateOnly? validFrom = null, IEnumerable<CriterionAssessment>? assessment = null) =>
        (Status, DecisionReason, ValidFrom, ValidUntil, DecidedBy, DecidedAt, Assessment) =
            (status, reason, validFrom, validUntil, by, at, assessment is null ? null : [.. assessment]);

    public void Suspend() => Status = RecordalStatus.Suspended;

    /// <param name="end">Its last day where none is written: suspensions of earlier versions took it away.</param>
    public void Lift(DateOnly end) => (Status, ValidUntil) = (RecordalStatus.Approved, ValidUntil ?? end);
}

namespace IpCenter.Casework.Firms;

public enum RecordalStatus
{
    Submitted,
    Approved,
    Refused,
    Suspended,
}

/// <summary>
/// The recordal (备案) of a firm at the centre: without one in force there is no fast lane.
/// A refusal or a suspension states its reason and can be followed by a new request.
/// </summary>
public sealed class Recordal
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

    public RecordalStatus Status { get; private set; } = RecordalStatus.Submitted;

    public DateTimeOffset? DecidedAt { get; private set; }

    public Guid? DecidedBy { get; private set; }

    public string? DecisionReason { get; private set; }

    public DateOnly? ValidUntil { get; private set; }

    public int Version { get; private set; }

    public bool IsInForce(DateOnly today) => Status == RecordalStatus.Approved && (ValidUntil is null || today <= ValidUntil);

    public void Decide(RecordalStatus status, string? reason, DateOnly? validUntil, Guid by, DateTimeOffset at) =>
        (Status, DecisionReason, ValidUntil, DecidedBy, DecidedAt) = (status, reason, validUntil, by, at);
}

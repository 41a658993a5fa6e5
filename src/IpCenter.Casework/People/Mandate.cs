namespace IpCenter.Casework.People;

/// <summary>What a person may do for a firm.</summary>
public enum MandateKind
{
    /// <summary>One of the firm's own people.</summary>
    Member,

    /// <summary>A patent agent, with the firm's consent.</summary>
    Agent,

    /// <summary>A town e-commerce officer who helps, with the firm's consent.</summary>
    TownOfficer,
}

/// <summary>
/// A person's right to act for a firm. An agent's or a town officer's begins with the firm's consent
/// (<see cref="ConsentedAt"/>) and ends when the firm revokes it; both stay on record.
/// </summary>
public sealed class Mandate
{
    public required Guid Id { get; init; }

    public required Guid FirmId { get; init; }

    public required Guid PersonId { get; init; }

    public required MandateKind Kind { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public DateTimeOffset? ConsentedAt { get; private set; }

    public Guid? ConsentedBy { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public bool IsInForce => ConsentedAt is not null && RevokedAt is null;

    public void Consent(Guid by, DateTimeOffset at) => (ConsentedAt, ConsentedBy) = (at, by);

    public void Revoke(DateTimeOffset at) => RevokedAt = at;
}

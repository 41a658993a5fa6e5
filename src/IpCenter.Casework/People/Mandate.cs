using System.Linq.Expressions;

namespace IpCenter.Casework.People;

/// <summary>
/// A person's right to do something for a firm. An agent's or a town officer's begins with the firm's consent
/// (<see cref="ConsentedAt"/>) and ends with its day or when the firm revokes it; a colleague's begins with an accepted
/// invitation. What ended stays on record.
/// </summary>
public sealed class Mandate
{
    public required Guid Id { get; init; }

    public required Guid FirmId { get; init; }

    public required Guid PersonId { get; init; }

    public required MandateKind Kind { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>What a helper asks for.</summary>
    public FirmPower? AskedPower { get; init; }

    /// <summary>What for, in the helper's words.</summary>
    public string? Purpose { get; init; }

    public DateOnly? AskedUntil { get; init; }

    /// <summary>What the firm gave, at most what was asked for; <c>null</c> on record from before powers were told apart.</summary>
    public FirmPower? Granted { get; private set; }

    /// <summary>The last day in China on which it holds; <c>null</c>: without end.</summary>
    public DateOnly? EndsOn { get; private set; }

    public DateTimeOffset? ConsentedAt { get; private set; }

    public Guid? ConsentedBy { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public Guid? RevokedBy { get; private set; }

    public int Version { get; private set; }

    public FirmPower Power => Granted ?? (Kind == MandateKind.Member ? FirmPower.Govern : FirmPower.Act);

    public bool IsWaiting => ConsentedAt is null && RevokedAt is null;

    public bool IsInForceOn(DateOnly today) => ConsentedAt is not null && RevokedAt is null && (EndsOn is null || today <= EndsOn);

    /// <summary>The same for a query.</summary>
    public static Expression<Func<Mandate, bool>> InForceOn(DateOnly today) =>
        m => m.ConsentedAt != null && m.RevokedAt == null && (m.EndsOn == null || m.EndsOn >= today);

    public void Consent(Guid by, DateTimeOffset at, FirmPower? power = null, DateOnly? endsOn = null) =>
        (ConsentedAt, ConsentedBy, Granted, EndsOn) = (at, by, power, endsOn);

    public void Grant(FirmPower power) => Granted = power;

    /// <summary>Ends it, or refuses what was asked for.</summary>
    public void Revoke(Guid by, DateTimeOffset at) => (RevokedAt, RevokedBy) = (at, by);
}

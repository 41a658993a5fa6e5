namespace IpCenter.Casework.AnnualFees;

/// <summary>
/// The secret address of a person's calendar of fees. Whoever knows it may read the dates, so only its hash is kept and
/// the person can revoke it.
/// </summary>
public sealed class FeeCalendarAddress
{
    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>SHA-256 of the key in the address.</summary>
    public required string KeyHash { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public void Revoke(DateTimeOffset at) => RevokedAt ??= at;
}

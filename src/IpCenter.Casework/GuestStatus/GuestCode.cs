namespace IpCenter.Casework.GuestStatus;

/// <summary>
/// A code with which anybody who holds it learns the stage and the next date of one case, and nothing else. The party may
/// take it back or make a new one; a case has one code at a time.
/// </summary>
public sealed class GuestCode
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>As the party reads it, without separators.</summary>
    public required string Code { get; init; }

    /// <summary>SHA-256 of the code: the database compares hashes, so that how long it takes tells nothing of the code.</summary>
    public required string Lookup { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public void Revoke(DateTimeOffset at) => RevokedAt ??= at;
}

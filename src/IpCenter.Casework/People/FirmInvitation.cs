using System.Security.Cryptography;
using System.Text;

namespace IpCenter.Casework.People;

/// <summary>
/// A firm's invitation to one colleague: a link that opens once. What the link holds is told to the inviting person alone and
/// kept as a hash, so that nobody who reads the database can open it.
/// </summary>
public sealed class FirmInvitation
{
    private const int TokenBytes = 32;

    public required Guid Id { get; init; }

    public required Guid FirmId { get; init; }

    /// <summary>Whom it is meant for, as the inviting person says.</summary>
    public required string Invited { get; init; }

    public required FirmPower Power { get; init; }

    public required Guid InvitedBy { get; init; }

    public required DateTimeOffset InvitedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public required string TokenHash { get; init; }

    public DateTimeOffset? AcceptedAt { get; private set; }

    public Guid? AcceptedBy { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public int Version { get; private set; }

    public bool IsOpenAt(DateTimeOffset now) => AcceptedAt is null && RevokedAt is null && now < ExpiresAt;

    public void Accept(Guid by, DateTimeOffset at) => (AcceptedAt, AcceptedBy) = (at, by);

    public void Revoke(DateTimeOffset at) => RevokedAt = at;

    /// <summary>256 random bits, fit for an address.</summary>
    public static string MakeToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

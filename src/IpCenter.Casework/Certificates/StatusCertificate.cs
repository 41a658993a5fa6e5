using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IpCenter.Casework.Certificates;

/// <summary>
/// What the register said about a right at one instant, on paper. The text that was certified is kept word for word with
/// its hash, which is printed: a changed text no longer has it.
/// </summary>
public sealed class StatusCertificate
{
    public required Guid Id { get; init; }

    /// <summary>Such as <c>CX-Z-2026-00001-7F3A9C21</c>; its end cannot be guessed.</summary>
    public required string Number { get; init; }

    public required Guid DesignId { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public required Guid IssuedBy { get; init; }

    public required string IssuedByName { get; init; }

    /// <summary><see cref="CertificateFacts"/> as JSON.</summary>
    public required string Content { get; init; }

    /// <summary>SHA-256 over number, instant and content.</summary>
    public required string ContentHash { get; init; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public Guid? RevokedBy { get; private set; }

    public string? RevokeReason { get; private set; }

    public bool IsRevoked => RevokedAt is not null;

    /// <summary>The stored text still has its hash.</summary>
    public bool IsIntact => ContentHash == HashOf(Number, IssuedAt, Content);

    public static string HashOf(string number, DateTimeOffset issuedAt, string content) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{number}\n{issuedAt.ToUnixTimeMilliseconds()}\n{content}"))));

    public void Revoke(string reason, Guid by, DateTimeOffset at) => (RevokeReason, RevokedBy, RevokedAt) = (reason, by, at);
}

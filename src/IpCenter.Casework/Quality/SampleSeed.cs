using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IpCenter.Casework.Quality;

/// <summary>
/// The secret number of a month from which its draws follow. Its hash goes into the audit trail before the first draw: nobody
/// can say beforehand which case is drawn, and everybody can recompute afterwards that none was chosen by hand.
/// </summary>
public sealed class SampleSeed
{
    /// <summary>Year and month in China, such as <c>2026-11</c>.</summary>
    public required string Period { get; init; }

    /// <summary>32 random bytes, hexadecimal.</summary>
    public required string Seed { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>SHA-256 of the seed, as the audit trail holds it.</summary>
    public string Commitment => Convert.ToHexStringLower(SHA256.HashData(Convert.FromHexString(Seed)));

    public static SampleSeed Make(string period, DateTimeOffset at) =>
        new() { Period = period, Seed = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)), MadeAt = at };

    public static string PeriodOf(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>The number of a decision, from 0 up to but not 1: HMAC-SHA256 of case and round under the seed, its first 52 bits.</summary>
    public double NumberOf(Guid caseId, int round)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{caseId:D}/{round}");
        var hash = HMACSHA256.HashData(Convert.FromHexString(Seed), Encoding.UTF8.GetBytes(text));
        return (System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(hash) >> 12) / (double)(1UL << 52);
    }
}

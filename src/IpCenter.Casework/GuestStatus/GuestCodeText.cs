using System.Security.Cryptography;
using System.Text;

namespace IpCenter.Casework.GuestStatus;

/// <summary>
/// The code as text: 16 signs of Crockford's base 32 (no I, L, O, U), 80 random bits. At the pace that the page allows, trying
/// them out takes longer than the universe has.
/// </summary>
public static class GuestCodeText
{
    public const int Length = 16;

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string Draw() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>What somebody typed, as it was drawn: no separators, capitals, look-alikes put right; <c>null</c> where it cannot be a code.</summary>
    public static string? Read(string typed)
    {
        if (typed.Length > 2 * Length)
            return null;
        var code = new StringBuilder(Length);
        foreach (var sign in typed.ToUpperInvariant())
            if (sign is not ('-' or ' '))
                code.Append(sign switch { 'O' => '0', 'I' or 'L' => '1', _ => sign });
        return code.Length == Length && code.ToString().All(c => Alphabet.Contains(c, StringComparison.Ordinal)) ? code.ToString() : null;
    }

    /// <summary>In fours, for reading aloud: <c>7K2M-…</c>.</summary>
    public static string Show(string code) => string.Join('-', code.Chunk(4).Select(part => new string(part)));

    public static string LookupOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(code)));
}

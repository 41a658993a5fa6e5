using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IpCenter.Casework.Demo;

/// <summary>Invented office numbers with a right check digit (ZC 0006-2003); the same for a story in every installation.</summary>
internal static class DemoNumbers
{
    private static readonly int[] Weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];

    public static string OfficeNumber(DemoStory story) => Of(story.Key, 2026);

    public static string Of(string key, int year)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        var serial = (BitConverter.ToUInt32(hash) % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        // The leading 9 keeps the invented serials apart from those that the office gives out in a year.
        var digits = string.Create(CultureInfo.InvariantCulture, $"{year}309{serial}")[..12];
        var check = digits.Select((d, i) => (d - '0') * Weights[i]).Sum() % 11;
        return $"{digits}.{(check == 10 ? "X" : check.ToString(CultureInfo.InvariantCulture))}";
    }
}

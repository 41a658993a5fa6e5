using System.Text.RegularExpressions;

namespace IpCenter.Casework.Formalities.Checks;

/// <summary>Form and check character of the number that identifies Chinese firms.</summary>
internal static partial class IdentificationNumbers
{
    private const string CreditCodeAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    public static bool IsCreditCode(string number) => CreditCode().IsMatch(number);

    /// <summary>GB 32100-2015: c18 = 31 − Σ cᵢ·(3^(i−1) mod 31) mod 31, and 31 counts as 0.</summary>
    public static bool HasCreditCodeCheck(string number)
    {
        var (sum, weight) = (0, 1);
        foreach (var letter in number.AsSpan(0, 17))
        {
            sum += CreditCodeAlphabet.IndexOf(letter) * weight;
            weight = weight * 3 % 31;
        }
        return CreditCodeAlphabet[(31 - sum % 31) % 31] == number[17];
    }

    [GeneratedRegex("^[0-9ABCDEFGHJKLMNPQRTUWXY]{2}[0-9]{6}[0-9ABCDEFGHJKLMNPQRTUWXY]{10}$", RegexOptions.CultureInvariant)]
    private static partial Regex CreditCode();
}

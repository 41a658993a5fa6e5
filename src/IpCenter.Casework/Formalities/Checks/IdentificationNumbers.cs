using System.Text.RegularExpressions;

namespace IpCenter.Casework.Formalities.Checks;

/// <summary>Form and check character of the two numbers that identify Chinese applicants.</summary>
internal static partial class IdentificationNumbers
{
    private const string CreditCodeAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const string ResidentCheck = "10X98765432";

    private static readonly int[] ResidentWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

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

    public static bool IsResidentNumber(string number) => ResidentNumber().IsMatch(number);

    /// <summary>GB 11643-1999.</summary>
    public static bool HasResidentCheck(string number)
    {
        var sum = 0;
        for (var index = 0; index < ResidentWeights.Length; index++)
            sum += (number[index] - '0') * ResidentWeights[index];
        return ResidentCheck[sum % 11] == number[17];
    }

    [GeneratedRegex("^[0-9ABCDEFGHJKLMNPQRTUWXY]{2}[0-9]{6}[0-9ABCDEFGHJKLMNPQRTUWXY]{10}$", RegexOptions.CultureInvariant)]
    private static partial Regex CreditCode();

    [GeneratedRegex("^[1-9][0-9]{16}[0-9X]$", RegexOptions.CultureInvariant)]
    private static partial Regex ResidentNumber();
}

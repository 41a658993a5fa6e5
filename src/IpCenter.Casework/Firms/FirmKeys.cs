using System.Text;
using System.Text.RegularExpressions;

namespace IpCenter.Casework.Firms;

/// <summary>What a firm gave, written in the one way in which it is compared.</summary>
public static partial class FirmKeys
{
    /// <summary>Of a subscriber's number; a shorter text names none.</summary>
    private const int LeastDigits = 7;

    /// <summary>One address is written with and without spaces, full and half width: only letters and digits count.</summary>
    public static string Text(string text) => new([.. text.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(char.IsLetterOrDigit)]);

    /// <summary>Empty where it names no number: seven times the same digit stands where one was wanted and none was given.</summary>
    public static string Phone(string text)
    {
        string digits = new([.. text.Normalize(NormalizationForm.FormKC).Where(char.IsAsciiDigit)]);
        return digits.Length >= LeastDigits && digits[^LeastDigits..].Distinct().Count() > 1 ? digits : "";
    }

    /// <summary>Empty where it names no house: a village, a market or a park is everybody's who is there.</summary>
    public static string Address(string text) => Text(text) is var plain && HouseNumber().IsMatch(plain) ? plain : "";

    [GeneratedRegex("[0-9零〇一二三四五六七八九十百]+(号|室|栋|幢|座|楼|铺|户|单元)|[0-9]$")]
    private static partial Regex HouseNumber();
}

using System.Globalization;

namespace IpCenter.Casework.Identifiers;

/// <summary>
/// Chinese patent application number, ZC 0006-2003: year, kind, serial number and a check sign modulo 11
/// (<c>202430123456.1</c>); before 1 October 2003 eight digits and the sign (<c>95115608.X</c>).
/// A granted patent bears the same number after ZL.
/// </summary>
public sealed record PatentApplicationNumber
{
    private const string Checks = "0123456789X";
    private static readonly int[] Weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];

    private PatentApplicationNumber(string digits, char check, bool wasPatentNumber) =>
        (Digits, Check, WasPatentNumber) = (digits, check, wasPatentNumber);

    /// <summary>The 12 digits, or 8 of an old number, without the check sign.</summary>
    public string Digits { get; }

    public char Check { get; }

    /// <summary>It was written with ZL, as the number of a granted patent.</summary>
    public bool WasPatentNumber { get; }

    public bool IsLegacy => Digits.Length == 8;

    public int Year => IsLegacy ? CenturyOf(int.Parse(Digits[..2], CultureInfo.InvariantCulture)) : int.Parse(Digits[..4], CultureInfo.InvariantCulture);

    public PatentKind Kind => (PatentKind)(Digits[IsLegacy ? 2 : 4] - '0');

    /// <summary>The one form in which numbers are stored and compared: <c>202430123456.1</c>.</summary>
    public string Normalised => $"{Digits}.{Check}";

    public string PatentNumber => $"ZL{Normalised}";

    public static IdentifierReading<PatentApplicationNumber> Read(string? text)
    {
        var number = IdentifierText.Normalise(text);
        var isPatentNumber = number.StartsWith("ZL", StringComparison.Ordinal);
        if (isPatentNumber || number.StartsWith("CN", StringComparison.Ordinal))
            number = number[2..];
        var dot = number.IndexOf('.', StringComparison.Ordinal);
        var signs = dot < 0 ? number : number.Remove(dot, 1);
        List<IdentifierProblem> problems = [.. IdentifierText.Outside(signs, 0, signs.Length - 1, IdentifierText.Digits)];
        if (signs.Length is 12 or 8 && dot < 0 && problems.Count == 0 && char.IsAsciiDigit(signs[^1]))
            problems.Add(IdentifierText.Block(null, $"缺少校验位，应为“{signs}.{ExpectedCheck(signs)}”。", $"The check sign is missing; it should read '{signs}.{ExpectedCheck(signs)}'."));
        else if (signs.Length is not (13 or 9))
            problems.Add(IdentifierText.Block(null, "申请号应为12位数字加1位校验位（2003年10月前为8位加1位）。", "An application number has 12 digits and a check sign (before October 2003: 8 and one)."));
        else if (dot >= 0 && dot != signs.Length - 1)
            problems.Add(IdentifierText.Block(dot + 1, "小数点应在校验位之前。", "The dot stands before the check sign."));
        else if (problems.Count == 0)
            problems.AddRange(PartProblems(signs));
        return new(number, problems.Count > 0 ? null : new PatentApplicationNumber(signs[..^1], signs[^1], isPatentNumber), problems);
    }

    private static IEnumerable<IdentifierProblem> PartProblems(string signs)
    {
        var (digits, check) = (signs[..^1], signs[^1]);
        var kindAt = digits.Length == 8 ? 2 : 4;
        if (!Enum.IsDefined((PatentKind)(digits[kindAt] - '0')))
            yield return IdentifierText.Block(kindAt + 1, $"第{kindAt + 1}位应为专利种类1、2、3、8或9。", $"Position {kindAt + 1} is the kind: 1, 2, 3, 8 or 9.");
        // The scheme with a four-digit year began on 1 October 2003.
        if (digits.Length == 12 && string.CompareOrdinal(digits[..4], "2003") < 0)
            yield return IdentifierText.Block(1, "四位年份的申请号自2003年10月起使用。", "Numbers with a four-digit year begin in October 2003.");
        if (check != ExpectedCheck(digits))
            yield return IdentifierText.Block(signs.Length, $"校验位应为“{ExpectedCheck(digits)}”。", $"The check sign should be '{ExpectedCheck(digits)}'.");
    }

    private static char ExpectedCheck(string digits) => Checks[digits.Select((digit, at) => (digit - '0') * Weights[at]).Sum() % 11];

    /// <summary>Numbers of two-digit years run from 1985 to 2003.</summary>
    private static int CenturyOf(int year) => year >= 85 ? 1900 + year : 2000 + year;

    public override string ToString() => Normalised;
}

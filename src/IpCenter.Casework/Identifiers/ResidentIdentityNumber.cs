using System.Globalization;

namespace IpCenter.Casework.Identifiers;

/// <summary>
/// Resident identity number (公民身份号码), GB 11643-1999. Sensitive personal information: kept only for an applicant
/// who is a natural person, shown only masked. Sex is not read from it, because nothing here needs it.
/// </summary>
public sealed record ResidentIdentityNumber
{
    private const int Length = 18;
    private const string Checks = "10X98765432";
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    private ResidentIdentityNumber(string number) => Number = number;

    public string Number { get; }

    public string Adcode => Number[..6];

    public DateOnly BirthDate => DateOnly.ParseExact(Number[6..14], "yyyyMMdd", CultureInfo.InvariantCulture);

    public static IdentifierReading<ResidentIdentityNumber> Read(string? text)
    {
        var number = IdentifierText.Normalise(text);
        List<IdentifierProblem> problems = [.. IdentifierText.Outside(number, 0, Length - 1, IdentifierText.Digits)];
        if (number.Length != Length)
            problems.Add(IdentifierText.Block(null, $"身份证号码应为18位，现为{number.Length}位。", $"An identity number has 18 signs, this one {number.Length}."));
        if (problems.Count == 0)
        {
            if (!DateOnly.TryParseExact(number[6..14], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
                problems.Add(IdentifierText.Block(7, "第7至14位不是日期。", "Positions 7 to 14 are not a date."));
            if (number[17] != Checks[number.Take(17).Select((digit, at) => (digit - '0') * Weights[at]).Sum() % 11])
                problems.Add(IdentifierText.Block(18, "校验位不符，请核对。", "The check sign does not fit; please compare."));
        }

        return new(number, problems.Count > 0 ? null : new ResidentIdentityNumber(number), problems);
    }

    /// <summary>Masked, so that a log or a message never shows it by accident.</summary>
    public override string ToString() => Mask.ResidentIdentityNumber(Number);
}

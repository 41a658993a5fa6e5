namespace IpCenter.Casework.Identifiers;

/// <summary>
/// Unified social credit code (统一社会信用代码), GB 32100-2015: 18 signs of an alphabet without I, O, S, V and Z.
/// A wrong check character only warns: registered codes that fail it exist.
/// </summary>
public sealed record UnifiedSocialCreditCode
{
    public const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const int Length = 18;

    private UnifiedSocialCreditCode(string code) => Code = code;

    public string Code { get; }

    /// <summary>First sign, the authority that registered it; null: the list of the standard does not name it.</summary>
    public Bilingual? RegistrationAuthority => Code[0] switch
    {
        '1' => new("机构编制", "establishment authority"),
        '2' => new("外交", "foreign affairs"),
        '3' => new("司法行政", "justice"),
        '4' => new("文化", "culture"),
        '5' => new("民政", "civil affairs"),
        '6' => new("旅游", "tourism"),
        '7' => new("宗教", "religious affairs"),
        '8' => new("工会", "trade union"),
        '9' => new("市场监管（工商）", "market regulation"),
        'A' => new("中央军委改革和编制办公室", "Central Military Commission"),
        'N' => new("农业", "agriculture"),
        'Y' => new("其他", "other"),
        _ => null,
    };

    /// <summary>Second sign, known only for the market regulator's codes.</summary>
    public Bilingual? Kind => Code[..2] switch
    {
        "91" => new("企业", "company"),
        "92" => new("个体工商户", "individual business"),
        "93" => new("农民专业合作社", "farmers' cooperative"),
        "99" => new("其他", "other"),
        _ => null,
    };

    public bool IsIndividualBusiness => Code.StartsWith("92", StringComparison.Ordinal);

    /// <summary>Place code of the registration authority (signs 3 to 8).</summary>
    public string Adcode => Code[2..8];

    /// <summary>Signs 9 to 17.</summary>
    public string SubjectCode => Code[8..17];

    public char CheckCharacter => Code[17];

    public bool IsCheckCharacterRight => CheckCharacter == ExpectedCheck(Code);

    public static IdentifierReading<UnifiedSocialCreditCode> Read(string? text)
    {
        var code = IdentifierText.Normalise(text);
        List<IdentifierProblem> problems =
        [
            .. code.Length == Length
                ? Array.Empty<IdentifierProblem>()
                : [IdentifierText.Block(null, $"统一社会信用代码应为18位，现为{code.Length}位。", $"A unified social credit code has 18 signs, this one {code.Length}.")],
            .. IdentifierText.Outside(code, 0, 2, Alphabet),
            .. IdentifierText.Outside(code, 2, 8, IdentifierText.Digits),
            .. IdentifierText.Outside(code, 8, Length, Alphabet),
        ];
        if (problems.Count > 0)
            return new(code, null, problems);
        var expected = ExpectedCheck(code);
        if (code[17] != expected)
            problems.Add(IdentifierText.Warn(18, $"校验位应为“{expected}”，请核对营业执照；确认无误可以继续。", $"The check character should be '{expected}'. Please compare with the licence; you may go on if it is right."));
        return new(code, new UnifiedSocialCreditCode(code), problems);
    }

    /// <summary>c = 31 − Σ cᵢ·3^(i−1) mod 31, and 0 for 31.</summary>
    private static char ExpectedCheck(string code)
    {
        var (sum, weight) = (0, 1);
        for (var at = 0; at < Length - 1; at++)
        {
            sum += Alphabet.IndexOf(code[at], StringComparison.Ordinal) * weight;
            weight = weight * 3 % 31;
        }

        return Alphabet[(31 - (sum % 31)) % 31];
    }

    public override string ToString() => Code;
}

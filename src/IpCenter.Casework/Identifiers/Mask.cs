namespace IpCenter.Casework.Identifiers;

/// <summary>Personal data as it may be shown: enough to recognise one's own, not enough to use.</summary>
public static class Mask
{
    /// <summary>First three and last two signs.</summary>
    public static string ResidentIdentityNumber(string number) => Keep(number, 3, 2);

    /// <summary>First three and last four digits, as on receipts.</summary>
    public static string Phone(string phone) => Keep(phone, 3, 4);

    /// <summary>Registration authority, kind and place stay; the subject's own part is hidden.</summary>
    public static string UnifiedSocialCreditCode(string code) => Keep(code, 8, 2);

    /// <summary>The family name stays: 张**, 欧阳* where it is written as two signs of four.</summary>
    public static string PersonName(string name) => name.Length switch
    {
        0 => "",
        1 => "*",
        4 => Keep(name, 2, 0),
        _ => Keep(name, 1, 0),
    };

    /// <summary>A text too short to hide anything is hidden whole.</summary>
    private static string Keep(string text, int first, int last) => text.Length <= first + last
        ? new string('*', text.Length)
        : $"{text[..first]}{new string('*', text.Length - first - last)}{text[^last..]}";
}

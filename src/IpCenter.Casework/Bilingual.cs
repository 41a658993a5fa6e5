namespace IpCenter.Casework;

/// <summary>One thing said in Chinese, which is shown first, and in English.</summary>
public sealed record Bilingual(string Zh, string En)
{
    /// <summary>A value that reads the same in both languages: a name, a number, a code.</summary>
    public static Bilingual Same(string text) => new(text, text);

    public override string ToString() => $"{Zh} / {En}";
}

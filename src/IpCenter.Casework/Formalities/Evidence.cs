namespace IpCenter.Casework.Formalities;

/// <summary>A value that was measured or read, and the limit that it was held against: 清晰度 12 &lt; 40, "sharpness 12 &lt; 40".</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">Its value with its unit, written the same way everywhere.</param>
/// <param name="Comparison">How the value stands to the limit: &lt;, &gt;, ≤, ≥ or ≠; null when there is no limit.</param>
/// <param name="Limit">The limit with its unit; null when there is none.</param>
public sealed record Evidence(Bilingual Name, string Value, string? Comparison = null, string? Limit = null)
{
    /// <summary>Name, value and limit in both languages.</summary>
    public Bilingual Text => new($"{Name.Zh} {Measured}", $"{Name.En} {Measured}");

    private string Measured => Comparison is null ? Value : $"{Value} {Comparison} {Limit}";

    public override string ToString() => Text.En;
}

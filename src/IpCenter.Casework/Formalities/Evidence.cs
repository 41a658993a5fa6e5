namespace IpCenter.Casework.Formalities;

/// <summary>A value that was measured or read, and the limit that it was held against: "sharpness 12 &lt; 40".</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">Its value with its unit, written the same way everywhere.</param>
/// <param name="Comparison">How the value stands to the limit: &lt;, &gt;, = or ≠; null when there is no limit.</param>
/// <param name="Limit">The limit with its unit; null when there is none.</param>
public sealed record Evidence(string Name, string Value, string? Comparison = null, string? Limit = null)
{
    public override string ToString() => Comparison is null ? $"{Name} {Value}" : $"{Name} {Value} {Comparison} {Limit}";
}

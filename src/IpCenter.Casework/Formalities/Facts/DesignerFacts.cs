namespace IpCenter.Casework.Formalities.Facts;

/// <summary>A designer as written in the request.</summary>
public sealed record DesignerFacts(string Name)
{
    /// <summary>Nationality, ST.3 code; the request asks for that of the first designer alone.</summary>
    public string Country { get; init; } = "CN";
}

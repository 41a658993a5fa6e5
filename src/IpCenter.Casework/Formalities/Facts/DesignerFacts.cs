namespace IpCenter.Casework.Formalities.Facts;

/// <summary>A designer as written in the request.</summary>
public sealed record DesignerFacts(string Name);

namespace IpCenter.Web.Resources;

/// <summary>Marks the texts of <c>Resources/Imports.*.resx</c>.</summary>
public sealed class Imports;

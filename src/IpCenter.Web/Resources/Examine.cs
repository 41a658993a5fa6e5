namespace IpCenter.Web.Resources;

/// <summary>Marks the texts of <c>Resources/Examine.*.resx</c>.</summary>
public sealed class Examine;

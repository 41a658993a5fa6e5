namespace IpCenter.Web.Resources;

/// <summary>Marks the texts of <c>Resources/Designs.*.resx</c>.</summary>
public sealed class Designs;

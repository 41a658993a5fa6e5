namespace IpCenter.Web.Resources;

/// <summary>Marks the texts of <c>Resources/Clocks.*.resx</c>.</summary>
public sealed class Clocks;

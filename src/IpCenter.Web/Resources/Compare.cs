namespace IpCenter.Web.Resources;

/// <summary>Marks the texts of <c>Resources/Compare.*.resx</c>.</summary>
public sealed class Compare;

namespace IpCenter.Web.Resources;

/// <summary>Marks the texts of <c>Resources/Letters.*.resx</c>.</summary>
public sealed class Letters;

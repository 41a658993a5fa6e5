namespace IpCenter.Web.Resources;

/// <summary>Marks the texts of <c>Resources/Terms.*.resx</c>.</summary>
public sealed class Terms;

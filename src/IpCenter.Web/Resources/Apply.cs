namespace IpCenter.Web.Resources;

/// <summary>Marks the texts of <c>Resources/Apply.*.resx</c>.</summary>
public sealed class Apply;

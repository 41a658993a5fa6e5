namespace IpCenter.Web.Resources;

/// <summary>Marks the texts of <c>Resources/Domain.*.resx</c>.</summary>
public sealed class Domain;

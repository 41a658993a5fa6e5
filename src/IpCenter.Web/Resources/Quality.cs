namespace IpCenter.Web.Resources;

/// <summary>Marks the texts of <c>Resources/Quality.*.resx</c>.</summary>
public sealed class Quality;

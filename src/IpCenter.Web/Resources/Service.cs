namespace IpCenter.Web.Resources;

/// <summary>Marks the texts of <c>Resources/Service.*.resx</c>.</summary>
public sealed class Service;

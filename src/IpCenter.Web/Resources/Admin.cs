namespace IpCenter.Web.Resources;

/// <summary>Marks the texts of <c>Resources/Admin.*.resx</c>.</summary>
public sealed class Admin;

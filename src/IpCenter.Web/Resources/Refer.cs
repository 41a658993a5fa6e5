namespace IpCenter.Web.Resources;

/// <summary>Marks the texts of <c>Resources/Refer.*.resx</c>.</summary>
public sealed class Refer;

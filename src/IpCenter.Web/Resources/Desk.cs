namespace IpCenter.Web.Resources;

/// <summary>Marks the texts of <c>Resources/Desk.*.resx</c>.</summary>
public sealed class Desk;

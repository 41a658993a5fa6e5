namespace IpCenter.Web.Resources;

/// <summary>Marks the texts of <c>Resources/Report.*.resx</c>.</summary>
public sealed class Report;

namespace IpCenter.Web.Resources;

/// <summary>Marks the texts of <c>Resources/Progress.*.resx</c>.</summary>
public sealed class Progress;

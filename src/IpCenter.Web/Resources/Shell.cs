namespace IpCenter.Web.Resources;

/// <summary>Marks the texts of <c>Resources/Shell.*.resx</c>.</summary>
public sealed class Shell;

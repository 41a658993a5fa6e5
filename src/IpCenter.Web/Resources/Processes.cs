namespace IpCenter.Web.Resources;

/// <summary>Marks the texts of <c>Resources/Processes.*.resx</c>.</summary>
public sealed class Processes;

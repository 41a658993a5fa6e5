namespace IpCenter.Web.Resources;

/// <summary>Texts of a firm's pages: its people, those who help it, its recordal.</summary>
public sealed class Firms;

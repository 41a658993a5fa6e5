namespace IpCenter.Web.Resources;

/// <summary>Marks the texts of <c>Resources/SignIn.*.resx</c>.</summary>
public sealed class SignIn;

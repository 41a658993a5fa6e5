namespace IpCenter.Web.Resources;

/// <summary>Marks the texts of <c>Resources/Register.*.resx</c>.</summary>
public sealed class Register;

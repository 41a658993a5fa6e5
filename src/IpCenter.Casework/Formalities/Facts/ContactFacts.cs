namespace IpCenter.Casework.Formalities.Facts;

/// <summary>Whom the national office calls about the application (联系人).</summary>
public sealed record ContactFacts(string Name, string Phone);

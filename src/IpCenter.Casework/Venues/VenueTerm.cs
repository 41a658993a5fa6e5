namespace IpCenter.Casework.Venues;

/// <summary>A cause of action (案由) or a connecting point (连结点) by its key.</summary>
public sealed record VenueTerm(string Key, Bilingual Name);

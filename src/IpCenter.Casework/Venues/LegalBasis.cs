namespace IpCenter.Casework.Venues;

/// <summary>One authority behind a candidate court, by the id of its entry in the data.</summary>
public sealed record LegalBasis(string Id, Bilingual Text, decimal Confidence, string? Source = null);

namespace IpCenter.Casework.Venues;

/// <summary>Another court that comes into question under a condition that the data cannot decide.</summary>
public sealed record VenueHint(Bilingual Court, Bilingual When, LegalBasis Basis);

namespace IpCenter.Casework.Venues;

/// <summary>A place by its GB/T 2260 code (or a key of our own) and the larger place it lies in.</summary>
public sealed record VenuePlace(string Code, Bilingual Name, string? PartOf = null);

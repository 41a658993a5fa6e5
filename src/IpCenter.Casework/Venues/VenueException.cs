namespace IpCenter.Casework.Venues;

/// <summary>Another court that the same rule names for special cases; shown as a hint.</summary>
public sealed record VenueException(string Court, Bilingual When);

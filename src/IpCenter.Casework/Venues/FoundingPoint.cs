namespace IpCenter.Casework.Venues;

/// <summary>The connecting point and the place through which a court became a candidate.</summary>
public sealed record FoundingPoint(string Point, Bilingual PointName, string Place, Bilingual PlaceName);

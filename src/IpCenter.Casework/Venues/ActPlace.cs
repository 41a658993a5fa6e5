namespace IpCenter.Casework.Venues;

/// <summary>A connecting point (by key) and the place where it lies.</summary>
public sealed record ActPlace(string Point, string Place);

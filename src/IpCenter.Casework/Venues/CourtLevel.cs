namespace IpCenter.Casework.Venues;

public enum CourtLevel
{
    Basic,
    Intermediate,
    High,
    Supreme,

    /// <summary>An intellectual property court (知识产权法院).</summary>
    Special,
}

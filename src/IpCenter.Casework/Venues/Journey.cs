namespace IpCenter.Casework.Venues;

/// <summary>An estimated way to a court, for display with 约 ("about") only.</summary>
public sealed record Journey
{
    public required Bilingual From { get; init; }

    /// <summary>Place code of the starting point.</summary>
    public required string Place { get; init; }

    public required string Court { get; init; }

    /// <summary>A tribunal away from the court's main seat.</summary>
    public Bilingual? Seat { get; init; }

    public required int StraightKm { get; init; }

    public required int RoadKm { get; init; }

    public required int DriveMinutes { get; init; }

    public required decimal Confidence { get; init; }

    public Bilingual Words() => new($"{From.Zh}出发约{RoadKm}公里，驾车约{DriveMinutes}分钟", $"from {From.En} about {RoadKm} km, about {DriveMinutes} minutes by car");
}

namespace IpCenter.Casework.Venues;

/// <summary>A question whose answer differs between two data sets.</summary>
public sealed record VenueChange(VenueQuestion Question, VenueAnswer Before, VenueAnswer After)
{
    public IReadOnlyList<Court> CourtsAdded => Missing(After, Before);

    public IReadOnlyList<Court> CourtsRemoved => Missing(Before, After);

    private static IReadOnlyList<Court> Missing(VenueAnswer here, VenueAnswer there) =>
        [.. here.Candidates.Select(candidate => candidate.Court).DistinctBy(court => court.Id)
            .Where(court => there.Candidates.All(candidate => candidate.Court.Id != court.Id))];
}

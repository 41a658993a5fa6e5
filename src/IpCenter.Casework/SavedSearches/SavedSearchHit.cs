using IpCenter.Casework.SearchFeed;
using IpCenter.Casework.SimilarDesigns;
using IpCenter.Search;

namespace IpCenter.Casework.SavedSearches;

/// <summary>A new entry that a watching search has found: stored once, new until its owner looks at it.</summary>
public sealed class SavedSearchHit
{
    public required Guid Id { get; init; }

    public required Guid SearchId { get; init; }

    public required IndexedKind Kind { get; init; }

    /// <summary>The design or the unpublished application.</summary>
    public required Guid SubjectId { get; init; }

    public required DateTimeOffset FoundAt { get; init; }

    /// <summary>The picture of it that matched.</summary>
    public Guid? ImageId { get; init; }

    public double? Probability { get; init; }

    public int AgreeingPlaces { get; init; }

    public MatchRegion? QueryRegion { get; init; }

    public MatchRegion? FoundRegion { get; init; }

    public bool Mirrored { get; init; }

    /// <summary>Which picture of the search matched, from 0.</summary>
    public int QueryImage { get; init; }

    public DateTimeOffset? SeenAt { get; private set; }

    public void See(DateTimeOffset at) => SeenAt ??= at;

    public static SavedSearchHit Of(Guid searchId, SearchHit hit, DateTimeOffset at)
    {
        var (kind, subject) = IndexedDocuments.Parse(hit.DocumentId);
        return new()
        {
            Id = Guid.CreateVersion7(at),
            SearchId = searchId,
            Kind = kind,
            SubjectId = subject,
            FoundAt = at,
            ImageId = hit.ViewId is { } view ? Guid.Parse(view) : null,
            Probability = hit.Probability,
            AgreeingPlaces = hit.AgreeingPlaces,
            QueryRegion = hit.QueryRegion,
            FoundRegion = hit.ViewRegion,
            Mirrored = hit.Mirrored,
            QueryImage = hit.QueryImage,
        };
    }

    /// <summary>As the index gave it.</summary>
    public SearchHit ToHit() => new(
        IndexedDocuments.IdOf(Kind, SubjectId), ImageId?.ToString(), Probability ?? 0, Probability, MatchingImages: 1, AgreeingPlaces, QueryRegion, FoundRegion, Mirrored, QueryImage);
}

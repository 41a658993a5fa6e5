namespace IpCenter.Casework.SavedSearches;

/// <summary>What a search asks for besides its pictures.</summary>
/// <param name="Words">In Lucene's classic query syntax.</param>
/// <param name="Facets">By facet, the values of which an entry must have one.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day, inclusive.</param>
public sealed record SavedQuery(string? Words, IReadOnlyDictionary<string, IReadOnlyList<string>> Facets, DateOnly? From, DateOnly? To)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Words) && Facets.Count == 0 && From is null && To is null;
}

/// <summary>A search of the register that a person keeps, and that tells of new entries while it watches. Nobody else sees it.</summary>
public sealed class SavedSearch
{
    public const int LongestName = 60;

    /// <summary>What a person can look through; the watch asks each of them at every new entry.</summary>
    public const int MostOfAPerson = 50;

    /// <summary>From this probability on an entry that looks alike is told: below it most of them would disturb for nothing.</summary>
    public const double LeastProbability = 0.5;

    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public required string Name { get; set; }

    public required SavedQuery Query { get; init; }

    /// <summary>The document of the index that a picture was taken from: a design is not like itself.</summary>
    public string? ExcludedDocumentId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public bool IsWatching { get; private set; }

    /// <summary>An entry is new when the change feed first names it after this place.</summary>
    public long StartsAfter { get; private set; }

    /// <summary>How far the change feed has been asked. Saved in one transaction with what was found up to there.</summary>
    public long Position { get; private set; }

    public int Version { get; private set; }

    /// <summary>Watches from a place of the change feed on; what came before is not told.</summary>
    public void Watch(long after) => (IsWatching, StartsAfter, Position) = (true, after, after);

    public void Rest() => IsWatching = false;

    public void Advance(long position) => Position = Math.Max(Position, position);
}

using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.SimilarDesigns;
using IpCenter.Search;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.SavedSearches;

/// <summary>A picture of a search to keep.</summary>
/// <param name="SourceImageId">The centre's picture that it is; <c>null</c> for one that was sent.</param>
public sealed record PictureToKeep(ViewFeatures Features, byte[] Thumbnail, Guid? SourceImageId);

/// <summary>A search as its owner asks to keep it.</summary>
/// <param name="Seen">The place of the change feed up to which the owner has seen the results: whatever comes after is new.</param>
public sealed record SearchToSave(
    Guid Id, string? Name, SavedQuery Query, IReadOnlyList<PictureToKeep> Pictures, string? ExcludedDocumentId, bool Watch, long Seen);

/// <summary>Keeps a search with its pictures for its owner alone.</summary>
public sealed class SaveSearch(CaseworkDbContext db, IndexFeed feed, AuditTrail audit)
{
    public async Task<Result<SavedSearch>> ExecuteAsync(SearchToSave asked, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var owner = viewer.PersonId ?? throw new InvalidOperationException("Nobody is signed in.");
        if (await db.SavedSearches.FindAsync([asked.Id], ct) is { } known)
            return known.OwnerId == owner ? known : new RuleViolation("search.not-found");
        List<RuleViolation> violations = [];
        var name = SearchName.Check(asked.Name, violations);
        if (asked.Query.IsEmpty && asked.Pictures.Count == 0)
            violations.Add(new("search.empty"));
        else if (SearchIndex.ProblemOf(asked.Query.Words) is not null)
            violations.Add(new("search.words"));
        if (await db.SavedSearches.CountAsync(s => s.OwnerId == owner, ct) >= SavedSearch.MostOfAPerson)
            violations.Add(new("search.too-many", null, $"{SavedSearch.MostOfAPerson}"));
        if (violations.Count > 0)
            return violations;

        var search = new SavedSearch
        {
            Id = asked.Id,
            OwnerId = owner,
            Name = name!,
            Query = asked.Query,
            ExcludedDocumentId = asked.ExcludedDocumentId,
            CreatedAt = actor.At,
        };
        if (asked.Watch)
            search.Watch(Math.Clamp(asked.Seen, 0, await feed.EndAsync(ct)));
        db.SavedSearches.Add(search);
        foreach (var (ordinal, (features, thumbnail, source)) in asked.Pictures.Index())
            db.SavedSearchPictures.Add(new SavedSearchPicture
            {
                Id = Guid.CreateVersion7(actor.At),
                SearchId = search.Id,
                Ordinal = ordinal,
                SourceImageId = source,
                Features = features.ToBytes(),
                FeaturesVersion = FeatureExtractor.Version,
                Thumbnail = thumbnail,
            });
        // What somebody looks for may be a design that is still a secret: the trail tells that, not what.
        audit.Record(actor, "search.saved", SearchName.Subject(search.Id), null, AuditVisibility.Staff);
        return search;
    }
}

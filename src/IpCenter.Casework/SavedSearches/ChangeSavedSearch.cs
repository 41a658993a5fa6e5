using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.Results;
using IpCenter.Casework.SimilarDesigns;

namespace IpCenter.Casework.SavedSearches;

/// <summary>What an owner does with a search; somebody else's does not exist.</summary>
public sealed class ChangeSavedSearch(CaseworkDbContext db, IndexFeed feed, AuditTrail audit)
{
    public async Task<Result<SavedSearch>> RenameAsync(Guid id, string? name, Actor actor, CancellationToken ct)
    {
        if (await FindAsync(id, actor, ct) is not { } search)
            return new RuleViolation("search.not-found");
        List<RuleViolation> violations = [];
        if (SearchName.Check(name, violations) is not { } named)
            return violations;
        if (search.Name == named)
            return search;
        search.Name = named;
        return Done(search, "search.renamed", actor);
    }

    /// <summary>Goes on watching from now, or stops. What comes while it rests is not told afterwards.</summary>
    public async Task<Result<SavedSearch>> WatchAsync(Guid id, bool watch, Actor actor, CancellationToken ct)
    {
        if (await FindAsync(id, actor, ct) is not { } search)
            return new RuleViolation("search.not-found");
        if (search.IsWatching == watch)
            return search;
        if (watch)
            search.Watch(await feed.EndAsync(ct));
        else
            search.Rest();
        return Done(search, watch ? "search.watching" : "search.resting", actor);
    }

    /// <summary>Deletes it with its pictures and what it has found.</summary>
    public async Task<Result<SavedSearch>> DeleteAsync(Guid id, Actor actor, CancellationToken ct)
    {
        if (await FindAsync(id, actor, ct) is not { } search)
            return new RuleViolation("search.not-found");
        db.SavedSearches.Remove(search);
        return Done(search, "search.deleted", actor);
    }

    private async Task<SavedSearch?> FindAsync(Guid id, Actor actor, CancellationToken ct) =>
        await db.SavedSearches.FindAsync([id], ct) is { } search && search.OwnerId == actor.PersonId ? search : null;

    private SavedSearch Done(SavedSearch search, string action, Actor actor)
    {
        audit.Record(actor, action, SearchName.Subject(search.Id), null, AuditVisibility.Staff);
        return search;
    }
}

using IpCenter.Casework.Data;
using IpCenter.Casework.Notices;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.SavedSearches;

/// <summary>The notice that a watching search has found something.</summary>
public static class SavedSearchNotice
{
    public const string Template = "saved-search-found";

    /// <summary>Argument that names the search.</summary>
    public const string Search = "search";

    internal static IEnumerable<(string Key, string Value)> Arguments(SavedSearch search, int found) =>
        [("title", search.Name), ("found", $"{found}"), (Search, $"{search.Id}")];

    internal static async Task<IReadOnlyList<Notice>> UnreadAsync(CaseworkDbContext db, Guid searchId, Guid owner, CancellationToken ct)
    {
        var unread = await db.Notices.Where(n => n.PersonId == owner && n.ReadAt == null && n.Template == Template).ToListAsync(ct);
        return [.. unread.Where(n => n.Arguments.GetValueOrDefault(Search) == $"{searchId}")];
    }
}

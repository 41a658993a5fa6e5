using IpCenter.Casework.Data;
using IpCenter.Casework.Designs;
using IpCenter.Casework.People;
using IpCenter.Casework.SearchFeed;
using IpCenter.Search;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.SimilarDesigns;

/// <summary>A published design found by words or by its number.</summary>
public sealed record FoundDesign(Guid Id, string ProductName, string PatentNumber, string OwnerName, Guid? FirmId, Guid ImageId);

/// <summary>What was found, or that the words could not be read or the index cannot answer just now.</summary>
public sealed record FoundDesigns(IReadOnlyList<FoundDesign> Designs, bool IsUnreadable = false, bool IsUnavailable = false);

/// <summary>Finds published designs for an officer who knows the product but whose screenshots do not show it well.</summary>
public sealed class DesignFinder(CaseworkDbContext db, DesignIndex index)
{
    private const int Most = 12;

    public async Task<FoundDesigns> FindAsync(string words, CancellationToken ct)
    {
        // A whole number is one design, whatever the index knows of it yet.
        var number = words.Trim().ToUpperInvariant();
        var exact = await db.Designs.AsNoTracking().Where(d => d.Numbering == "" && (d.PatentNumber == number || d.PatentNumber == "ZL" + number)).Select(d => d.Id).ToListAsync(ct);
        if (exact.Count > 0)
            return new(await ReadAsync(exact, ct));
        try
        {
            var result = index.Index.Search(new SearchQuery { Audiences = [Audience.Public], Words = words, Facets = IndexedDocuments.RightsOnly, Limit = Most }, ct);
            return result.Problem is null
                ? new(await ReadAsync([.. result.Hits.Select(h => IndexedDocuments.Parse(h.DocumentId)).Where(d => d.Kind == IndexedKind.Design).Select(d => d.Id)], ct))
                : new([], IsUnreadable: true);
        }
        catch (Exception e) when (IndexFault.Of(e) is not null)
        {
            return new([], IsUnavailable: true);
        }
    }

    /// <summary>In the given order; a design without a picture cannot be put beside a screenshot and is left out.</summary>
    private async Task<IReadOnlyList<FoundDesign>> ReadAsync(IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var designs = await db.Designs.AsNoTracking().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, ct);
        var images = (await db.DesignViews.AsNoTracking().Where(v => ids.Contains(v.DesignId) && v.ReplacedAt == null).ToListAsync(ct))
            .InOrder()
            .ToLookup(v => v.DesignId, v => v.ImageId);
        return [.. ids
            .Where(id => designs.ContainsKey(id) && images.Contains(id))
            .Select(id => designs[id])
            .Select(d => new FoundDesign(d.Id, d.ProductName, d.PatentNumber, d.OwnerName, d.FirmId, images[d.Id].First()))];
    }
}

using IpCenter.Casework.Applications;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.SearchFeed;
using IpCenter.Search;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.SimilarDesigns;

/// <summary>Asks the index with the pictures of a case, and brings its hits back as designs with titles and numbers.</summary>
public sealed class LookAlikes(CaseworkDbContext db, DesignIndex index, ViewFeatureStore features)
{
    /// <summary>From this probability on, the software takes it for the same product without asking.</summary>
    public const double Sure = 0.9;

    /// <summary>Below this probability a look-alike is not worth a person's time.</summary>
    private const double WorthALook = 0.05;

    /// <summary>From this probability on, a screenshot counts as one that shows the design.</summary>
    private const double Resembles = 0.5;

    private const int PerCase = 12;

    /// <summary>As many as an officer compares with one screenshot before searching by hand.</summary>
    private const int PerScreenshot = 5;

    /// <summary>Designs and unpublished applications of others like this application's views.</summary>
    public async Task<IReadOnlyList<LookAlike>> ForApplicationAsync(DesignApplication application, CancellationToken ct)
    {
        var views = await (
            from view in db.ApplicationViews.AsNoTracking()
            join image in db.Images.AsNoTracking() on view.ImageId equals image.Id
            where view.ApplicationId == application.Id && view.ReplacedAt == null
            select new { view.Id, image.Sha256 }).ToListAsync(ct);
        var self = IndexedDocuments.IdOf(IndexedKind.Application, application.Id);
        return await FindAsync([.. views.Select(v => (v.Id, v.Sha256))], features.OfOriginalAsync, new SearchQuery { Audiences = [Audience.Public, Audience.Staff], ExcludeId = self }, ct);
    }

    /// <summary>
    /// Published designs like each screenshot of a report, a few for every one of them. The best come first; among equals
    /// the design on which most agrees over all screenshots.
    /// </summary>
    public async Task<IReadOnlyList<LookAlike>> ForReportAsync(Guid reportId, CancellationToken ct)
    {
        var evidence = await (
            from item in db.EvidenceItems.AsNoTracking()
            where item.CaseId == reportId && item.ImageId != null
            select new { item.Id, item.Sha256 }).ToListAsync(ct);
        List<LookAlike> found = [];
        foreach (var item in evidence)
            found.AddRange((await FindAsync([(item.Id, item.Sha256)], features.OfQueryAsync, new SearchQuery { Audiences = [Audience.Public], Facets = IndexedDocuments.RightsOnly }, ct)).Take(PerScreenshot));
        var inAll = found.GroupBy(f => f.FoundId).ToDictionary(same => same.Key, same => (Score: same.Sum(f => f.Score), Pictures: same.Sum(f => f.Probability >= Resembles ? 1 : 0)));
        return [.. found
            .Select(f => f with { MatchingPictures = Math.Max(1, inAll[f.FoundId].Pictures) })
            .OrderByDescending(f => Math.Round(f.Probability, 2)).ThenByDescending(f => inAll[f.FoundId].Score)];
    }

    /// <summary>One question with all pictures: what they show together decides, not the one that fits best by chance.</summary>
    private async Task<IReadOnlyList<LookAlike>> FindAsync(
        IReadOnlyList<(Guid Id, string Sha256)> pictures, Func<string, CancellationToken, Task<ViewFeatures?>> take, SearchQuery among, CancellationToken ct)
    {
        await index.CatchUpAsync(ct);
        List<(Guid Id, ViewFeatures Features)> asked = [];
        foreach (var (id, sha256) in pictures)
            if (await take(sha256, ct) is { IsBlank: false } features)
                asked.Add((id, features));
        if (asked.Count == 0)
            return [];
        var result = index.Index.Search(among with { Images = [.. asked.Select(picture => picture.Features)], Limit = PerCase }, ct);
        List<LookAlike> named = [];
        foreach (var hit in result.Hits.Where(h => h.Probability >= WorthALook && h.ViewId is not null))
        {
            if (await NameAsync(hit.DocumentId, ct) is { } name)
                named.Add(new LookAlike(
                    asked[hit.QueryImage].Id, name.Id, Guid.Parse(hit.ViewId!), name.IsUnpublished, name.Title, name.Number,
                    hit.Probability ?? 0, Math.Max(1, hit.MatchingImages), hit.Score, Region(hit.QueryRegion), Region(hit.ViewRegion), hit.Mirrored));
        }
        return named;
    }

    private async Task<(Guid Id, bool IsUnpublished, string Title, string Number)?> NameAsync(string documentId, CancellationToken ct)
    {
        var (kind, id) = IndexedDocuments.Parse(documentId);
        if (kind == IndexedKind.Design)
        {
            var design = await db.Designs.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct);
            return design is null ? null : (id, false, design.ProductName, design.PatentNumber);
        }
        var file = await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct);
        return file is null ? null : (id, true, file.Title, file.Number ?? "");
    }

    private static MatchedRegion? Region(MatchRegion? region) =>
        region is { } box ? new MatchedRegion(box.X, box.Y, box.Width, box.Height) : null;
}

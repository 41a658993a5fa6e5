using System.Globalization;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.SearchFeed;
using IpCenter.Search;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.SimilarDesigns;

/// <summary>
/// Makes search documents of designs and applications. An application is found by the examining staff and its own firm
/// alone, and leaves the index when it is published, withdrawn or refused.
/// </summary>
public sealed class IndexedDocuments(CaseworkDbContext db, ViewFeatureStore features)
{
    private const string Right = "design";

    /// <summary>Narrows a search to designs that somebody has a right in: a copy can infringe no other.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> RightsOnly { get; } = new Dictionary<string, IReadOnlyList<string>> { ["kind"] = [Right] };

    public static string IdOf(IndexedKind kind, Guid id) => kind == IndexedKind.Design ? $"design:{id}" : $"application:{id}";

    /// <summary>What a hit of the index is.</summary>
    public static (IndexedKind Kind, Guid Id) Parse(string documentId)
    {
        var parts = documentId.Split(':');
        return (parts[0] == "design" ? IndexedKind.Design : IndexedKind.Application, Guid.Parse(parts[1]));
    }

    /// <summary>The document of an object as it stands now; <c>null</c> when it does not belong into the index.</summary>
    public Task<SearchDocument?> ReadAsync(IndexedKind kind, Guid id, CancellationToken ct) =>
        kind == IndexedKind.Design ? DesignAsync(id, ct) : ApplicationAsync(id, ct);

    private async Task<SearchDocument?> DesignAsync(Guid id, CancellationToken ct)
    {
        var design = await db.Designs.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct);
        if (design is null)
            return null;
        var views = await (
            from view in db.DesignViews.AsNoTracking()
            join image in db.Images.AsNoTracking() on view.ImageId equals image.Id
            where view.DesignId == id && view.ReplacedAt == null
            select new { view.ImageId, image.Sha256 }).ToListAsync(ct);
        return new SearchDocument
        {
            Id = IdOf(IndexedKind.Design, id),
            Audiences = [Audience.Public, Audience.Staff],
            Title = design.ProductName,
            Text = new Dictionary<string, string>
            {
                ["use"] = design.Use,
                ["brief"] = design.BriefDescription,
                ["number"] = design.PatentNumber,
                ["owner"] = design.OwnerName,
            },
            Facets = new Dictionary<string, IReadOnlyList<string>>
            {
                ["class"] = Known(design.LocarnoClass),
                ["owner"] = Known(design.OwnerName),
                ["status"] = [design.Status.ToString()],
                ["year"] = Known(design.AnnouncedOn?.Year.ToString(CultureInfo.InvariantCulture)),
                ["kind"] = [design.IsChinesePatent ? Right : "prior"],
            },
            Date = design.AnnouncedOn,
            Views = await ViewsAsync(views.Select(v => (v.ImageId, v.Sha256)), ct),
        };
    }

    /// <summary>What a source does not say about a prior design is no facet of it.</summary>
    private static IReadOnlyList<string> Known(string? value) => string.IsNullOrEmpty(value) ? [] : [value];

    private async Task<SearchDocument?> ApplicationAsync(Guid id, CancellationToken ct)
    {
        var application = await db.Applications.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct);
        var file = await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct);
        if (application is null || file is null || file.IsDraft || !file.IsOpen || application.AnnouncedOn is not null)
            return null;
        var views = await (
            from view in db.ApplicationViews.AsNoTracking()
            join image in db.Images.AsNoTracking() on view.ImageId equals image.Id
            where view.ApplicationId == id && view.ReplacedAt == null
            select new { view.ImageId, image.Sha256 }).ToListAsync(ct);
        return new SearchDocument
        {
            Id = IdOf(IndexedKind.Application, id),
            Audiences = [Audience.Staff, Audience.OfFirm(application.FirmId)],
            Title = application.Form.ProductName,
            Text = new Dictionary<string, string>
            {
                ["use"] = application.Form.Brief.Use,
                ["brief"] = application.Form.Brief.DesignPoints,
                ["number"] = file.Number ?? "",
                ["owner"] = application.Form.Applicants.FirstOrDefault()?.Name ?? "",
            },
            Facets = new Dictionary<string, IReadOnlyList<string>>
            {
                ["class"] = [application.Form.LocarnoClass],
                ["kind"] = ["application"],
            },
            Date = file.SubmittedAt is { } at ? Clocks.ChinaTime.DateOf(at) : null,
            Views = await ViewsAsync(views.Select(v => (v.ImageId, v.Sha256)), ct),
        };
    }

    private async Task<IReadOnlyList<SearchView>> ViewsAsync(IEnumerable<(Guid ImageId, string Sha256)> images, CancellationToken ct)
    {
        List<SearchView> views = [];
        foreach (var (imageId, sha256) in images)
        {
            if (await features.OfOriginalAsync(sha256, ct) is { } found)
                views.Add(new SearchView(imageId.ToString(), found));
        }
        return views;
    }
}

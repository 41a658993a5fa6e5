using IpCenter.Casework.Applications;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Designs;
using IpCenter.Casework.People;
using IpCenter.Casework.SearchFeed;
using IpCenter.Casework.SimilarDesigns;
using IpCenter.Search;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Register;

/// <summary>A hit as the list shows it.</summary>
/// <param name="On">Day of announcement; of an unpublished one, day of submission.</param>
/// <param name="ImageId">The picture that matched, else the first in filing order: the front.</param>
public sealed record RegisterRow(
    string Title, string Number, string Owner, string? LocarnoClass, DateOnly? On, bool IsUnpublished, DesignStatus? Status, string Address, Guid? ImageId, SearchHit Hit);

/// <summary>Brings hits of the index back as what stands in the database now; what went meanwhile is left out.</summary>
public sealed class RegisterRows(CaseworkDbContext db, CaseAccess cases)
{
    public async Task<IReadOnlyList<RegisterRow>> ReadAsync(IReadOnlyList<SearchHit> hits, Viewer viewer, CancellationToken ct)
    {
        var asked = hits.Select(h => IndexedDocuments.Parse(h.DocumentId)).ToLookup(d => d.Kind, d => d.Id);
        var ids = asked[IndexedKind.Design].ToList();
        var designs = await db.Designs.AsNoTracking().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, ct);
        var images = (await db.DesignViews.AsNoTracking().Where(v => ids.Contains(v.DesignId) && v.ReplacedAt == null).ToListAsync(ct))
            .InOrder()
            .ToLookup(v => v.DesignId, v => v.ImageId);
        List<RegisterRow> rows = [];
        foreach (var hit in hits)
        {
            var (kind, id) = IndexedDocuments.Parse(hit.DocumentId);
            var row = kind == IndexedKind.Application ? await ApplicationAsync(id, hit, viewer, ct)
                : designs.TryGetValue(id, out var design) ? Row(design, images[id], hit)
                : null;
            if (row is not null)
                rows.Add(row);
        }
        return rows;
    }

    private static RegisterRow Row(Design design, IEnumerable<Guid> images, SearchHit hit) => new(
        design.ProductName, design.PatentNumber, design.OwnerName, design.LocarnoClass, design.AnnouncedOn, IsUnpublished: false, design.Status,
        RegisterAddress.Of(design), Matched(hit) ?? First(images), hit);

    /// <summary>The index may be seconds behind: the rule of the case decides again.</summary>
    private async Task<RegisterRow?> ApplicationAsync(Guid id, SearchHit hit, Viewer viewer, CancellationToken ct)
    {
        if (await cases.FindAsync(id, viewer, ct) is not { } file || await db.Applications.FindAsync([id], ct) is not { } application)
            return null;
        var images = (await db.ApplicationViews.AsNoTracking().Where(v => v.ApplicationId == id && v.ReplacedAt == null).ToListAsync(ct))
            .OrderBy(v => v.DesignNumber).ThenBy(v => ViewPositions.Parse(v.Position)).Select(v => v.ImageId);
        return new(
            application.Form.ProductName, file.Number ?? "", application.Form.Applicants.FirstOrDefault()?.Name ?? "", application.Form.LocarnoClass,
            file.SubmittedAt is { } at ? ChinaTime.DateOf(at) : null, IsUnpublished: true, Status: null,
            $"/cases/{id}", Matched(hit) ?? First(images), hit);
    }

    private static Guid? Matched(SearchHit hit) => hit.ViewId is { } view ? Guid.Parse(view) : null;

    private static Guid? First(IEnumerable<Guid> images) => images.Cast<Guid?>().FirstOrDefault();
}

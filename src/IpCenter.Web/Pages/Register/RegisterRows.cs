using IpCenter.Casework.Applications;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Designs;
using IpCenter.Casework.People;
using IpCenter.Casework.SearchFeed;
using IpCenter.Casework.SimilarDesigns;
using IpCenter.Search;
using IpCenter.Web.SignIn;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Register;

/// <summary>A hit as the list shows it.</summary>
/// <param name="On">Day of announcement; of an unpublished one, day of submission.</param>
/// <param name="ImageId">The picture that matched, else the first in filing order: the front.</param>
public sealed record RegisterRow(
    string Title, string Number, string Owner, string? LocarnoClass, DateOnly? On, bool IsUnpublished, DesignStatus? Status, string Address, Guid? ImageId, SearchHit Hit);

/// <summary>Brings hits of the index back as what stands in the database now; what went meanwhile is left out.</summary>
public sealed class RegisterRows(CaseworkDbContext db, CaseAccess cases, CurrentPerson me)
{
    public async Task<IReadOnlyList<RegisterRow>> ReadAsync(IReadOnlyList<SearchHit> hits, Viewer viewer, CancellationToken ct)
    {
        var asked = hits.ToLookup(hit => IndexedDocuments.Parse(hit.DocumentId).Kind, hit => (IndexedDocuments.Parse(hit.DocumentId).Id, hit));
        List<RegisterRow> rows = [];
        rows.AddRange(await DesignsAsync(asked[IndexedKind.Design].ToDictionary(), ct));
        rows.AddRange(await ApplicationsAsync(asked[IndexedKind.Application].ToDictionary(), viewer, ct));
        var place = hits.Index().ToDictionary(hit => hit.Item.DocumentId, hit => hit.Index);
        return [.. rows.OrderBy(row => place[row.Hit.DocumentId])];
    }

    private async Task<IEnumerable<RegisterRow>> DesignsAsync(Dictionary<Guid, SearchHit> hits, CancellationToken ct)
    {
        if (hits.Count == 0)
            return [];
        List<Guid> ids = [.. hits.Keys];
        var designs = await db.Designs.AsNoTracking().Where(d => ids.Contains(d.Id)).ToListAsync(ct);
        var images = (await db.DesignViews.AsNoTracking().Where(v => ids.Contains(v.DesignId) && v.ReplacedAt == null).ToListAsync(ct))
            .InOrder()
            .ToLookup(v => v.DesignId, v => v.ImageId);
        var today = ChinaTime.DateOf(me.Now);
        return designs.Select(design => new RegisterRow(
            design.ProductName, design.PatentNumber, design.OwnerName, design.LocarnoClass, design.AnnouncedOn, IsUnpublished: false, design.StatusOn(today),
            RegisterAddress.Of(design), ImageOf(hits[design.Id], images[design.Id]), hits[design.Id]));
    }

    /// <summary>The index may be seconds behind, and what was found once may be published by now: the case decides again.</summary>
    private async Task<IEnumerable<RegisterRow>> ApplicationsAsync(Dictionary<Guid, SearchHit> hits, Viewer viewer, CancellationToken ct)
    {
        if (hits.Count == 0)
            return [];
        List<Guid> ids = [.. hits.Keys];
        var files = await db.Cases.AsNoTracking().Where(c => ids.Contains(c.Id)).ToListAsync(ct);
        var applications = await db.Applications.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        var images = (await db.ApplicationViews.AsNoTracking().Where(v => ids.Contains(v.ApplicationId) && v.ReplacedAt == null).ToListAsync(ct))
            .OrderBy(v => v.DesignNumber).ThenBy(v => ViewPositions.Parse(v.Position))
            .ToLookup(v => v.ApplicationId, v => v.ImageId);
        List<RegisterRow> rows = [];
        foreach (var file in files)
        {
            if (!await cases.MayReadAsync(file, viewer, ct) || !applications.TryGetValue(file.Id, out var application))
                continue;
            var (form, hit) = (application.Form, hits[file.Id]);
            rows.Add(new(
                form.ProductName, file.Number ?? "", form.Applicants.FirstOrDefault()?.Name ?? "", form.LocarnoClass,
                application.AnnouncedOn ?? (file.SubmittedAt is { } at ? ChinaTime.DateOf(at) : null), IsUnpublished: application.AnnouncedOn is null, Status: null,
                $"/cases/{file.Id}", ImageOf(hit, images[file.Id]), hit));
        }
        return rows;
    }

    private static Guid? ImageOf(SearchHit hit, IEnumerable<Guid> images) => hit.ViewId is { } view ? Guid.Parse(view) : images.Cast<Guid?>().FirstOrDefault();
}

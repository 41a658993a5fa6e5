using IpCenter.Casework.Applications;
using IpCenter.Casework.Applications.Proposals;
using IpCenter.Casework.Data;
using IpCenter.Web.Components;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Apply;

/// <summary>A picture that lies unsorted, and what it probably is.</summary>
public sealed record TrayItem(Guid Id, Guid ImageId, string FileName, int Width, int Height, ViewProposal Proposal)
{
    public Picture Picture => new(FileName, $"/images/{ImageId}/thumbnail", $"/images/{ImageId}/display");
}

/// <summary>The unsorted pictures of each design, with a proposal for each.</summary>
public sealed class TrayQuery(CaseworkDbContext db)
{
    /// <summary>How many pictures have no place yet.</summary>
    public Task<int> CountAsync(Guid applicationId, CancellationToken ct) =>
        db.TrayPictures.CountAsync(p => p.ApplicationId == applicationId && p.LeftAt == null, ct);

    public async Task<ILookup<int, TrayItem>> ReadAsync(Draft draft, CancellationToken ct)
    {
        var tray = await (
            from picture in db.TrayPictures.AsNoTracking()
            join image in db.Images.AsNoTracking() on picture.ImageId equals image.Id
            where picture.ApplicationId == draft.Id && picture.LeftAt == null
            orderby picture.Sequence
            select new { picture.Id, picture.DesignNumber, picture.ImageId, image.FileName, image.Width, image.Height, image.Measured }).ToListAsync(ct);
        if (tray.Count == 0)
            return Enumerable.Empty<TrayItem>().ToLookup(_ => 0);
        var placed = await (
            from view in db.ApplicationViews.AsNoTracking()
            join image in db.Images.AsNoTracking() on view.ImageId equals image.Id
            where view.ApplicationId == draft.Id && view.ReplacedAt == null
            select new { view.Id, view.DesignNumber, view.Position, image.Width, image.Height, image.Measured }).ToListAsync(ct);

        return tray.GroupBy(picture => picture.DesignNumber).SelectMany(design =>
        {
            // The order of capture says something only while nothing is placed: then the first picture is the first that was taken.
            var inOrder = placed.TrueForAll(view => view.DesignNumber != design.Key);
            var candidates = placed.Where(view => view.DesignNumber == design.Key)
                .Select(view => new ViewCandidate { Id = view.Id, Width = view.Width, Height = view.Height, Measured = view.Measured, Placed = ViewPositions.Parse(view.Position).Kind })
                .Concat(design.Select((picture, index) => new ViewCandidate
                {
                    Id = picture.Id,
                    FileName = picture.FileName,
                    Order = inOrder && design.Count() > 1 ? index : null,
                    Width = picture.Width,
                    Height = picture.Height,
                    Measured = picture.Measured,
                }));
            var proposals = ViewProposer.Propose([.. candidates], [.. ViewPlaces.Wanted(draft.Form.Shape)]).ToDictionary(proposal => proposal.Picture);
            return design.Select(picture => (design.Key, Item: new TrayItem(picture.Id, picture.ImageId, picture.FileName, picture.Width, picture.Height, proposals[picture.Id])));
        }).ToLookup(found => found.Key, found => found.Item);
    }
}

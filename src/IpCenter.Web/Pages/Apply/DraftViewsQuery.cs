using IpCenter.Casework.Applications;
using IpCenter.Casework.Data;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.Formalities.Views;
using IpCenter.Web.Components;
using IpCenter.Web.Pages.Cases;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Apply;

/// <summary>A picture in its place.</summary>
/// <param name="OfficialName">The full Chinese name, as the remarks and the brief description name it.</param>
/// <param name="Name">The same in the language of the request.</param>
public sealed record DraftView(
    Guid Id, int Design, string Position, string OfficialName, string Name, Guid ImageId, string FileName, int Width, int Height, int Round)
{
    public Picture Picture => new(Name, $"/images/{ImageId}/thumbnail", $"/images/{ImageId}/display");
}

/// <summary>The pictures of an application as it stands, in filing order.</summary>
public sealed class DraftViewsQuery(CaseworkDbContext db)
{
    public async Task<IReadOnlyList<DraftView>> ReadAsync(Guid applicationId, ApplicationKind kind, CancellationToken ct)
    {
        var rows = await (
            from view in db.ApplicationViews.AsNoTracking()
            join image in db.Images.AsNoTracking() on view.ImageId equals image.Id
            where view.ApplicationId == applicationId && view.ReplacedAt == null
            select new { view.Id, view.DesignNumber, view.Position, view.ImageId, view.Round, image.FileName, image.Width, image.Height }).ToListAsync(ct);
        return [.. rows
            .OrderBy(r => r.DesignNumber).ThenBy(r => OrderOf(r.Position))
            .Select(r => new DraftView(
                r.Id, r.DesignNumber, r.Position, ViewPositions.NameOf(kind, r.DesignNumber, r.Position), ViewWords.Full(kind, r.DesignNumber, r.Position),
                r.ImageId, r.FileName, r.Width, r.Height, r.Round))];
    }

    /// <summary>What is handed in: the examiner sees no more.</summary>
    public async Task<IReadOnlyList<DraftView>> OfCountedDesignsAsync(Draft draft, CancellationToken ct) =>
        [.. (await ReadAsync(draft.Id, draft.Form.Kind, ct)).Where(v => v.Design <= Math.Max(1, draft.Form.DesignCount))];

    private static (ViewKind Kind, int Ordinal) OrderOf(string position) => ViewPositions.Parse(position) is var (kind, ordinal) ? (kind, ordinal ?? 0) : default;
}

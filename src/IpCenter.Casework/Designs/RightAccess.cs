using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Designs;

/// <summary>
/// Who may do something about a published right: the people of its owner's firm as it is now, and the examining staff.
/// Seeing it in the register is everybody's.
/// </summary>
public sealed class RightAccess(CaseworkDbContext db)
{
    /// <summary>The right, to be changed; <c>null</c> when it is not there or none of the viewer's business.</summary>
    public async Task<Design?> FindAsync(Guid designId, Viewer viewer, CancellationToken ct) =>
        await db.Designs.FindAsync([designId], ct) is { IsChinesePatent: true } design && MayAct(design, viewer) ? design : null;

    public static bool MayAct(Design design, Viewer viewer) =>
        viewer.PersonId is not null && (viewer.IsExaminingStaff || IsHolder(design, viewer));

    public static bool IsHolder(Design design, Viewer viewer) => design.FirmId is { } firm && viewer.ActsFor(firm);

    public async Task<RightHistory> HistoryAsync(Design design, CancellationToken ct)
    {
        await db.RightEntries.Where(e => e.DesignId == design.Id).LoadAsync(ct);
        return new(design, db.RightEntries.Local.Where(e => e.DesignId == design.Id));
    }

    /// <summary>What an import says about status and owner counts only where nothing was recorded here.</summary>
    public async Task FollowHistoryAsync(Design design, DateOnly today, CancellationToken ct)
    {
        if (await HistoryAsync(design, ct) is { Entries.Count: > 0 } history)
            design.Follow(history.On(today));
    }
}

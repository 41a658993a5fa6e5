using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Storage;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Images;

/// <summary>A copy that the viewer may see, and whether everybody may (then it can be cached).</summary>
public sealed record VisibleImage(string Path, string Sha256, bool IsPublic);

/// <summary>
/// Decides for every picture who may see it. A picture is public only through a published design; otherwise it is seen
/// through a case that the viewer may read, and each such look is logged. What may not be seen does not exist.
/// </summary>
public sealed class ImageAccess(CaseworkDbContext db, CaseAccess cases, ImageCopies copies, AuditTrail audit)
{
    public async Task<VisibleImage?> FindAsync(Guid imageId, CopySize size, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var sha256 = await db.Images.AsNoTracking().Where(i => i.Id == imageId).Select(i => i.Sha256).SingleOrDefaultAsync(ct);
        if (sha256 is null || copies.Find(sha256, size) is not { } path)
            return null;
        if (await db.DesignViews.AnyAsync(v => v.ImageId == imageId, ct))
            return new(path, sha256, IsPublic: true);

        // What lies unsorted is the firm's alone, also after the application was handed in.
        if (await TrayFirmsAsync(imageId, ct) is var firms && firms.Exists(viewer.ActsFor))
            return new(path, sha256, IsPublic: false);
        foreach (var caseId in await CasesOfAsync(imageId, ct))
        {
            if (await cases.FindAsync(caseId, viewer, ct) is not { } file)
                continue;
            if (!viewer.Sees(file.FirmId) && size == CopySize.Display)
            {
                audit.RecordRead(actor, $"image:{imageId}", caseId, "view");
                await db.SaveChangesAsync(ct);
            }
            return new(path, sha256, IsPublic: false);
        }
        return null;
    }

    private Task<List<Guid>> TrayFirmsAsync(Guid imageId, CancellationToken ct) => (
        from picture in db.TrayPictures
        join application in db.Applications on picture.ApplicationId equals application.Id
        where picture.ImageId == imageId
        select application.FirmId).ToListAsync(ct);

    private async Task<List<Guid>> CasesOfAsync(Guid imageId, CancellationToken ct) =>
    [
        .. await db.ApplicationViews.Where(v => v.ImageId == imageId).Select(v => v.ApplicationId).Distinct().ToListAsync(ct),
        .. await db.EvidenceItems.Where(e => e.ImageId == imageId).Select(e => e.CaseId).Distinct().ToListAsync(ct),
        .. await ReferralsShowingAsync(imageId, ct),
    ];

    /// <summary>A clerk sees the evidence of the report behind a referral that was sent to that court.</summary>
    private Task<List<Guid>> ReferralsShowingAsync(Guid imageId, CancellationToken ct) => (
        from evidence in db.EvidenceItems
        join referral in db.Referrals on evidence.CaseId equals referral.ReportId
        where evidence.ImageId == imageId
        select referral.Id).ToListAsync(ct);
}

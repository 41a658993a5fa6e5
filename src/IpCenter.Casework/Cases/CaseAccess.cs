using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Cases;

/// <summary>Who may know that a case exists. One rule for pages, files, timelines and exports.</summary>
public sealed class CaseAccess(CaseworkDbContext db)
{
    /// <summary>The case, or <c>null</c> both when it does not exist and when the viewer may not know of it.</summary>
    public async Task<CaseFile?> FindAsync(Guid caseId, Viewer viewer, CancellationToken ct)
    {
        var file = await db.Cases.FindAsync([caseId], ct);
        return file is not null && await MayReadAsync(file, viewer, ct) ? file : null;
    }

    public async Task<bool> MayReadAsync(CaseFile file, Viewer viewer, CancellationToken ct)
    {
        if (viewer.Sees(file.FirmId))
            return true;
        // A draft is the firm's alone: the centre learns of it with its submission.
        if (file.IsDraft)
            return false;
        return file.Kind switch
        {
            CaseKind.DesignApplication => viewer.IsExaminingStaff,
            CaseKind.Infringement => viewer.IsRightsStaff || (viewer.Is(Roles.Procurator) && await WasAlertedAsync(file.Id, ct)),
            CaseKind.Referral => viewer.IsRightsStaff || await IsAtCourtAsync(file.Id, viewer, ct),
            _ => false,
        };
    }

    private Task<bool> WasAlertedAsync(Guid reportId, CancellationToken ct) =>
        db.WorkItems.AnyAsync(w => w.CaseId == reportId && w.Queue == Tasks.Queues.Procurator, ct);

    private async Task<bool> IsAtCourtAsync(Guid referralId, Viewer viewer, CancellationToken ct) =>
        viewer.Is(Roles.CourtClerk) && viewer.CourtId is { } court
        && await db.Referrals.AnyAsync(r => r.Id == referralId && r.CourtId == court && r.SentAt != null, ct);
}

using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Evidence;

/// <summary>
/// Who may take originals out of the vault: the staff who work on reports, and the clerk of the court that a referral of
/// the report was sent to. Everybody else entitled to the case sees the re-encoded copies.
/// </summary>
public sealed class EvidenceAccess(CaseworkDbContext db)
{
    public async Task<bool> MayTakeOriginalsAsync(Guid reportId, Viewer viewer, CancellationToken ct)
    {
        if (viewer.IsRightsStaff)
            return await db.Cases.AnyAsync(c => c.Id == reportId && c.Kind == Cases.CaseKind.Infringement && c.SubmittedAt != null, ct);
        return viewer.Is(Roles.CourtClerk) && viewer.CourtId is { } court
            && await db.Referrals.AnyAsync(r => r.ReportId == reportId && r.CourtId == court && r.SentAt != null, ct);
    }
}

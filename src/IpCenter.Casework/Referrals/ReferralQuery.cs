using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.Infringements;
using IpCenter.Casework.People;
using IpCenter.Casework.Tasks;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Referrals;

/// <summary>One line of a list of referrals.</summary>
public sealed record ReferralLine(
    Guid Id, string? Number, string Defendant, string FirmName, string Stage, string? CourtId, string? CourtCaseNumber,
    DateTimeOffset OpenedAt, DateTimeOffset? DueAt, bool IsOpen);

/// <summary>A referral with what its page shows: its task for the viewer, and the evidence behind it.</summary>
public sealed record ReferralSheet(Referral Referral, InfringementReport Report, WorkItem? Task, IReadOnlyList<ReferralEvidence> Evidence);

/// <summary>A piece of evidence of the report, as a clerk may see it.</summary>
public sealed record ReferralEvidence(Guid Id, string FileName, string Sha256, Guid? ImageId, DateTimeOffset ReceivedAt);

/// <summary>Reads referrals as far as the viewer may know of them: a clerk those that were sent to the own court alone.</summary>
public sealed class ReferralQuery(CaseworkDbContext db, CaseAccess access)
{
    private static readonly string[] WithOwnForm = [.. ConfirmVenue.Tasks, .. AnswerReferral.Tasks, .. RecordCourtOutcome.Tasks];

    public async Task<IReadOnlyList<ReferralLine>> ListAsync(Viewer viewer, CancellationToken ct)
    {
        var referrals = db.Referrals.AsNoTracking();
        if (viewer.CourtId is { } court && viewer.Is(Roles.CourtClerk))
            referrals = referrals.Where(r => r.CourtId == court && r.SentAt != null);
        else if (!viewer.IsRightsStaff)
            return [];
        return await (
            from referral in referrals
            join file in db.Cases.AsNoTracking() on referral.Id equals file.Id
            join firm in db.Firms.AsNoTracking() on referral.FirmId equals firm.Id
            orderby file.ClosedAt != null, file.DueAt ?? file.OpenedAt
            select new ReferralLine(
                referral.Id, file.Number, referral.DefendantName, firm.Name, file.Stage, referral.CourtId, referral.CourtCaseNumber,
                file.OpenedAt, file.DueAt, file.ClosedAt == null)).ToListAsync(ct);
    }

    public async Task<ReferralSheet?> FindAsync(Guid id, Viewer viewer, CancellationToken ct)
    {
        if (await access.FindAsync(id, viewer, ct) is not { Kind: CaseKind.Referral })
            return null;
        var referral = await db.Referrals.AsNoTracking().SingleAsync(r => r.Id == id, ct);
        var report = await db.InfringementReports.AsNoTracking().SingleAsync(r => r.Id == referral.ReportId, ct);
        var tasks = await db.WorkItems.AsNoTracking().Where(w => w.CaseId == id && w.CompletedAt == null && w.CancelledAt == null).ToListAsync(ct);
        var evidence = await db.EvidenceItems.AsNoTracking()
            .Where(e => e.CaseId == report.Id)
            .OrderBy(e => e.ReceivedAt)
            .Select(e => new ReferralEvidence(e.Id, e.FileName, e.Sha256, e.ImageId, e.ReceivedAt))
            .ToListAsync(ct);
        return new ReferralSheet(referral, report, tasks.FirstOrDefault(t => TaskDesk.MayWork(viewer, t)), evidence);
    }

    /// <summary>Whether a task is done on the page of the referral itself.</summary>
    public static bool HasOwnForm(WorkItem task) => WithOwnForm.Contains(task.Name);
}

using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.Firms;
using IpCenter.Casework.People;
using IpCenter.Casework.Staffing;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Examination;

/// <summary>
/// Reads what a case's applicant and the firms tied to it have filed. The examining staff alone asks; that it saw other
/// unpublished applications is logged with the reading.
/// </summary>
public sealed class FilingHistoryQuery(CaseworkDbContext db, CaseAccess access, LinkedFirms links, TaskConflicts conflicts, AuditTrail audit)
{
    public const string Purpose = "filing-history";

    private const int Shown = 12, FirmsShown = 8;

    /// <param name="openedFirm">The tied firm whose filings are listed; of the others they are counted, and no title is seen.</param>
    /// <returns><c>null</c> where the viewer may not know of the case, or keeps out of it.</returns>
    public async Task<FilingHistory?> ReadAsync(Guid caseId, Guid? openedFirm, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (!viewer.IsExaminingStaff || await access.FindAsync(caseId, viewer, ct) is not { } file)
            return null;
        if (await conflicts.OfCaseAsync(caseId, viewer.PersonId!.Value, actor.At, ct) is not null)
            return null;
        var keptOut = await conflicts.FirmsOfAsync(viewer.PersonId.Value, actor.At, ct);
        var all = await links.OfAsync(file.FirmId, viewer, actor.At, ct);
        var linked = all.Where(l => !keptOut.Contains(l.FirmId)).ToList();
        var firms = linked.Take(FirmsShown).Select(l => l.FirmId).Append(file.FirmId).ToList();
        var filings = (await FilingsAsync(firms, caseId, ct)).ToLookup(f => f.FirmId);
        var name = await db.Firms.Where(f => f.Id == file.FirmId).Select(f => f.Name).SingleAsync(ct);
        var history = new FilingHistory(
            Of(file.FirmId, name, null, filings[file.FirmId], Shown),
            [.. linked.Take(FirmsShown).Select(l => Of(l.FirmId, l.Name, l, filings[l.FirmId], l.FirmId == openedFirm ? Shown : 0))],
            Math.Max(0, linked.Count - FirmsShown),
            all.Count - linked.Count);
        audit.RecordLook(actor, caseId, [.. history.Unpublished.Distinct()], Purpose);
        return history;
    }

    private static FirmFilings Of(Guid id, string name, LinkedFirm? link, IEnumerable<FirmFiling> filings, int shown)
    {
        var all = filings.OrderByDescending(f => f.SubmittedAt).ThenByDescending(f => f.Number, StringComparer.Ordinal).ToList();
        return new(id, name, link, all.CountBy(f => f.Standing).ToDictionary(), [.. all.Take(shown)]);
    }

    /// <summary>Drafts are the firm's alone and never among them.</summary>
    private async Task<List<FirmFiling>> FilingsAsync(List<Guid> firms, Guid except, CancellationToken ct)
    {
        var files = await (
            from file in db.Cases.AsNoTracking()
            join application in db.Applications.AsNoTracking() on file.Id equals application.Id
            where firms.Contains(file.FirmId) && file.Kind == CaseKind.DesignApplication && file.Id != except && file.SubmittedAt != null
            select new { file, application.AnnouncedOn }).ToListAsync(ct);
        var ids = files.Select(f => f.file.Id).ToList();
        var tasks = (await db.WorkItems.AsNoTracking()
            .Where(w => ids.Contains(w.CaseId) && DecideExamination.Tasks.Contains(w.Name))
            .Select(w => new { w.CaseId, w.Id, w.CreatedAt, IsOpen = w.CompletedAt == null && w.CancelledAt == null, w.CompletedAt })
            .ToListAsync(ct)).ToLookup(t => t.CaseId);
        return
        [
            .. files.Select(f => new FirmFiling(
                f.file.Id, f.file.FirmId, f.file.Number!, f.file.Title, f.file.Stage, f.file.Outcome, f.file.SubmittedAt!.Value,
                tasks[f.file.Id].MaxBy(t => (t.CreatedAt, t.IsOpen, t.CompletedAt))?.Id, f.AnnouncedOn is null)),
        ];
    }
}

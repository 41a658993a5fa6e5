using System.Globalization;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.Evidence;
using IpCenter.Casework.Firms;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Infringements;

/// <summary>
/// Takes a screenshot into a report that is still being written. It counts as evidence from this moment: hash and both
/// clocks are of its arrival, not of the submission, and a form that fails later does not lose it.
/// </summary>
public sealed class StageEvidence(CaseworkDbContext db, ReceiveEvidence receive)
{
    /// <param name="reportId">Given by the form; the first screenshot opens the draft.</param>
    public async Task<Result<EvidenceItem>> ExecuteAsync(
        Guid reportId, Guid firmId, ReportFile file, DateTimeOffset? deviceTime, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var draft = db.Cases.Local.FirstOrDefault(c => c.Id == reportId) ?? await db.Cases.FindAsync([reportId], ct);
        if (draft is not null && !IsOwnDraft(draft, firmId))
            return new RuleViolation("case.not-found");
        if (!viewer.ActsFor(firmId))
            return new RuleViolation("firm.no-mandate");
        if (!await FirmRecord.ExistsAsync(db, firmId, ct))
            return new RuleViolation("firm.not-recorded");
        if (await CountAsync(reportId, ct) >= SubmitReport.MaxFiles)
            return new RuleViolation("report.too-many-files", "files", SubmitReport.MaxFiles.ToString(CultureInfo.InvariantCulture));

        var received = await receive.ExecuteAsync(reportId, file.FileName, file.Bytes, deviceTime, actor, ct);
        if (received.Succeeded && draft is null)
            db.Cases.Add(new CaseFile
            {
                Id = reportId,
                Kind = CaseKind.Infringement,
                Title = "",
                FirmId = firmId,
                OpenedBy = viewer.PersonId!.Value,
                OpenedAt = actor.At,
            });
        return received.Succeeded ? received : (List<RuleViolation>)[.. received.Violations.Select(v => v with { Field = "files" })];
    }

    /// <summary>Takes a screenshot out again, while the report is a draft; of what was submitted nothing is ever taken out.</summary>
    public async Task<Result<EvidenceItem>> RemoveAsync(Guid reportId, Guid evidenceId, Viewer viewer, CancellationToken ct)
    {
        var draft = await db.Cases.FindAsync([reportId], ct);
        var item = await db.EvidenceItems.SingleOrDefaultAsync(e => e.Id == evidenceId && e.CaseId == reportId, ct);
        if (draft is null || item is null || !IsOwnDraft(draft, draft.FirmId) || !viewer.ActsFor(draft.FirmId))
            return new RuleViolation("case.not-found");
        db.CustodyEvents.RemoveRange(await db.CustodyEvents.Where(e => e.EvidenceId == evidenceId).ToListAsync(ct));
        db.EvidenceItems.Remove(item);
        return item;
    }

    private static bool IsOwnDraft(CaseFile file, Guid firmId) => file is { IsDraft: true, Kind: CaseKind.Infringement } && file.FirmId == firmId;

    private async Task<int> CountAsync(Guid reportId, CancellationToken ct)
    {
        await db.EvidenceItems.Where(e => e.CaseId == reportId).LoadAsync(ct);
        return db.EvidenceItems.Local.Count(e => e.CaseId == reportId);
    }
}

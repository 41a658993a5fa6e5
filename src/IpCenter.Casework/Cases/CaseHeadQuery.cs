using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.ReferenceData;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Cases;

/// <summary>Reads the head of a case; what the viewer may not know of is not there.</summary>
public sealed class CaseHeadQuery(CaseworkDbContext db, CaseAccess access, ReferenceLibrary reference)
{
    public async Task<CaseHead?> FindAsync(Guid caseId, Viewer viewer, DateTimeOffset now, CancellationToken ct)
    {
        if (await access.FindAsync(caseId, viewer, ct) is not { } file)
            return null;
        var firm = await db.Firms.Where(f => f.Id == file.FirmId).Select(f => f.Name).SingleAsync(ct);
        var deadline = await db.CaseDeadlines.AsNoTracking()
            .Where(d => d.CaseId == caseId && d.SettledAt == null)
            .OrderByDescending(d => d.ComputedAt)
            .FirstOrDefaultAsync(ct);
        var clocks = await ClocksAsync(caseId, ct);
        return new CaseHead
        {
            Id = file.Id,
            Kind = file.Kind,
            Number = file.Number,
            Title = file.Title,
            FirmId = file.FirmId,
            FirmName = firm,
            Stage = file.Stage,
            Outcome = file.Outcome,
            SubmittedAt = file.SubmittedAt,
            ClosedAt = file.ClosedAt,
            WithdrawnAt = file.WithdrawnAt,
            WorkflowInstanceId = file.WorkflowInstanceId,
            Deadline = deadline,
            Clocks = clocks?.TotalsAt(now, reference.Calendar),
            Running = clocks?.Running,
            Pause = await db.CasePauses.AsNoTracking().FirstOrDefaultAsync(p => p.CaseId == caseId && p.EndedAt == null, ct),
        };
    }

    private async Task<CaseClocks?> ClocksAsync(Guid caseId, CancellationToken ct)
    {
        var segments = await db.ClockSegments.AsNoTracking().Where(s => s.CaseId == caseId).ToListAsync(ct);
        return segments.Count == 0 ? null : CaseClockHistory.Of(segments);
    }
}

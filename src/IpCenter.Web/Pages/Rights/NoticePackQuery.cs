using IpCenter.Casework.Applications;
using IpCenter.Casework.Data;
using IpCenter.Casework.Designs;
using IpCenter.Casework.Evidence;
using IpCenter.Casework.Firms;
using IpCenter.Casework.Infringements;
using IpCenter.Casework.ReferenceData;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Rights;

/// <summary>What a notice to a platform is filled from; what is not there is shown as missing, never invented.</summary>
public sealed record NoticePack(
    Platform Platform, InfringementReport Report, Firm Holder, Design? Right, IReadOnlyList<EvidenceItem> Evidence, bool IsCompared);

public sealed class NoticePackQuery(CaseworkDbContext db, ReferenceLibrary reference)
{
    public async Task<NoticePack> ReadAsync(Guid reportId, CancellationToken ct)
    {
        var report = await db.InfringementReports.AsNoTracking().SingleAsync(r => r.Id == reportId, ct);
        return new NoticePack(
            reference.Platforms.Of(report.Platform),
            report,
            await db.Firms.AsNoTracking().SingleAsync(f => f.Id == report.FirmId, ct),
            await db.Designs.AsNoTracking().SingleOrDefaultAsync(d => d.Id == report.OwnDesignId, ct),
            await db.EvidenceItems.AsNoTracking().Where(e => e.CaseId == reportId).OrderBy(e => e.ReceivedAt).ThenBy(e => e.Id).ToListAsync(ct),
            await db.ReportMatches.AnyAsync(m => m.ReportId == reportId && m.Judgement == LeadJudgement.Relevant, ct));
    }
}

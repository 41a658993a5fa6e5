using IpCenter.Casework.Applications;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.Designs;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Infringements;

/// <summary>
/// An officer says which registered design a screenshot shows, whether the search found it or the officer did. A design
/// of the reporting firm becomes the right on which the report stands.
/// </summary>
public sealed class ChooseDesign(CaseworkDbContext db, AuditTrail audit)
{
    public async Task<Result<ReportMatch>> ExecuteAsync(Guid evidenceId, Guid designId, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var evidence = await db.EvidenceItems.FindAsync([evidenceId], ct);
        var report = evidence is null ? null : await db.InfringementReports.FindAsync([evidence.CaseId], ct);
        if (evidence is null || report is null || !viewer.IsRightsStaff || await db.Designs.FindAsync([designId], ct) is not { } design)
            return new RuleViolation("case.not-found");
        var match = await db.ReportMatches.FirstOrDefaultAsync(m => m.EvidenceId == evidenceId && m.DesignId == designId, ct);
        if (match is null)
        {
            if (await FirstViewAsync(designId, ct) is not { } image)
                return new RuleViolation("match.no-picture", "design", design.PatentNumber);
            match = new ReportMatch
            {
                Id = Guid.CreateVersion7(actor.At),
                ReportId = report.Id,
                EvidenceId = evidenceId,
                DesignId = designId,
                DesignImageId = image,
                Probability = 0,
                Mirrored = false,
                FoundAt = actor.At,
            };
            db.ReportMatches.Add(match);
        }
        match.Judge(LeadJudgement.Relevant, viewer.PersonId!.Value);
        if (design.FirmId == report.FirmId)
            report.OwnDesignId = designId;
        audit.Record(actor, "match.design-chosen", $"match:{match.Id}", report.Id, AuditVisibility.Staff,
            ("number", design.PatentNumber), ("file", evidence.FileName));
        return match;
    }

    private async Task<Guid?> FirstViewAsync(Guid designId, CancellationToken ct)
    {
        var views = await db.DesignViews.AsNoTracking().Where(v => v.DesignId == designId && v.ReplacedAt == null).ToListAsync(ct);
        return views.InOrder().Select(v => (Guid?)v.ImageId).FirstOrDefault();
    }
}

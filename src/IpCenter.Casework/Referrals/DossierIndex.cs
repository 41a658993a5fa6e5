using System.Globalization;
using IpCenter.Casework.Data;
using IpCenter.Casework.Designs;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Referrals;

/// <summary>
/// What belongs into the dossier of a referral. Required is what a court cannot register a case without (Civil Procedure
/// Law art. 122, 124); the evaluation report is asked for by courts and platforms in design cases, and never blocks.
/// </summary>
public sealed class DossierIndex(CaseworkDbContext db)
{
    public async Task<List<DossierEntry>> BuildAsync(Referral referral, CancellationToken ct)
    {
        var firm = await db.Firms.AsNoTracking().SingleAsync(f => f.Id == referral.FirmId, ct);
        var report = await db.InfringementReports.AsNoTracking().SingleAsync(r => r.Id == referral.ReportId, ct);
        var design = report.OwnDesignId is { } id ? await db.Designs.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct) : null;
        var evidence = await db.EvidenceItems.AsNoTracking().Where(e => e.CaseId == report.Id).OrderBy(e => e.ReceivedAt).ToListAsync(ct);
        var compared = await db.ReportMatches.AsNoTracking().AnyAsync(m => m.ReportId == report.Id && m.Judgement == Applications.LeadJudgement.Relevant, ct);

        List<DossierEntry> entries =
        [
            new("identity", Required: true, firm.CreditCode.Length > 0, $"{firm.Name} {firm.CreditCode}", null),
            new("defendant", Required: true, referral.DefendantName.Length > 0 && referral.DefendantPlace.Length > 0,
                $"{referral.DefendantName} {referral.DefendantPlace}".Trim(), null),
            new("claim", Required: true, referral.AmountYuan is not null,
                referral.AmountYuan?.ToString("N0", CultureInfo.InvariantCulture), null),
            new("right", Required: IsAboutDesign(referral), design is { Status: DesignStatus.InForce }, design?.PatentNumber, null),
            new("venue", Required: true, referral.CourtId is not null, referral.CourtId, null),
            new("comparison", Required: false, compared, null, null),
            new("evaluation-report", Required: false, Present: false, null, null),
        ];
        entries.AddRange(evidence.Select(e => new DossierEntry("evidence", Required: true, e.SealedAt is not null, e.FileName, e.Sha256)));
        if (evidence.Count == 0)
            entries.Add(new("evidence", Required: true, Present: false, null, null));
        return entries;
    }

    private static bool IsAboutDesign(Referral referral) => referral.Cause.StartsWith("design-patent", StringComparison.Ordinal);
}

using System.Globalization;
using IpCenter.Casework.Applications;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.Infringements;
using IpCenter.Casework.SimilarDesigns;
using IpCenter.Workflow.Runtime;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Processes.Handlers;

/// <summary>Puts each screenshot of a report beside the registered designs that it resembles.</summary>
public sealed class MatchRegister(CaseworkDbContext db, LookAlikes lookAlikes, AuditTrail audit) : CaseTask(db)
{
    public override string TaskName => "MatchRegister";

    protected override async Task<TaskResult> DoAsync(CaseFile file, WorkflowTaskContext context, CancellationToken ct)
    {
        var report = (await Db.InfringementReports.FindAsync([file.Id], ct))!;
        // What a person has judged stays, when the comparison is run again.
        var known = await Db.ReportMatches.Where(m => m.ReportId == file.Id).ToListAsync(ct);
        var judged = known.Where(m => m.Judgement != LeadJudgement.Open).Select(m => (m.EvidenceId, m.DesignId)).ToHashSet();
        Db.ReportMatches.RemoveRange(known.Where(m => m.Judgement == LeadJudgement.Open));
        var found = await lookAlikes.ForReportAsync(file.Id, ct);
        foreach (var match in found.Where(f => !judged.Contains((f.QueryId, f.FoundId))))
            Db.ReportMatches.Add(new ReportMatch
            {
                Id = Guid.CreateVersion7(context.Now),
                ReportId = file.Id,
                EvidenceId = match.QueryId,
                DesignId = match.FoundId,
                DesignImageId = match.FoundImageId,
                Probability = match.Probability,
                EvidenceRegion = match.QueryRegion,
                DesignRegion = match.FoundRegion,
                Mirrored = match.Mirrored,
                FoundAt = context.Now,
            });
        // A reporter who did not say which design was copied is spared the question when the best match is its own.
        if (report.OwnDesignId is null && found.Count > 0)
        {
            var best = found[0];
            if (best.Probability >= LookAlikes.Sure && await Db.Designs.AnyAsync(d => d.Id == best.FoundId && d.FirmId == report.FirmId, ct))
                report.OwnDesignId = best.FoundId;
        }
        audit.Record(Actor.System(context.Now, "register-match"), "report.matched", $"report:{file.Id}", file.Id, AuditVisibility.Parties,
            ("matches", found.Count.ToString(CultureInfo.InvariantCulture)));
        return Done;
    }
}

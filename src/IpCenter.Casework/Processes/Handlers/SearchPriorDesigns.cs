using System.Globalization;
using IpCenter.Casework.Applications;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.SimilarDesigns;
using IpCenter.Workflow.Runtime;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Processes.Handlers;

/// <summary>
/// Looks for designs like those of the application, before an examiner opens it: among the published ones and among
/// the unpublished of others, which the examining staff alone may see.
/// </summary>
public sealed class SearchPriorDesigns(CaseworkDbContext db, LookAlikes lookAlikes, AuditTrail audit) : CaseTask(db)
{
    public override string TaskName => "SearchPriorDesigns";

    protected override async Task<TaskResult> DoAsync(CaseFile file, WorkflowTaskContext context, CancellationToken ct)
    {
        var application = (await Db.Applications.FindAsync([file.Id], ct))!;
        // What a person has judged in this round stays, when the search is run again.
        var known = await Db.PriorDesignLeads.Where(l => l.ApplicationId == file.Id && l.Round == application.Round).ToListAsync(ct);
        var judged = known.Where(l => l.Judgement != LeadJudgement.Open).Select(l => l.FoundId).ToHashSet();
        Db.PriorDesignLeads.RemoveRange(known.Where(l => l.Judgement == LeadJudgement.Open));
        var found = await lookAlikes.ForApplicationAsync(application, ct);
        foreach (var lead in found.Where(f => !judged.Contains(f.FoundId)))
            Db.PriorDesignLeads.Add(new PriorDesignLead
            {
                Id = Guid.CreateVersion7(context.Now),
                ApplicationId = file.Id,
                Round = application.Round,
                ViewId = lead.QueryId,
                FoundId = lead.FoundId,
                FoundImageId = lead.FoundImageId,
                IsUnpublished = lead.IsUnpublished,
                FoundTitle = lead.Title,
                FoundNumber = lead.Number,
                Probability = lead.Probability,
                MatchingViews = lead.MatchingPictures,
                Score = lead.Score,
                QueryRegion = lead.QueryRegion,
                FoundRegion = lead.FoundRegion,
                Mirrored = lead.Mirrored,
                FoundAt = context.Now,
            });
        audit.Record(Actor.System(context.Now, "prior-designs"), "prior-designs.searched", $"application:{file.Id}", file.Id, AuditVisibility.Staff,
            ("leads", found.Count.ToString(CultureInfo.InvariantCulture)));
        return Done;
    }
}

using IpCenter.Casework.Audit;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Documents;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.SearchFeed;
using IpCenter.Casework.Tasks;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Applications;

/// <summary>The applicant hands the corrected application in again; the old state stays for comparison.</summary>
public sealed class AnswerCorrection(CaseworkDbContext db, TaskDesk desk, OweDocuments documents, FilingTerms terms, AuditTrail audit)
{
    public async Task<Result<WorkItem>> ExecuteAsync(Guid workItemId, string? answer, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var found = await desk.FindOpenAsync(workItemId, viewer, ct);
        if (!found.Succeeded)
            return found;
        var item = found.Value;
        var round = await db.CorrectionRounds
            .Where(r => r.ApplicationId == item.CaseId && r.AnsweredAt == null)
            .OrderByDescending(r => r.Number)
            .FirstOrDefaultAsync(ct);
        round?.Close(answer, actor.At);
        var application = (await db.Applications.FindAsync([item.CaseId], ct))!;
        application.WatchTerm(terms.LastDay(application.Form, ChinaTime.DateOf(actor.At)));
        await db.SetAsideSurplusAsync(application, actor.At, ct);
        await documents.FollowAsync(application, actor, ct);
        db.IndexedChanges.Add(new IndexedChange { Kind = IndexedKind.Application, SubjectId = item.CaseId, At = actor.At });
        audit.Record(actor.Because(answer), "application.resubmitted", $"application:{item.CaseId}", item.CaseId);
        return await desk.CompleteAsync(item, "resubmit", new Dictionary<string, object?>(), actor, ct);
    }
}

using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Documents;
using IpCenter.Casework.Firms;
using IpCenter.Casework.Formalities;
using IpCenter.Casework.GuestStatus;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.SearchFeed;

namespace IpCenter.Casework.Applications;

/// <summary>
/// Files a draft: number, receipt, code for guests, clock, owed documents and process in one save. Submitting twice files once; what
/// blocks is named rule by rule.
/// </summary>
public sealed class SubmitApplication(
    CaseworkDbContext db,
    ApplicationCheck check,
    OpenCase open,
    OweDocuments documents,
    GuestCodes codes,
    FilingTerms terms,
    AuditTrail audit)
{
    public const string Definition = "design-application";

    public async Task<Result<CaseFile>> ExecuteAsync(Guid id, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var application = await db.Applications.FindAsync([id], ct);
        var file = await db.Cases.FindAsync([id], ct);
        if (application is null || file is null || !viewer.Sees(application.FirmId))
            return new RuleViolation("case.not-found");
        if (!viewer.ActsFor(application.FirmId))
            return new RuleViolation("firm.only-looks");
        if (!file.IsDraft)
            return file;

        var blocking = (await check.RunAsync(application, actor.At, ct)).Where(r => r.OnSubmission == OnSubmission.Blocks).ToList();
        if (blocking.Count > 0)
            return (List<RuleViolation>)[.. blocking.Select(r => new RuleViolation("formality.blocked", r.Place.ToString(), r.Message.Zh, r.Message.En, r.RuleId))];

        await db.SetAsideSurplusAsync(application, actor.At, ct);
        application.WatchTerm(terms.LastDay(application.Form, ChinaTime.DateOf(actor.At)));
        file.Title = application.Form.ProductName;
        await open.ExecuteAsync(file, Definition, actor.At, ct);
        await documents.FollowAsync(application, actor, ct);
        await codes.IssueAsync(file, actor, ct);
        await NamedParties.FollowAsync(db, application, ct);
        db.IndexedChanges.Add(new IndexedChange { Kind = IndexedKind.Application, SubjectId = id, At = actor.At });
        audit.Record(actor, "application.submitted", $"application:{id}", id, AuditVisibility.Parties, ("number", file.Number));
        return file;
    }
}

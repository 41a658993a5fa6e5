using System.Globalization;
using IpCenter.Casework.Applications;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.Formalities;
using IpCenter.Workflow.Runtime;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Processes.Handlers;

/// <summary>
/// The automatic formality check of a submitted application. Its remarks are kept with the round; what makes the
/// application unacceptable goes back to the applicant at once, without waiting for an examiner.
/// </summary>
public sealed class CheckFormalities(CaseworkDbContext db, ApplicationCheck check, AuditTrail audit) : CaseTask(db)
{
    public override string TaskName => "CheckFormalities";

    protected override async Task<TaskResult> DoAsync(CaseFile file, WorkflowTaskContext context, CancellationToken ct)
    {
        var application = (await Db.Applications.FindAsync([file.Id], ct))!;
        var remarks = await check.RunAsync(application, context.Now, ct);
        Db.ApplicationRemarks.RemoveRange(await Db.ApplicationRemarks
            .Where(r => r.ApplicationId == file.Id && r.Round == application.Round && r.RaisedBy == null)
            .ToListAsync(ct));
        foreach (var remark in remarks)
            Db.ApplicationRemarks.Add(ApplicationRemark.Of(file.Id, application.Round, remark, context.Now));

        var blocking = remarks.Where(r => r.OnSubmission == OnSubmission.Blocks).ToList();
        if (blocking.Count > 0)
            RequestCorrection(application, blocking, context.Now);
        audit.Record(Actor.System(context.Now, "formality-check"), "formalities.checked", $"application:{file.Id}", file.Id, AuditVisibility.Parties,
            ("remarks", remarks.Count.ToString(CultureInfo.InvariantCulture)), ("blocking", blocking.Count.ToString(CultureInfo.InvariantCulture)));
        return new TaskResult(blocking.Count > 0 ? "blocked" : remarks.Count > 0 ? "remarks" : "clean");
    }

    private void RequestCorrection(DesignApplication application, List<Remark> blocking, DateTimeOffset now)
    {
        application.BeginCorrection();
        Db.CorrectionRounds.Add(new CorrectionRound
        {
            Id = Guid.CreateVersion7(now),
            ApplicationId = application.Id,
            Number = application.Round,
            RequestedAt = now,
            Message = "",
            Points = [.. blocking.Select(r => new CorrectionPoint(r.RuleId, r.Place.ToString(), r.Message.Zh, r.Message.En))],
            FormBefore = application.Form,
        });
    }
}

using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Workflow.Runtime;

namespace IpCenter.Casework.Infringements;

/// <summary>The platform's answer to a notice arrived; the process goes on without waiting for the end of the response time.</summary>
public sealed class RecordPlatformAnswer(CaseworkDbContext db, WorkflowRuntime runtime, AuditTrail audit)
{
    public const string Event = "PlatformAnswered";

    /// <summary>The stage in which an answer is waited for.</summary>
    public const string Stage = "PlatformResponse";

    public async Task<Result<CaseFile>> ExecuteAsync(Guid caseId, string note, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var file = await db.Cases.FindAsync([caseId], ct);
        if (file is null || !viewer.IsRightsStaff)
            return new RuleViolation("case.not-found");
        if (file.Stage != Stage)
            return new RuleViolation("report.no-answer-awaited");
        audit.Record(actor.Because(note), "report.platform-answered", $"report:{caseId}", caseId);
        await runtime.PublishEventAsync(
            caseId.ToString(), Event, new Dictionary<string, object?> { ["outcome"] = "answered", ["note"] = note }, actor.At, ct);
        return file;
    }
}

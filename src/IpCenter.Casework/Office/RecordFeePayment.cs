using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.Tasks;

namespace IpCenter.Casework.Office;

/// <summary>
/// The applicant reports that the filing fee was paid on the office's online system. It must be the day of the
/// acceptance notice or the next working day, or the fast lane is lost.
/// </summary>
public sealed class RecordFeePayment(CaseworkDbContext db, TaskDesk desk, AuditTrail audit)
{
    public const string Task = "PayFilingFee";

    public async Task<Result<WorkItem>> ExecuteAsync(Guid workItemId, bool confirmed, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var found = await desk.FindOpenAsync(workItemId, viewer, ct);
        if (!found.Succeeded)
            return found;
        if (!confirmed)
            return new RuleViolation("fee.confirm", "confirmed");
        var item = found.Value;
        var application = (await db.Applications.FindAsync([item.CaseId], ct))!;
        application.RecordPayment(actor.At);
        audit.Record(actor, "office.fee-paid", $"application:{item.CaseId}", item.CaseId);
        return await desk.CompleteAsync(item, "paid", new Dictionary<string, object?>(), actor, ct);
    }
}

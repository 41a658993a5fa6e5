using IpCenter.Casework.Audit;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Notices;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;

namespace IpCenter.Casework.Firms;

/// <summary>The centre approves, refuses or suspends a recordal, with a reason that the firm reads.</summary>
public sealed class DecideRecordal(CaseworkDbContext db, AuditTrail audit, NoticeSending notices)
{
    private const int ValidYears = 3;

    public async Task<Result<Recordal>> ExecuteAsync(Guid recordalId, RecordalStatus status, string? reason, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var recordal = await db.Recordals.FindAsync([recordalId], ct);
        if (recordal is null || !viewer.IsExaminingStaff)
            return new RuleViolation("recordal.not-found");
        var mayFollow = status == RecordalStatus.Suspended
            ? recordal.Status == RecordalStatus.Approved
            : recordal.Status == RecordalStatus.Submitted && status is RecordalStatus.Approved or RecordalStatus.Refused;
        if (!mayFollow)
            return new RuleViolation("recordal.decided");
        if (status != RecordalStatus.Approved && string.IsNullOrWhiteSpace(reason))
            return new RuleViolation("reason.required", "reason");

        var validUntil = status == RecordalStatus.Approved ? ChinaTime.DateOf(actor.At).AddYears(ValidYears) : (DateOnly?)null;
        recordal.Decide(status, reason, validUntil, viewer.PersonId!.Value, actor.At);
        var action = $"recordal.{status.ToString().ToLowerInvariant()}";
        audit.Record(actor.Because(reason), action, $"firm:{recordal.FirmId}");
        await notices.ToFirmAsync(recordal.FirmId, null, action.Replace('.', '-'), [("reason", reason ?? "")], actor.At, ct);
        return recordal;
    }
}

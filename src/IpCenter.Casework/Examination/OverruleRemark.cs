using IpCenter.Casework.Applications;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;

namespace IpCenter.Casework.Examination;

/// <summary>An examiner overrules an automatic remark, with the reason on record.</summary>
public sealed class OverruleRemark(CaseworkDbContext db, OpenExamination examination, AuditTrail audit)
{
    public async Task<Result<ApplicationRemark>> ExecuteAsync(Guid remarkId, string reason, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var remark = await db.ApplicationRemarks.FindAsync([remarkId], ct);
        if (remark is null || !viewer.IsExaminingStaff)
            return new RuleViolation("case.not-found");
        var why = reason.Trim();
        if (why.Length == 0)
            return new RuleViolation("remark.reason-required", "reason");
        if (why.Length > ApplicationRemark.LongestReason)
            return new RuleViolation("note.too-long", "reason", $"{ApplicationRemark.LongestReason}");
        if (await examination.AgainstAsync(remark.ApplicationId, viewer, actor.At, ct) is { } against)
            return against;
        remark.Overrule(viewer.PersonId!.Value, why, actor.At);
        audit.Record(actor.Because(why), "remark.overruled", $"remark:{remarkId}", remark.ApplicationId, AuditVisibility.Staff, ("rule", remark.RuleId));
        return remark;
    }
}

using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Results;

namespace IpCenter.Casework.Staffing;

/// <summary>A supervisor lets the system give out the tasks of a queue, or stops it. What was given stays where it is.</summary>
public sealed class SwitchDistribution(CaseworkDbContext db, ReferenceLibrary reference, AuditTrail audit)
{
    public async Task<Result<DistributionSwitch>> ExecuteAsync(string queue, bool on, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (!viewer.Is(Roles.Supervisor) || reference.Desk.Distribution.Queues.All(q => q.Queue != queue))
            return new RuleViolation("staff.not-found");
        var found = await db.DistributionSwitches.FindAsync([queue], ct);
        if (found is null)
            db.DistributionSwitches.Add(found = new DistributionSwitch { Queue = queue });
        if (found.IsOn == on)
            return found;
        found.Turn(on, actor.At);
        audit.Record(actor, on ? "distribution.on" : "distribution.off", $"queue:{queue}", null, AuditVisibility.Staff, ("queue", queue));
        return found;
    }
}

using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Cases;

/// <summary>Keeps a case's time on exactly one of the three clocks.</summary>
public sealed class CaseClockwork(CaseworkDbContext db)
{
    /// <summary>Lets another clock run from <paramref name="at"/>; nothing happens when it runs already.</summary>
    public async Task SwitchAsync(Guid caseId, ClockOwner owner, string reason, DateTimeOffset at, CancellationToken ct)
    {
        var running = await RunningAsync(caseId, ct);
        if (running?.Owner == owner)
            return;
        running?.End(at);
        db.ClockSegments.Add(new CaseClockSegment
        {
            Id = Guid.CreateVersion7(at),
            CaseId = caseId,
            Owner = owner,
            From = at,
            Reason = reason,
        });
    }

    public async Task StopAsync(Guid caseId, DateTimeOffset at, CancellationToken ct) => (await RunningAsync(caseId, ct))?.End(at);

    private async Task<CaseClockSegment?> RunningAsync(Guid caseId, CancellationToken ct)
    {
        await db.ClockSegments.Where(s => s.CaseId == caseId && s.To == null).LoadAsync(ct);
        return db.ClockSegments.Local.Where(s => s.CaseId == caseId && s.To is null).MaxBy(s => s.From);
    }
}

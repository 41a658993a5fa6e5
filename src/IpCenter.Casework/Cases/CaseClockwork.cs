using IpCenter.Casework.Audit;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Pauses;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Cases;

/// <summary>Keeps a case's time on exactly one of the three clocks, or in a pause of one.</summary>
public sealed class CaseClockwork(CaseworkDbContext db, AuditTrail audit)
{
    /// <summary>Lets another clock run from <paramref name="at"/>; nothing happens when it runs already. A pause ends with it.</summary>
    public async Task SwitchAsync(Guid caseId, ClockOwner owner, string reason, DateTimeOffset at, CancellationToken ct)
    {
        var current = await CurrentAsync(caseId, ct);
        if (current is { IsPause: false } && current.Owner == owner)
            return;
        await EndAsync(current, at, ct);
        Begin(caseId, owner, reason, at, isPause: false);
    }

    /// <summary>Lets the clock that runs stand still.</summary>
    public async Task PauseAsync(Guid caseId, string reason, DateTimeOffset at, CancellationToken ct)
    {
        var current = await CurrentAsync(caseId, ct) ?? throw new InvalidOperationException($"No clock runs on case {caseId}.");
        current.End(at);
        Begin(caseId, current.Owner, reason, at, isPause: true);
    }

    /// <summary>Lets the clock that stands still run again; whoever asks ends the pause.</summary>
    public async Task ResumeAsync(Guid caseId, string reason, DateTimeOffset at, CancellationToken ct)
    {
        if (await CurrentAsync(caseId, ct) is not { IsPause: true } current)
            throw new InvalidOperationException($"No clock of case {caseId} is paused.");
        current.End(at);
        Begin(caseId, current.Owner, reason, at, isPause: false);
    }

    /// <summary>The clock that runs, or stands still, now; <c>null</c> before the submission and after the close.</summary>
    public async Task<CaseClockSegment?> CurrentAsync(Guid caseId, CancellationToken ct)
    {
        await db.ClockSegments.Where(s => s.CaseId == caseId && s.To == null).LoadAsync(ct);
        return db.ClockSegments.Local.Where(s => s.CaseId == caseId && s.To is null).MaxBy(s => s.From);
    }

    public async Task StopAsync(Guid caseId, DateTimeOffset at, CancellationToken ct) => await EndAsync(await CurrentAsync(caseId, ct), at, ct);

    // What the process does itself ends a pause too: the case has gone on, or is over.
    private async Task EndAsync(CaseClockSegment? current, DateTimeOffset at, CancellationToken ct)
    {
        current?.End(at);
        if (current is { IsPause: true } && await db.CasePauses.FirstOrDefaultAsync(p => p.CaseId == current.CaseId && p.EndedAt == null, ct) is { } pause)
        {
            pause.End(PauseEnding.StageLeft, at, null, null, null);
            audit.Record(Actor.System(at, "stage-left"), "clock.pause-left", $"case:{pause.CaseId}", pause.CaseId, AuditVisibility.Parties, ("pauseReason", pause.ReasonKey));
        }
    }

    private void Begin(Guid caseId, ClockOwner owner, string reason, DateTimeOffset at, bool isPause) => db.ClockSegments.Add(new CaseClockSegment
    {
        Id = Guid.CreateVersion7(at),
        CaseId = caseId,
        Owner = owner,
        From = at,
        Reason = reason,
        IsPause = isPause,
    });
}

using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.SimilarDesigns;
using IpCenter.Casework.Storage;
using IpCenter.Imaging;
using IpCenter.Workflow.Engine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IpCenter.Web.Pages.Admin;

/// <summary>The search index of this node against the change feed that it follows.</summary>
/// <param name="Fault">Why it does not follow the feed, or could not be merged; <c>null</c> when all is well.</param>
/// <param name="Rebuilding">How far a rebuild has come; <c>null</c> when there is none.</param>
public sealed record IndexState(int Documents, int Segments, long Behind, string? Damage, IndexFault? Fault, IndexProgress? Rebuilding)
{
    public bool IsGood => Behind == 0 && Damage is null && Fault is null;
}

/// <summary>What the processes wait for.</summary>
/// <param name="Due">The system's own steps whose time has come.</param>
/// <param name="Overdue">Of these, the ones that the runner should have taken up long ago.</param>
public sealed record WaitState(int All, int Due, int Overdue, int Incidents);

/// <summary>The state of the system on one screen.</summary>
/// <param name="DatabaseBytes">The database file with its write-ahead log.</param>
public sealed record SystemState(
    ImagingStatus Imaging, IndexState Index, WaitState Waits, RecordedAuditCheck? LastCheck, long AuditEntries, long DatabaseBytes, int Accounts, int Locked);

/// <summary>Reads the state of the system: counts only, no case is named.</summary>
public sealed class SystemStateQuery(
    CaseworkDbContext db, ImageReader images, DesignIndex index, CheckAuditChain chain, IOptions<StorageOptions> storage)
{
    /// <summary>The runner polls every few seconds and retries within minutes; what waits longer is stuck.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public async Task<SystemState> ReadAsync(DateTimeOffset now, CancellationToken ct) => new(
        await images.StatusAsync(ct),
        await IndexAsync(ct),
        await WaitsAsync(now, ct),
        await chain.FindLastAsync(ct),
        await db.AuditEvents.MaxAsync(e => (long?)e.Sequence, ct) ?? 0,
        DatabaseBytes(),
        await db.Users.CountAsync(ct),
        await db.Users.CountAsync(p => p.LockoutEnd > now, ct));

    private async Task<IndexState> IndexAsync(CancellationToken ct)
    {
        var changes = await db.IndexedChanges.MaxAsync(c => (long?)c.Sequence, ct) ?? 0;
        try
        {
            var now = index.Index;
            return new(
                now.Count, now.SegmentCount, Math.Max(0, changes - now.Position), now.Damage,
                index.Fault ?? (now.MergeFault is { } merge ? new IndexFault(IndexFaultKind.NotWritable, merge) : null), index.Rebuilding);
        }
        catch (Exception e) when (IndexFault.Of(e) is { } fault)
        {
            return new(0, 0, changes, null, fault, null);
        }
    }

    private async Task<WaitState> WaitsAsync(DateTimeOffset now, CancellationToken ct)
    {
        var late = now - Patience;
        var ready = db.WorkflowWaits.Where(w =>
            (w.Kind == WaitKind.Timer || w.Kind == WaitKind.SystemTask) && !w.IsIncident && !w.IsHeld && w.DueAt <= now);
        return new(
            await db.WorkflowWaits.CountAsync(ct),
            await ready.CountAsync(ct),
            await ready.CountAsync(w => w.DueAt <= late, ct),
            await db.WorkflowWaits.CountAsync(w => w.IsIncident, ct));
    }

    private long DatabaseBytes() =>
        ((string[])["", "-wal"]).Select(suffix => new FileInfo(storage.Value.DatabaseFile + suffix)).Where(file => file.Exists).Sum(file => file.Length);
}

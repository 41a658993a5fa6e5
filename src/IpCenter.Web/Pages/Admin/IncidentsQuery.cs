using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Processes;
using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Runtime;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Admin;

/// <summary>A step that the system gave up.</summary>
/// <param name="Name">Name of the task; for others the type of the activity.</param>
/// <param name="Case"><c>null</c>: of an unpublished design, which the viewer may not know of.</param>
/// <param name="Since">When the step began to wait.</param>
/// <param name="GivenUpAt">When the process noted the incident.</param>
public sealed record Incident(
    Guid WaitId, Guid InstanceId, string DefinitionId, WaitKind Kind, string Name, string ActivityId, CaseKind? CaseKind, AuditedCase? Case,
    int Attempts, string Error, DateTimeOffset Since, DateTimeOffset GivenUpAt)
{
    public bool MaySkip => SettleIncident.MaySkip(Kind, Name);
}

/// <summary>Reads the open incidents, the longest waiting first.</summary>
public sealed class IncidentsQuery(CaseworkDbContext db)
{
    /// <summary>More than these at once are one fault, not many: the list says how many there are.</summary>
    public const int Shown = 100;

    public async Task<IReadOnlyList<Incident>> ReadAsync(Viewer viewer, CancellationToken ct) =>
        await ReadAsync(db.WorkflowWaits.AsNoTracking().Where(w => w.IsIncident).OrderBy(w => w.CreatedAt).Take(Shown), viewer, ct);

    public Task<int> CountAsync(CancellationToken ct) => db.WorkflowWaits.CountAsync(w => w.IsIncident, ct);

    public async Task<Incident?> FindAsync(Guid waitId, Viewer viewer, CancellationToken ct) =>
        (await ReadAsync(db.WorkflowWaits.AsNoTracking().Where(w => w.Id == waitId && w.IsIncident), viewer, ct)).SingleOrDefault();

    private async Task<IReadOnlyList<Incident>> ReadAsync(IQueryable<WorkflowWait> incidents, Viewer viewer, CancellationToken ct)
    {
        var waits = await incidents.ToListAsync(ct);
        var ids = waits.ConvertAll(w => Guid.Parse(w.CorrelationId));
        var instances = waits.ConvertAll(w => w.InstanceId);
        var definitions = await db.WorkflowInstances.AsNoTracking().Where(i => instances.Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => i.DefinitionId, ct);
        var cases = await db.Cases.AsNoTracking().Where(c => ids.Contains(c.Id))
            .Select(c => new { c.Id, c.Kind, c.Number, IsPublished = db.Designs.Any(d => d.ApplicationId == c.Id) })
            .ToDictionaryAsync(c => c.Id, ct);
        var notes = await db.WorkflowJournal.AsNoTracking()
            .Where(j => instances.Contains(j.InstanceId) && (j.Event == JournalEvent.Incident || j.Event == JournalEvent.Faulted))
            .GroupBy(j => new { j.InstanceId, j.ActivityId })
            .Select(g => new { g.Key.InstanceId, g.Key.ActivityId, At = g.Max(j => j.At) })
            .ToListAsync(ct);
        return [.. waits.Select(w =>
        {
            var file = cases.GetValueOrDefault(Guid.Parse(w.CorrelationId));
            var mayKnow = file is not null && (file.Kind != Casework.Cases.CaseKind.DesignApplication || file.IsPublished || viewer.IsExaminingStaff);
            return new Incident(
                w.Id, w.InstanceId, definitions[w.InstanceId], w.Kind, w.Name, w.ActivityId, file?.Kind,
                mayKnow ? new AuditedCase(file!.Id, file.Kind, file.Number) : null,
                w.Attempts, w.LastError ?? "", w.CreatedAt,
                notes.Where(n => n.InstanceId == w.InstanceId && n.ActivityId == w.ActivityId).Select(n => n.At).DefaultIfEmpty(w.CreatedAt).Max());
        })];
    }
}

using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Tasks;
using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Runtime;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Processes;

/// <summary>A step that an instance made, or what happened to the instance as a whole.</summary>
/// <param name="ActivityId">Empty for the instance as a whole.</param>
/// <param name="StartedAt">When it began to wait; where it did not wait, the same as <paramref name="At"/>.</param>
/// <param name="Ports">The ways that were followed.</param>
/// <param name="Result">Code of a task's outcome.</param>
/// <param name="Detail">Why something failed, was halted or moved: a person's words, or an error's.</param>
public sealed record InstanceStep(
    string ActivityId, JournalEvent Event, DateTimeOffset StartedAt, DateTimeOffset At, string? Ports, string? Result, string? Detail)
{
    public TimeSpan Took => At - StartedAt;
}

/// <summary>A thing that an instance waits for.</summary>
/// <param name="Task">The visible task, where a person must act.</param>
public sealed record InstanceWait(WorkflowWait Wait, WorkItem? Task);

/// <summary>One instance with its history.</summary>
/// <param name="Waits">Those that a person must settle first, then what is worked on, then what runs beside it.</param>
/// <param name="Steps">In their order; with what people did to the whole, and what went wrong.</param>
public sealed record InstanceView(
    WorkflowInstance Instance, ProcessCase? Case, IReadOnlyList<InstanceWait> Waits, IReadOnlyList<WorkflowJournalEntry> Journal, IReadOnlyList<InstanceStep> Steps);

/// <summary>Reads one instance: its rows are bounded by what the process did.</summary>
public sealed class InstanceQuery(CaseworkDbContext db, ProcessCasesQuery cases)
{
    public async Task<InstanceView?> FindAsync(Guid id, Viewer viewer, CancellationToken ct)
    {
        if (await db.WorkflowInstances.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct) is not { } instance)
            return null;
        var waits = await db.WorkflowWaits.AsNoTracking().Where(w => w.InstanceId == id).ToListAsync(ct);
        var ids = waits.ConvertAll(w => w.Id);
        var tasks = await db.WorkItems.AsNoTracking().Where(w => ids.Contains(w.Id)).ToDictionaryAsync(w => w.Id, ct);
        var journal = await db.WorkflowJournal.AsNoTracking().Where(j => j.InstanceId == id).OrderBy(j => j.Sequence).ToListAsync(ct);
        return new(
            instance,
            (await cases.ReadAsync([instance.CorrelationId], viewer, ct)).GetValueOrDefault(instance.CorrelationId),
            [.. waits.OrderBy(Rank).ThenBy(w => w.DueAt).ThenBy(w => w.CreatedAt).Select(w => new InstanceWait(w, tasks.GetValueOrDefault(w.Id)))],
            journal,
            StepsOf(journal));
    }

    private static int Rank(WorkflowWait wait) => wait switch
    {
        { IsIncident: true } => 0,
        { Kind: WaitKind.PersonTask } => 1,
        { Kind: WaitKind.SystemTask } => 2,
        { Kind: WaitKind.Timer } => 3,
        _ => 4,
    };

    private static List<InstanceStep> StepsOf(List<WorkflowJournalEntry> journal) =>
        [.. journal.Where(entry => entry.ActivityId.Length > 0 || entry.Event is not (JournalEvent.Completed or JournalEvent.Cancelled))
            .Select(entry => new InstanceStep(
                entry.ActivityId, entry.Event, entry.StartedAt, entry.At, entry.Outcome, PayloadText.Member(entry.ValueJson, "outcome"), entry.Detail))];
}

using System.Text.Json;
using IpCenter.Casework.Audit;
using IpCenter.CrashHost;
using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Runtime;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Tests.Durability;

/// <summary>All that a database file says of its processes at one moment, and what must hold of it at every moment.</summary>
internal sealed class StoredProcesses
{
    private static readonly HashSet<string> TaskActivities = [.. ProcessFile.Catalog.Definitions
        .SelectMany(definition => definition.Activities)
        .OfType<IpCenter.Workflow.Definitions.RunTaskActivity>()
        .Select(task => task.Id)];

    private StoredProcesses(
        List<WorkflowInstance> instances, List<WorkflowWait> waits, List<WorkflowJournalEntry> journal, List<WorkflowInboxEvent> inbox, List<AuditEvent> effects)
    {
        Instances = instances.ToDictionary(instance => instance.Id);
        Waits = waits;
        Journal = journal.ToDictionary(line => (line.InstanceId, line.Sequence));
        Histories = journal.OrderBy(line => line.Sequence).ToLookup(line => line.InstanceId);
        (Inbox, Effects) = (inbox, effects);
    }

    public IReadOnlyDictionary<Guid, WorkflowInstance> Instances { get; }

    public IReadOnlyList<WorkflowWait> Waits { get; }

    public IReadOnlyDictionary<(Guid InstanceId, int Sequence), WorkflowJournalEntry> Journal { get; }

    public ILookup<Guid, WorkflowJournalEntry> Histories { get; }

    public IReadOnlyList<WorkflowInboxEvent> Inbox { get; }

    /// <summary>One entry for each task that was done.</summary>
    public IReadOnlyList<AuditEvent> Effects { get; }

    public static async Task<StoredProcesses> ReadAsync(ProcessFile file)
    {
        await using var db = file.Open();
        await using var moment = await db.Database.BeginTransactionAsync();
        return new StoredProcesses(
            await db.WorkflowInstances.AsNoTracking().ToListAsync(),
            await db.WorkflowWaits.AsNoTracking().ToListAsync(),
            await db.WorkflowJournal.AsNoTracking().ToListAsync(),
            await db.WorkflowInbox.AsNoTracking().ToListAsync(),
            await db.AuditEvents.AsNoTracking().OrderBy(e => e.Sequence).ToListAsync());
    }

    /// <summary>What holds between any two saves, so also after a kill at any point.</summary>
    /// <param name="settled">Instances that had ended and were checked before: history does not change. Those that have ended now are added.</param>
    public void CheckWhole(HashSet<Guid> settled)
    {
        foreach (var instance in Instances.Values.Where(instance => !settled.Contains(instance.Id)))
        {
            var history = Histories[instance.Id].ToList();
            Assert.Equal(Enumerable.Range(1, history.Count), history.Select(line => line.Sequence));
            Replay.Check(instance, history);
            CheckWaits(instance);
            CheckParent(instance);
        }
        settled.UnionWith(Instances.Values.Where(instance => instance.HasEnded).Select(instance => instance.Id));
        CheckEffects();
    }

    /// <summary>Everything that was acknowledged is there, once.</summary>
    public void CheckKept(Promises promises)
    {
        foreach (var id in promises.Instances)
            Assert.True(Instances.ContainsKey(id), $"instance {id} is lost");
        foreach (var (place, line) in promises.Lines)
            Assert.Equal(line, Journal.TryGetValue(place, out var stored) ? (stored.Event, stored.ActivityId) : default);
        Assert.Subset(Effects.Select(effect => effect.Subject).ToHashSet(), promises.Effects);
        var received = Histories.SelectMany(history => history)
            .Where(line => line.ActivityId == "answer" && line.ValueJson is not null)
            .Select(line => KeyIn(line.ValueJson!))
            .Concat(Inbox.Where(kept => kept.EventName == "Answer").Select(kept => KeyIn(kept.PayloadJson!)))
            .ToList();
        Assert.Distinct(received);
        Assert.Subset(received.ToHashSet(), promises.Events);
    }

    private void CheckWaits(WorkflowInstance instance)
    {
        var waits = Waits.Where(wait => wait.InstanceId == instance.Id).ToList();
        if (instance.HasEnded)
            Assert.Empty(waits);
        else if (instance.Status == WorkflowStatus.Pending)
            Assert.Equal(WaitKind.Start, Assert.Single(waits).Kind);
        else
            Assert.Equal(InstanceState.FromJson(instance.StateJson).Waiting.Order(), waits.Select(wait => wait.ActivityId).Order());
    }

    // The end of a child and the step of its parent are one save; a parent that somebody halted takes it when it goes on.
    private void CheckParent(WorkflowInstance child)
    {
        if (child.ParentWaitId is not { } waitId)
            return;
        var parent = Instances[child.ParentInstanceId!.Value];
        var wait = Waits.SingleOrDefault(wait => wait.Id == waitId);
        if (!child.HasEnded)
            Assert.Equal(parent.Id, wait?.InstanceId);
        else if (parent.Status is not (WorkflowStatus.Suspended or WorkflowStatus.Cancelled))
            Assert.Null(wait);
        if (child.HasEnded && wait is null && parent.Status != WorkflowStatus.Cancelled)
            Assert.Contains(Histories[parent.Id], line => line.Event == JournalEvent.Completed && line.At >= child.FinishedAt
                && line.ValueJson == OutputsOf(child));
    }

    private void CheckEffects()
    {
        Assert.Distinct(Effects.Select(effect => effect.Subject));
        var done = Journal.Values
            .Where(line => line.Event == JournalEvent.Completed && TaskActivities.Contains(line.ActivityId))
            .Select(line => EffectHandler.SubjectOf(Guid.Parse(KeyIn(line.ValueJson!))));
        Assert.Equal(done.Order(StringComparer.Ordinal), Effects.Select(effect => effect.Subject).Order(StringComparer.Ordinal));
    }

    private static string OutputsOf(WorkflowInstance child)
    {
        using var state = JsonDocument.Parse(child.StateJson);
        return state.RootElement.GetProperty(nameof(InstanceState.Outputs)).GetRawText();
    }

    private static string KeyIn(string json)
    {
        using var value = JsonDocument.Parse(json);
        return value.RootElement.GetProperty("key").GetString()!;
    }
}

using System.Text.Json;
using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Runtime;

namespace IpCenter.Workflow.Tests.Support;

/// <summary>
/// Committed rows of a database that checks concurrency as a relational one does: instances by their version, waits and
/// kept events by their existence. A commit happens wholly or not at all.
/// </summary>
internal sealed class MemoryDatabase
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, string> _instances = [];
    private readonly Dictionary<Guid, string> _waits = [];
    private readonly Dictionary<Guid, string> _inbox = [];
    private readonly List<string> _journal = [];
    private readonly List<string> _effects = [];

    /// <summary>Runs before each commit with its number, from 1; what it throws is a crash before the commit.</summary>
    public Action<int>? BeforeCommit { get; set; }

    /// <summary>Runs after each commit with its number; what it throws is a crash after the commit.</summary>
    public Action<int>? AfterCommit { get; set; }

    /// <summary>While true, every access throws: the process or the database is gone.</summary>
    public bool IsDown { get; set; }

    public int Commits { get; private set; }

    public int Conflicts { get; private set; }

    /// <summary>The host's own rows, saved in the same commits.</summary>
    public IReadOnlyList<string> Effects => Read(() => _effects.ToList());

    public IReadOnlyList<WorkflowInstance> Instances => Read(() => _instances.Values.Select(Row<WorkflowInstance>).ToList());

    public IReadOnlyList<WorkflowWait> Waits => Read(() => _waits.Values.Select(Row<WorkflowWait>).OrderBy(w => w.ActivityId, StringComparer.Ordinal).ToList());

    public IReadOnlyList<WorkflowInboxEvent> Inbox => Read(() => _inbox.Values.Select(Row<WorkflowInboxEvent>).OrderBy(e => e.Id).ToList());

    public IReadOnlyList<WorkflowJournalEntry> Journal => Read(() => _journal.Select(Row<WorkflowJournalEntry>).OrderBy(e => e.Sequence).ToList());

    /// <summary>The history without ids and times, for comparing two runs.</summary>
    public string History => string.Join('\n', Journal.Select(e => $"{e.Sequence} {e.ActivityId} {e.Event} {e.Outcome} {e.Detail}"));

    public string? Find<T>(Guid id) => Read(() => Table<T>().GetValueOrDefault(id));

    public bool TryLease(Guid waitId, Guid leaseId, LeaseTerms terms) => Read(() =>
    {
        if (!_waits.TryGetValue(waitId, out var row) || Row<WorkflowWait>(row) is not { IsIncident: false, IsHeld: false } wait
            || (wait.LeasedUntil > terms.Now && wait.LeasedUntil <= terms.Latest))
            return false;
        (wait.LeaseId, wait.LeasedUntil) = (leaseId, terms.Until);
        _waits[waitId] = JsonSerializer.Serialize(wait);
        return true;
    });

    public bool TryProlongLease(Guid waitId, Guid leaseId, DateTimeOffset until) => Read(() =>
    {
        if (!_waits.TryGetValue(waitId, out var row) || Row<WorkflowWait>(row) is not { } wait || wait.LeaseId != leaseId)
            return false;
        wait.LeasedUntil = until;
        _waits[waitId] = JsonSerializer.Serialize(wait);
        return true;
    });

    public int Purge(IReadOnlySet<Guid> instances) => Read(() =>
    {
        foreach (var id in instances)
            _instances.Remove(id);
        _journal.RemoveAll(line => instances.Contains(Row<WorkflowJournalEntry>(line).InstanceId));
        return instances.Count;
    });

    public void BringForward(DateTimeOffset latest, DateTimeOffset now) => Read(() =>
    {
        foreach (var wait in _waits.Values.Select(Row<WorkflowWait>).Where(w => w.Kind is WaitKind.SystemTask or WaitKind.Start && w.DueAt > latest).ToList())
        {
            wait.DueAt = now;
            _waits[wait.Id] = JsonSerializer.Serialize(wait);
        }
        return true;
    });

    public SaveOutcome Commit(MemoryStore unit)
    {
        int number;
        lock (_lock)
        {
            Stand();
            number = Commits + 1;
            BeforeCommit?.Invoke(number);
            if (!unit.Instances.IsCurrent(_instances, versioned: true) || !unit.Waits.IsCurrent(_waits, versioned: false)
                || !unit.Inbox.IsCurrent(_inbox, versioned: false))
            {
                Conflicts++;
                return SaveOutcome.Conflict;
            }
            var instances = new Dictionary<Guid, string>(_instances);
            unit.Instances.WriteTo(instances);
            var keys = instances.Values.Select(Row<WorkflowInstance>).Select(instance => instance.ActivationKey).OfType<string>().ToList();
            if (keys.Distinct().Count() != keys.Count)
            {
                Conflicts++;
                return SaveOutcome.Conflict;
            }
            unit.Instances.WriteTo(_instances);
            unit.Waits.WriteTo(_waits);
            unit.Inbox.WriteTo(_inbox);
            _journal.AddRange(unit.Journal.Select(entry => JsonSerializer.Serialize(entry)));
            _effects.AddRange(unit.Effects);
            Commits = number;
        }
        AfterCommit?.Invoke(number);
        return SaveOutcome.Saved;
    }

    public static T Row<T>(string json) => JsonSerializer.Deserialize<T>(json)!;

    private Dictionary<Guid, string> Table<T>() =>
        typeof(T) == typeof(WorkflowInstance) ? _instances : typeof(T) == typeof(WorkflowWait) ? _waits : _inbox;

    private T Read<T>(Func<T> read)
    {
        lock (_lock)
        {
            Stand();
            return read();
        }
    }

    private void Stand()
    {
        if (IsDown)
            throw new IOException("The database is gone.");
    }
}

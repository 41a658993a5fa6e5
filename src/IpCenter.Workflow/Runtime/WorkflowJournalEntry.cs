using IpCenter.Workflow.Engine;

namespace IpCenter.Workflow.Runtime;

/// <summary>
/// One line of an instance's history: one for each activity that ran, with the time it took, and one for each thing that happened
/// to the instance as a whole between its start and its end, which stand on the instance. Entries are only ever added. The instance and the sequence are the key.
/// </summary>
public sealed class WorkflowJournalEntry
{
    /// <summary>The instance.</summary>
    public Guid InstanceId { get; set; }

    /// <summary>1, 2, 3, ... without gaps within the instance.</summary>
    public int Sequence { get; set; }

    /// <summary>The activity, or empty for the instance as a whole.</summary>
    public string ActivityId { get; set; } = "";

    /// <summary>What happened.</summary>
    public JournalEvent Event { get; set; }

    /// <summary>When the activity began to wait; where it did not wait, the same as <see cref="At"/>.</summary>
    public DateTimeOffset StartedAt { get; set; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>The ports that were followed, separated by a comma and a space.</summary>
    public string? Outcome { get; set; }

    /// <summary>Why something failed, was retried, skipped, halted or ended.</summary>
    public string? Detail { get; set; }

    /// <summary>What the activity waited for and got, as JSON: a task's result, an event's payload, a child's outputs.</summary>
    public string? ValueJson { get; set; }
}

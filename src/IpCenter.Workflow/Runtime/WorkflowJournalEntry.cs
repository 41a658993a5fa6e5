using IpCenter.Workflow.Engine;

namespace IpCenter.Workflow.Runtime;

/// <summary>One line of an instance's history. Entries are only ever added.</summary>
public sealed class WorkflowJournalEntry
{
    /// <summary>Version 7 id.</summary>
    public Guid Id { get; set; }

    /// <summary>The instance.</summary>
    public Guid InstanceId { get; set; }

    /// <summary>1, 2, 3, ... without gaps within the instance.</summary>
    public int Sequence { get; set; }

    /// <summary>The activity, or empty for the instance as a whole.</summary>
    public string ActivityId { get; set; } = "";

    /// <summary>The activity's type, for example <c>Elsa.RunTask</c>.</summary>
    public string ActivityType { get; set; } = "";

    /// <summary>What happened.</summary>
    public JournalEvent Event { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>The ports that were followed, separated by a comma and a space.</summary>
    public string? Outcome { get; set; }

    /// <summary>What is waited for, how a task ended, why something failed, was retried or skipped.</summary>
    public string? Detail { get; set; }
}

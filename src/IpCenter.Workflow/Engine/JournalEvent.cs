namespace IpCenter.Workflow.Engine;

/// <summary>What happened to an activity or an instance.</summary>
public enum JournalEvent
{
    /// <summary>The activity completed and its outcomes were followed.</summary>
    Completed,

    /// <summary>The activity was waiting and lost a race, or its instance ended.</summary>
    Cancelled,

    /// <summary>A WaitAll join got some of its branches and can never get the rest: it was passed over.</summary>
    Skipped,

    /// <summary>The activity's expression threw, and the instance stopped.</summary>
    Faulted,

    /// <summary>A person let a failed activity or task run again.</summary>
    Retried,

    /// <summary>A task failed too often; a person must retry or skip it.</summary>
    Incident,

    /// <summary>A person halted the instance.</summary>
    Suspended,

    /// <summary>A person let a halted instance go on.</summary>
    Resumed,

    /// <summary>The instance follows another version of its definition from here on.</summary>
    Migrated,

    /// <summary>The result of an activity that had completed was given another value; or a wait was set anew by it.</summary>
    Revised
}

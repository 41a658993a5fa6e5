namespace IpCenter.Workflow.Runtime;

/// <summary>What came of a request to give a result another value.</summary>
public enum RevisionOutcome
{
    /// <summary>The value was replaced, and what waits by it was set anew.</summary>
    Revised,

    /// <summary>The result has this value already. Nothing changed.</summary>
    Unchanged,

    /// <summary>Nothing that waits was set by the result: its wait is gone, or has not begun. Nothing changed.</summary>
    NothingWaits,

    /// <summary>The instance is finished or cancelled. Nothing changed.</summary>
    InstanceEnded
}

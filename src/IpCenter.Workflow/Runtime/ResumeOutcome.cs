namespace IpCenter.Workflow.Runtime;

/// <summary>What came of a request to move an instance.</summary>
public enum ResumeOutcome
{
    /// <summary>The instance moved.</summary>
    Resumed,

    /// <summary>The wait no longer exists: somebody else completed it, or it lost a race. Nothing changed.</summary>
    AlreadyGone,

    /// <summary>The instance is finished or cancelled. Nothing changed.</summary>
    InstanceEnded,

    /// <summary>The instance is stopped by a fault, which must be retried first. Nothing changed.</summary>
    InstanceFaulted,

    /// <summary>A person halted the instance, which must be resumed first. Nothing changed.</summary>
    InstanceSuspended,

    /// <summary>The timer is not due yet. Nothing changed.</summary>
    NotDue,

    /// <summary>The wait is of another kind than the request, or no incident where one is needed. Nothing changed.</summary>
    NotApplicable,

    /// <summary>Nobody waits for the event; it is kept until somebody does.</summary>
    Kept
}

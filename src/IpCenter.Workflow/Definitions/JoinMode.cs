namespace IpCenter.Workflow.Definitions;

/// <summary>When several arrows into one activity let it run.</summary>
public enum JoinMode
{
    /// <summary>When the first arrives; what still runs upstream is cancelled.</summary>
    WaitAny,

    /// <summary>When every arrow that can still arrive has arrived. Every activity other than a FlowJoin behaves so.</summary>
    WaitAllActive,

    /// <summary>When all have arrived; never, if one cannot.</summary>
    WaitAll
}

namespace IpCenter.Casework.Staffing;

/// <summary>What happened to a task on its way from hand to hand.</summary>
public enum AllocationKind
{
    /// <summary>The system gave it to somebody.</summary>
    Distributed,

    /// <summary>The system took it from somebody absent and gave it to somebody else.</summary>
    Moved,

    /// <summary>The system found nobody for it.</summary>
    Nobody,

    /// <summary>Somebody gave it back to the queue.</summary>
    GivenBack,

    /// <summary>A supervisor gave it to somebody, or to the queue.</summary>
    Assigned,

    /// <summary>A supervisor wanted to give it to somebody and could not.</summary>
    Refused,
}

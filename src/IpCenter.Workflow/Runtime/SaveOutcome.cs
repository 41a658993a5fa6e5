namespace IpCenter.Workflow.Runtime;

/// <summary>How a save ended.</summary>
public enum SaveOutcome
{
    /// <summary>Everything of the unit of work is stored.</summary>
    Saved,

    /// <summary>Somebody else changed a row first; nothing is stored and the unit of work is spent.</summary>
    Conflict
}

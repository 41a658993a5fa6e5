namespace IpCenter.Workflow.Engine;

/// <summary>What makes a waiting instance move.</summary>
public abstract record Stimulus
{
    private Stimulus() { }

    /// <summary>A task was done or an event came for a waiting activity; the value goes into its result variable.</summary>
    public sealed record Completed(string ActivityId, object? Value, string? Detail = null) : Stimulus;

    /// <summary>A waiting activity's instant has come.</summary>
    public sealed record TimerFired(string ActivityId) : Stimulus;

    /// <summary>A failed activity runs again.</summary>
    public sealed record Retried(string ActivityId, string Reason) : Stimulus;

    /// <summary>The instance ends early.</summary>
    public sealed record Cancelled(string Reason) : Stimulus;
}

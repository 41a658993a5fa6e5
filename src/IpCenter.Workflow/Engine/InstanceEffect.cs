namespace IpCenter.Workflow.Engine;

/// <summary>What a step does beyond its own state: the runtime carries it out in the same transaction.</summary>
public abstract record InstanceEffect
{
    private InstanceEffect() { }

    /// <summary>An event goes out.</summary>
    /// <param name="EventName">Its name.</param>
    /// <param name="CorrelationId">Whom it is for; null for everybody who waits for the name.</param>
    /// <param name="IsLocal">True: for this instance alone.</param>
    /// <param name="Payload">What it carries.</param>
    public sealed record Published(string EventName, string? CorrelationId, bool IsLocal, object? Payload) : InstanceEffect;

    /// <summary>The instance has another correlation id from now on.</summary>
    public sealed record Correlated(string CorrelationId) : InstanceEffect;

    /// <summary>The instance has a name.</summary>
    public sealed record Named(string Name) : InstanceEffect;

    /// <summary>A child starts.</summary>
    /// <param name="ActivityId">The parent's activity.</param>
    /// <param name="DefinitionId">The published definition that the child follows.</param>
    /// <param name="CorrelationId">The child's correlation id; null for the parent's.</param>
    /// <param name="Inputs">The child's inputs by name.</param>
    /// <param name="IsInline">True: it runs within this step, and the activity waits until it has run.</param>
    /// <param name="IsAwaited">True: the activity waits until it has ended.</param>
    public sealed record ChildStarted(
        string ActivityId,
        string DefinitionId,
        string? CorrelationId,
        IReadOnlyDictionary<string, object?> Inputs,
        bool IsInline,
        bool IsAwaited) : InstanceEffect;
}

namespace IpCenter.Workflow.Definitions;

/// <summary>How instances of a definition start and what a fault does to them.</summary>
/// <param name="Activation">When a new instance may start.</param>
/// <param name="ContinuesAfterFault">
/// False: a fault stops the instance. True: the failed activity alone waits for a person, the other branches go on.
/// </param>
public sealed record DefinitionOptions(ActivationStrategy Activation, bool ContinuesAfterFault)
{
    /// <summary>What holds where a file says nothing.</summary>
    public static DefinitionOptions Default { get; } = new(ActivationStrategy.AllowAlways, false);
}

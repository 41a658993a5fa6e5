namespace IpCenter.Workflow.Engine;

/// <summary>What running an activity gives.</summary>
internal abstract record ActivityOutcome
{
    private ActivityOutcome() { }

    /// <summary>What else it does.</summary>
    public InstanceEffect? Effect { get; init; }

    /// <summary>It completed; these ports are followed.</summary>
    public sealed record Follows(IReadOnlyList<string> Ports) : ActivityOutcome;

    /// <summary>It waits.</summary>
    public sealed record Waits(WaitRequest Request) : ActivityOutcome;

    /// <summary>It ends the instance.</summary>
    public sealed record Ends(string? Outcomes) : ActivityOutcome;
}

namespace IpCenter.Workflow.Engine;

/// <summary>What running an activity gives.</summary>
internal abstract record ActivityOutcome
{
    private ActivityOutcome() { }

    /// <summary>It completed; these ports are followed.</summary>
    public sealed record Follows(IReadOnlyList<string> Ports) : ActivityOutcome;

    /// <summary>It waits.</summary>
    public sealed record Waits(WaitRequest Request, string Detail) : ActivityOutcome;

    /// <summary>It ends the instance.</summary>
    public sealed record Ends : ActivityOutcome;
}

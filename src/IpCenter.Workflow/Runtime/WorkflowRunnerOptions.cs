namespace IpCenter.Workflow.Runtime;

/// <summary>How the runner paces itself.</summary>
public sealed record WorkflowRunnerOptions
{
    /// <summary>How many waits one pass takes.</summary>
    public int BatchSize { get; init; } = 50;

    /// <summary>How many waits are worked on at the same time. 1 suits a database with a single writer.</summary>
    public int Concurrency { get; init; } = 1;

    /// <summary>How long an idle runner sleeps unless woken.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a claim lasts unless prolonged: so long a killed process holds up what it had in hand.</summary>
    public TimeSpan LeaseTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a claim is prolonged while it is worked on; several times within <see cref="LeaseTime"/>.</summary>
    public TimeSpan LeaseRenewal { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>Failed attempts after which a wait becomes an incident.</summary>
    public int MaxAttempts { get; init; } = 8;

    /// <summary>The pause after the first failed attempt; it doubles with each further one.</summary>
    public TimeSpan FirstRetryDelay { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest pause between attempts.</summary>
    public TimeSpan LongestRetryDelay { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How often a unit of work that met a conflict is repeated at once from fresh state.</summary>
    public int ConflictRetries { get; init; } = 10;
}

namespace IpCenter.Workflow.Definitions;

/// <summary>What a host demands of its definitions.</summary>
/// <param name="HandledTasks">Names of the tasks that have a handler; all others are people's tasks and need a queue.</param>
public sealed record CatalogRules(IReadOnlySet<string> HandledTasks)
{
    /// <summary>
    /// Whether a person's task or an event must stand beside a timer or carry the day that it is due: without either it can be
    /// forgotten for ever. On unless a host that watches its waits in another way turns it off.
    /// </summary>
    public bool WaitsNeedDeadlines { get; init; } = true;
}

namespace IpCenter.Workflow.Runtime;

/// <summary>What a task handler is told.</summary>
/// <param name="InstanceId">The workflow instance.</param>
/// <param name="CorrelationId">The host's key, for example a case number.</param>
/// <param name="TaskName">The task's name.</param>
/// <param name="ActivityId">The activity in the definition.</param>
/// <param name="Payload">The task's payload; values are null, bool, double, string, lists and dictionaries.</param>
/// <param name="IdempotencyKey">The wait's id: the same for every attempt at this task, never used for another.</param>
/// <param name="Attempt">1 for the first attempt.</param>
/// <param name="Now">The time of this attempt.</param>
public sealed record WorkflowTaskContext(
    Guid InstanceId,
    string CorrelationId,
    string TaskName,
    string ActivityId,
    IReadOnlyDictionary<string, object?> Payload,
    Guid IdempotencyKey,
    int Attempt,
    DateTimeOffset Now);

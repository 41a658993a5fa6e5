using IpCenter.Workflow.Runtime;

namespace IpCenter.Workflow.Life;

/// <summary>What is on record of one instance.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="CorrelationId">The host's key for what it is about.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="Until">When it ended; for one that runs, the time of the question.</param>
/// <param name="Inputs">Its inputs by name.</param>
/// <param name="Journal">Its whole history.</param>
public sealed record RecordedRun(
    Guid InstanceId,
    string CorrelationId,
    DateTimeOffset StartedAt,
    DateTimeOffset Until,
    IReadOnlyDictionary<string, object?> Inputs,
    IReadOnlyList<WorkflowJournalEntry> Journal)
{
    /// <summary>Reads an instance's rows.</summary>
    public static RecordedRun Of(WorkflowInstance instance, IEnumerable<WorkflowJournalEntry> journal, DateTimeOffset now) => new(
        instance.Id,
        instance.CorrelationId,
        instance.CreatedAt,
        instance.FinishedAt ?? now,
        Engine.InstanceState.FromJson(instance.StateJson).Inputs,
        [.. journal.Where(line => line.InstanceId == instance.Id).OrderBy(line => line.Sequence)]);
}

namespace IpCenter.Workflow.Engine;

/// <summary>One line of history, before it has an id. See <see cref="Runtime.WorkflowJournalEntry"/>.</summary>
public sealed record JournalLine(
    int Sequence, string ActivityId, string ActivityType, JournalEvent Event, DateTimeOffset At, string? Outcome, string? Detail);

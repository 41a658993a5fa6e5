namespace IpCenter.Workflow.Engine;

/// <summary>One line of history, before it has an instance. See <see cref="Runtime.WorkflowJournalEntry"/>.</summary>
public sealed record JournalLine(
    int Sequence, string ActivityId, JournalEvent Event, DateTimeOffset At, string? Outcome, string? Detail, object? Value = null);

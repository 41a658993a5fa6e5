using IpCenter.Workflow.Engine;

namespace IpCenter.Workflow.Runtime;

/// <summary>A wait that was set anew by a revised result.</summary>
/// <param name="WaitId">The wait.</param>
/// <param name="ActivityId">The waiting activity.</param>
/// <param name="Kind">A timer or a person's task.</param>
/// <param name="From">A timer's instant before.</param>
/// <param name="To">A timer's instant now.</param>
public sealed record WaitMove(Guid WaitId, string ActivityId, WaitKind Kind, DateTimeOffset? From, DateTimeOffset? To);

/// <summary>What a revision did.</summary>
public sealed record RevisionReport(RevisionOutcome Outcome, IReadOnlyList<WaitMove> Moves);

using IpCenter.Workflow.Engine;

namespace IpCenter.Workflow.Life;

/// <summary>What a migration would do to one instance, or why it is refused.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="CorrelationId">The host's key for what it is about.</param>
/// <param name="Moves">Where it waits now, and where it would.</param>
/// <param name="Notes">What changes without being an obstacle: variables that are new or dropped.</param>
/// <param name="Problems">Every reason against it; empty when it may be done.</param>
public sealed record MigrationReport(
    Guid InstanceId,
    string CorrelationId,
    IReadOnlyList<MigrationMove> Moves,
    IReadOnlyList<MigrationNote> Notes,
    IReadOnlyList<MigrationProblem> Problems)
{
    /// <summary>Whether it may be done.</summary>
    public bool IsPossible => Problems.Count == 0;

    /// <summary>The state that it leads to; null when it is refused.</summary>
    internal InstanceState? State { get; init; }
}

/// <summary>A waiting activity under its old and its new id.</summary>
public sealed record MigrationMove(string From, string To);

/// <summary>A variable or input that changes.</summary>
public sealed record MigrationNote(MigrationNoteKind Kind, string Name);

/// <summary>What happens to a value.</summary>
public enum MigrationNoteKind
{
    /// <summary>The new version declares it and it takes its default.</summary>
    NewVariable,

    /// <summary>The new version does not know it and its value is dropped; the history keeps where it came from.</summary>
    DroppedVariable,

    /// <summary>The new version declares an input that the instance was not given: it is null.</summary>
    MissingInput
}

/// <summary>A reason against a migration, with the place in the old version.</summary>
/// <param name="ActivityId">The activity or variable concerned; empty for the instance.</param>
/// <param name="Reason">What stands against it.</param>
public sealed record MigrationProblem(string ActivityId, MigrationObstacle Reason);

/// <summary>What stands against a migration.</summary>
public enum MigrationObstacle
{
    /// <summary>The instance follows another version, or has ended.</summary>
    NotThisVersion,

    /// <summary>It waits at an activity that has no counterpart in the new version.</summary>
    NoTarget,

    /// <summary>The counterpart is of another kind, or another task.</summary>
    OtherKind,

    /// <summary>Two waiting activities have the same counterpart, or counterparts that never wait at the same time.</summary>
    NeverTogether,

    /// <summary>A join has got a branch already that the new version lacks.</summary>
    BranchGone,

    /// <summary>A variable's value does not fit the new version's type.</summary>
    ValueDoesNotFit
}

namespace IpCenter.Casework.Tasks;

/// <summary>An open task of an application with what its case waits with.</summary>
public sealed record TaskQueueRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required string Name { get; init; }

    public required string Number { get; init; }

    public required string Title { get; init; }

    public required string FirmName { get; init; }

    public required string LocarnoClass { get; init; }

    public required int Round { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset? WarnAt { get; init; }

    public required DateTimeOffset? DueAt { get; init; }

    /// <summary>The answer to "why this date?".</summary>
    public required Bilingual? Why { get; init; }

    public required Guid? AssigneeId { get; init; }

    public required string? AssigneeName { get; init; }

    /// <summary>The viewer looks after it for its holder, who is away.</summary>
    public bool InPlaceOfHolder { get; init; }

    /// <summary>Why the holder has it, or why nobody has; <c>null</c> where the holder took it.</summary>
    public Bilingual? WhyThem { get; init; }

    /// <summary>The furthest stage at which it was called for the date that it has now.</summary>
    public Escalation? Escalation { get; init; }

    /// <summary>The clock of the case stands still: nothing is to be done until it runs again.</summary>
    public bool IsPaused { get; init; }

    /// <summary>Look-alikes of the round that are probably the same product and that nobody has set aside.</summary>
    public required int LookAlikes { get; init; }

    /// <summary>Remarks of the round that stand and make the application unacceptable.</summary>
    public required int Blocking { get; init; }

    /// <summary>Remarks of the round that stand and only ask for a look.</summary>
    public required int Warnings { get; init; }
}

/// <summary>One page of a queue and how many tasks match in all.</summary>
public sealed record TaskQueuePage(IReadOnlyList<TaskQueueRow> Rows, int Total)
{
    /// <summary>How many match in each tab.</summary>
    public IReadOnlyDictionary<TaskQueueTab, int> Counts { get; init; } = new Dictionary<TaskQueueTab, int>();
}

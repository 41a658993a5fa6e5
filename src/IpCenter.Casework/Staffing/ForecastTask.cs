namespace IpCenter.Casework.Staffing;

/// <summary>An open task as the forecast sees it.</summary>
public sealed record ForecastTask
{
    public required Guid Id { get; init; }

    /// <summary>Name of the task, such as <c>Examine</c>.</summary>
    public required string Kind { get; init; }

    public required string Queue { get; init; }

    /// <summary>Who has it; <c>null</c>: whoever is free first may take it.</summary>
    public Guid? HolderId { get; init; }

    /// <summary>Its clock stands still until then, and nobody works on it; <c>null</c>: it may be begun.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Working time that it takes.</summary>
    public required TimeSpan Handling { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The class that one must examine to take it; <c>null</c> where that does not matter.</summary>
    public string? LocarnoClass { get; init; }

    /// <summary>Who has to keep out.</summary>
    public IReadOnlySet<Guid> KeepOut { get; init; } = new HashSet<Guid>();
}

namespace IpCenter.Casework.Tasks;

/// <summary>Which of the open tasks of a queue are asked for.</summary>
public enum TaskQueueTab
{
    /// <summary>Those that the viewer has taken.</summary>
    Mine,

    /// <summary>Those that nobody has taken.</summary>
    Available,
    All,
}

/// <summary>What a list of open tasks is narrowed by: no more than what the list itself shows.</summary>
public sealed record TaskQueueFilter
{
    public required string Queue { get; init; }

    public TaskQueueTab Tab { get; init; } = TaskQueueTab.All;

    /// <summary>Part of the case number, of the product's or of the firm's name.</summary>
    public string? Text { get; init; }

    /// <summary>A class of the Locarno Classification (<c>02</c>) or a subclass (<c>02-02</c>).</summary>
    public string? LocarnoClass { get; init; }

    public bool OverdueOnly { get; init; }
}

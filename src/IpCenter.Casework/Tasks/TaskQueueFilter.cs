namespace IpCenter.Casework.Tasks;

/// <summary>Which of the open tasks of a queue are asked for.</summary>
public enum TaskQueueTab
{
    /// <summary>Those that the viewer has, or has to look after for somebody absent.</summary>
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

    /// <summary>Only what is due on the day of the asking.</summary>
    public bool DueTodayOnly { get; init; }

    /// <summary>Only what was called because its term runs out.</summary>
    public bool EscalatedOnly { get; init; }

    /// <summary>Whether anything but the tab narrows the list.</summary>
    public bool IsNarrowed => Text is not null || LocarnoClass is not null || OverdueOnly || DueTodayOnly || EscalatedOnly;
}

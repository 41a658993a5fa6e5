namespace IpCenter.Casework.Staffing;

/// <summary>The facts behind a step of a task from hand to hand; <see cref="AllocationWording"/> says them in words.</summary>
public sealed record AllocationReason
{
    /// <summary>The class of the product, where the queue goes by class.</summary>
    public string? LocarnoClass { get; init; }

    /// <summary>The one who got it.</summary>
    public Considered? Chosen { get; init; }

    /// <summary>The others, the next best first.</summary>
    public IReadOnlyList<Considered> Others { get; init; } = [];

    /// <summary>The day up to which the chosen one is there: the due day.</summary>
    public DateOnly? HereUntil { get; init; }

    /// <summary>From whom it was taken because of an absence.</summary>
    public string? TakenFrom { get; init; }

    /// <summary>What a person wrote: why a task was given back.</summary>
    public string? Words { get; init; }

    /// <summary>The code of the rule that refused it, with its arguments.</summary>
    public string? Violation { get; init; }

    public IReadOnlyList<string> Arguments { get; init; } = [];
}

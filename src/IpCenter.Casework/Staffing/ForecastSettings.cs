using IpCenter.Casework.ReferenceData;

namespace IpCenter.Casework.Staffing;

/// <summary>How far the forecast looks, and what a task takes while too few have been measured.</summary>
public sealed record ForecastSettings
{
    public required int DaysAhead { get; init; }

    /// <summary>The median is taken of the last so many of a kind.</summary>
    public required int LastMeasured { get; init; }

    /// <summary>With fewer measured ones the configured time is used.</summary>
    public required int LeastMeasured { get; init; }

    public required IReadOnlyList<ConfiguredHandling> Handling { get; init; }

    /// <summary>Of every other kind of task.</summary>
    public required int OtherMinutes { get; init; }

    public TimeSpan DefaultOf(string task) =>
        TimeSpan.FromMinutes(Handling.FirstOrDefault(h => h.Task == task)?.Minutes ?? OtherMinutes);

    public IEnumerable<Fault> Faults()
    {
        if (DaysAhead is < 1 or > 366)
            yield return new Fault("$.forecast.daysAhead", $"{DaysAhead} is not between 1 and 366.");
        if (LeastMeasured < 1)
            yield return new Fault("$.forecast.leastMeasured", "A median needs one case at least.");
        if (LastMeasured < LeastMeasured)
            yield return new Fault("$.forecast.lastMeasured", "It is less than the least number that is needed.");
        if (OtherMinutes < 1)
            yield return new Fault("$.forecast.otherMinutes", "A task takes some time.");
        for (var at = 0; at < Handling.Count; at++)
            if (Handling[at].Minutes < 1)
                yield return new Fault($"$.forecast.handling[{at}].minutes", "A task takes some time.");
            else if (Handling.Take(at).Any(before => before.Task == Handling[at].Task))
                yield return new Fault($"$.forecast.handling[{at}].task", $"'{Handling[at].Task}' stands there twice.");
    }
}

public sealed record ConfiguredHandling(string Task, int Minutes);

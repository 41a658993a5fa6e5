using IpCenter.Casework.ReferenceData;

namespace IpCenter.Casework.Staffing;

/// <summary>What may be distributed by the system, and how loads are compared.</summary>
public sealed record DistributionSettings
{
    public required IReadOnlyList<DistributedQueue> Queues { get; init; }

    /// <summary>What an open task weighs with so many working days left, or fewer.</summary>
    public required IReadOnlyList<LoadWeight> Weights { get; init; }

    /// <summary>What a task with more days left than any of <see cref="Weights"/> weighs.</summary>
    public required decimal LaterWeight { get; init; }

    public required IReadOnlyList<LevelFactor> Levels { get; init; }

    public decimal WeightOf(int workingDaysLeft) =>
        Weights.FirstOrDefault(w => workingDaysLeft <= w.DaysLeft)?.Weight ?? LaterWeight;

    public decimal FactorOf(SkillLevel level) => Levels.First(l => l.Level == level).Factor;

    public IEnumerable<Fault> Faults()
    {
        for (var at = 0; at < Queues.Count; at++)
            if (!Tasks.Queues.All.Contains(Queues[at].Queue))
                yield return new Fault($"$.distribution.queues[{at}].queue", $"There is no queue '{Queues[at].Queue}'.");
        for (var at = 0; at < Weights.Count; at++)
        {
            if (Weights[at].Weight <= 0)
                yield return new Fault($"$.distribution.weights[{at}].weight", "A task weighs something.");
            if (at > 0 && Weights[at].DaysLeft <= Weights[at - 1].DaysLeft)
                yield return new Fault($"$.distribution.weights[{at}].daysLeft", "It is not more than the one before it.");
        }

        if (LaterWeight <= 0)
            yield return new Fault("$.distribution.laterWeight", "A task weighs something.");
        foreach (var level in Enum.GetValues<SkillLevel>())
            if (Levels.Count(l => l.Level == level) != 1)
                yield return new Fault("$.distribution.levels", $"The level {level} stands there {Levels.Count(l => l.Level == level)} times, not once.");
        for (var at = 0; at < Levels.Count; at++)
            if (Levels[at].Factor <= 0)
                yield return new Fault($"$.distribution.levels[{at}].factor", "A factor is more than 0.");
    }
}

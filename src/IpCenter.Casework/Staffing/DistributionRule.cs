namespace IpCenter.Casework.Staffing;

/// <summary>
/// Who of several people gets a task. Eligible is who is there, examines the class and has no reason to keep out; whoever
/// is away before the due day only if all others are. Of the eligible ones the least loaded gets it, a learner's load
/// counting more and an expert's less; the same facts always give the same person.
/// </summary>
public static class DistributionRule
{
    public static Allotment Choose(TaskToGive task, IReadOnlyCollection<Candidate> people, DistributionSettings settings)
    {
        var here = people.Where(p => OutOf(task, p) is null).ToList();
        var throughout = here.Where(p => p.AwayFrom is null).ToList();
        var eligible = Ranked(throughout.Count > 0 ? throughout : here, settings);
        var chosen = eligible.FirstOrDefault();
        return new(chosen?.PersonId, new AllocationReason
        {
            LocarnoClass = task.LocarnoClass,
            Chosen = chosen is null ? null : Shown(chosen, null),
            Others =
            [
                .. eligible.Skip(1).Select(p => Shown(p, null)),
                .. Ranked(people.Except(eligible), settings).Select(p => Shown(p, OutOf(task, p) ?? NotEligible.AwayBeforeDue)),
            ],
            HereUntil = chosen?.AwayFrom is { } away ? away.AddDays(-1) : chosen is null ? null : task.DueOn,
        });
    }

    private static string? OutOf(TaskToGive task, Candidate person) =>
        person.KeepsOut
        ?? (person.IsAwayToday ? NotEligible.Absent : task.LocarnoClass is not null && person.Level is null ? NotEligible.NoSkill : null);

    private static List<Candidate> Ranked(IEnumerable<Candidate> people, DistributionSettings settings) =>
    [
        .. people
            .OrderBy(p => p.Load * (p.Level is { } level ? settings.FactorOf(level) : 1))
            .ThenBy(p => p.Open)
            .ThenByDescending(p => p.Level)
            .ThenBy(p => p.Name, StringComparer.Ordinal)
            .ThenBy(p => p.PersonId),
    ];

    private static Considered Shown(Candidate person, string? why) => new(person.Name, person.Open, person.Load, person.Level, why);
}

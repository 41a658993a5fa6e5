namespace IpCenter.Casework.Staffing;

/// <summary>That a person examines a class of the Locarno Classification (<c>02</c>) or a subclass (<c>02-02</c>); set by the supervisor.</summary>
public sealed class ClassSkill
{
    public required Guid PersonId { get; init; }

    public required string Code { get; init; }

    public required SkillLevel Level { get; set; }

    /// <summary>The level for a class, by the most exact of a person's skills; <c>null</c> where none covers it.</summary>
    public static SkillLevel? LevelFor(string locarnoClass, IEnumerable<(string Code, SkillLevel Level)> skills)
    {
        (int Length, SkillLevel? Level) best = (0, null);
        foreach (var (code, level) in skills)
            if (code.Length > best.Length && (code == locarnoClass || locarnoClass.StartsWith($"{code}-", StringComparison.Ordinal)))
                best = (code.Length, level);
        return best.Level;
    }
}

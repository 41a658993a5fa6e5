using IpCenter.Casework.Tasks;

namespace IpCenter.Casework.Staffing;

/// <summary>Somebody who works queues of the house: what roles, what skills, when away.</summary>
public sealed record StaffFacts(
    Guid Id, string Name, IReadOnlySet<string> Roles, IReadOnlyList<ClassSkill> Skills, IReadOnlyList<Absence> Absences)
{
    public bool Works(string queue) => TaskDesk.WorkersOf(queue).Any(Roles.Contains);

    public bool IsAwayOn(DateOnly day) => Absences.Any(a => a.Covers(day));

    public Absence? AbsenceOn(DateOnly day) => Absences.FirstOrDefault(a => a.Covers(day));

    public SkillLevel? LevelFor(string locarnoClass) => ClassSkill.LevelFor(locarnoClass, Skills.Select(s => (s.Code, s.Level)));
}

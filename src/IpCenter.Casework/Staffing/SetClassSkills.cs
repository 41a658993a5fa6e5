using System.Globalization;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Staffing;

/// <summary>A supervisor says which classes a person examines, and how well.</summary>
public sealed class SetClassSkills(CaseworkDbContext db, StaffPicture staff, ReferenceLibrary reference, AuditTrail audit)
{
    /// <param name="personId">Somebody who works a queue of the house.</param>
    /// <param name="wanted">All classes (<c>02</c>) and subclasses (<c>02-02</c>) of the person; those that are not named are taken away.</param>
    /// <param name="viewer">The supervisor.</param>
    /// <param name="actor">The same as the author of the writes.</param>
    /// <param name="ct">Stops the reading.</param>
    public async Task<Result<IReadOnlyList<ClassSkill>>> ExecuteAsync(
        Guid personId, IReadOnlyCollection<(string Code, SkillLevel Level)> wanted, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (!viewer.Is(Roles.Supervisor) || (await staff.ReadAsync(actor.At, ct)).All(p => p.Id != personId))
            return new RuleViolation("staff.not-found");
        var violations = wanted.Where(w => !IsClass(w.Code) || !Enum.IsDefined(w.Level)).Select(w => new RuleViolation("skill.no-such-class", "skills", w.Code))
            .Concat(wanted.GroupBy(w => w.Code).Where(g => g.Count() > 1).Select(g => new RuleViolation("skill.twice", "skills", g.Key)))
            .ToList();
        if (violations.Count > 0)
            return violations;

        var held = await db.ClassSkills.Where(s => s.PersonId == personId).ToListAsync(ct);
        var before = Listed(held);
        db.ClassSkills.RemoveRange(held.Where(s => wanted.All(w => w.Code != s.Code)));
        List<ClassSkill> now = [];
        foreach (var (code, level) in wanted)
        {
            if (held.FirstOrDefault(s => s.Code == code) is { } skill)
                skill.Level = level;
            else
                db.ClassSkills.Add(skill = new ClassSkill { PersonId = personId, Code = code, Level = level });
            now.Add(skill);
        }
        if (Listed(now) is var after && after != before)
            audit.Record(actor, "skills.set", $"person:{personId}", null, AuditVisibility.Staff,
                ("person", await db.Users.Where(p => p.Id == personId).Select(p => p.DisplayName).SingleAsync(ct)), ("skills", after.Length == 0 ? "–" : after));
        return now;
    }

    private bool IsClass(string code) =>
        reference.Locarno.Find(code) is not null || reference.Locarno.Classes.Any(c => c.Number.ToString("D2", CultureInfo.InvariantCulture) == code);

    private static string Listed(IEnumerable<ClassSkill> skills) =>
        string.Join(' ', skills.OrderBy(s => s.Code, StringComparer.Ordinal).Select(s => $"{s.Code}:{s.Level}"));
}

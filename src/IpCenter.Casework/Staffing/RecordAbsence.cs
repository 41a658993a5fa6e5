using System.Globalization;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Notices;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Staffing;

/// <summary>Days on which somebody is away, as the supervisor enters them.</summary>
public sealed record AbsenceInput(Guid Id, Guid PersonId, DateOnly From, DateOnly To, Guid? SubstituteId);

/// <summary>A supervisor records that somebody is away and who stands in, or takes it back.</summary>
public sealed class RecordAbsence(CaseworkDbContext db, StaffPicture staff, NoticeSending notices, AuditTrail audit)
{
    public const int LongestDays = 366;

    public async Task<Result<Absence>> ExecuteAsync(AbsenceInput input, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var people = await staff.ReadAsync(actor.At, ct);
        if (!viewer.Is(Roles.Supervisor) || people.FirstOrDefault(p => p.Id == input.PersonId) is not { } person)
            return new RuleViolation("staff.not-found");
        if (await db.Absences.FindAsync([input.Id], ct) is { } recorded)
            return recorded;
        var violations = Faults(input, person, people, ChinaTime.DateOf(actor.At)).ToList();
        if (violations.Count > 0)
            return violations;

        var absence = new Absence
        {
            Id = input.Id,
            PersonId = input.PersonId,
            From = input.From,
            To = input.To,
            SubstituteId = input.SubstituteId,
            RecordedBy = viewer.PersonId!.Value,
            RecordedAt = actor.At,
        };
        db.Absences.Add(absence);
        var substitute = people.FirstOrDefault(p => p.Id == input.SubstituteId);
        var days = $"{Day(input.From)} – {Day(input.To)}";
        audit.Record(actor, substitute is null ? "absence.recorded" : "absence.recorded-with-substitute", $"person:{person.Id}", null, AuditVisibility.Staff,
            ("person", person.Name), ("days", days), ("substitute", substitute?.Name));
        if (substitute is not null)
            notices.Send([substitute.Id], null, "stands-in", [("days", days), ("person", person.Name)], actor.At);
        return absence;
    }

    public async Task<Result<Absence>> CancelAsync(Guid absenceId, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (!viewer.Is(Roles.Supervisor) || await db.Absences.FindAsync([absenceId], ct) is not { } absence)
            return new RuleViolation("staff.not-found");
        if (absence.CancelledAt is not null)
            return absence;
        absence.Cancel(actor.At);
        audit.Record(actor, "absence.cancelled", $"person:{absence.PersonId}", null, AuditVisibility.Staff,
            ("person", await db.Users.Where(p => p.Id == absence.PersonId).Select(p => p.DisplayName).SingleAsync(ct)),
            ("days", $"{Day(absence.From)} – {Day(absence.To)}"));
        return absence;
    }

    private static IEnumerable<RuleViolation> Faults(AbsenceInput input, StaffFacts person, IReadOnlyList<StaffFacts> people, DateOnly today)
    {
        if (input.To < input.From)
            yield return new("absence.ends-before", "to");
        else if (input.To < today)
            yield return new("absence.past", "to");
        else if (input.To.DayNumber - input.From.DayNumber >= LongestDays)
            yield return new("absence.too-long", "to", $"{LongestDays}");
        if (person.Absences.FirstOrDefault(a => a.From <= input.To && input.From <= a.To) is { } other)
            yield return new("absence.overlaps", "from", Day(other.From), Day(other.To));
        if (input.SubstituteId is null)
            yield break;
        if (people.FirstOrDefault(p => p.Id == input.SubstituteId) is not { } substitute || substitute.Id == person.Id)
            yield return new("absence.no-such-substitute", "substitute");
        else if (!substitute.Roles.Overlaps(person.Roles))
            yield return new("absence.other-work", "substitute", substitute.Name, person.Name);
        else if (substitute.Absences.FirstOrDefault(a => a.From <= input.To && input.From <= a.To) is { } away)
            yield return new("absence.substitute-away", "substitute", substitute.Name, Day(away.From), Day(away.To));
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

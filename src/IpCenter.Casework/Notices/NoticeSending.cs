using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Notices;

/// <summary>Puts notices before the people concerned; they become visible with the save of what caused them.</summary>
public sealed class NoticeSending(CaseworkDbContext db)
{
    /// <summary>To everybody who may act for the firm.</summary>
    public async Task ToFirmAsync(
        Guid firmId, CaseFile? file, string template, IEnumerable<(string Key, string Value)> arguments, DateTimeOffset at, CancellationToken ct)
    {
        var people = await db.Mandates
            .Where(m => m.FirmId == firmId && m.ConsentedAt != null && m.RevokedAt == null)
            .Select(m => m.PersonId)
            .Distinct()
            .ToListAsync(ct);
        people.AddRange(db.Mandates.Local.Where(m => m.FirmId == firmId && m.IsInForce).Select(m => m.PersonId));
        Send(people.Distinct(), file, template, arguments, at);
    }

    /// <summary>To everybody who has one of the roles; for clerks, of one court.</summary>
    public async Task ToRolesAsync(
        IReadOnlyCollection<string> roles, string? courtId, CaseFile? file, string template,
        IEnumerable<(string Key, string Value)> arguments, DateTimeOffset at, CancellationToken ct)
    {
        Send(await PeopleAsync(roles, courtId, ct), file, template, arguments, at);
    }

    /// <summary>Everybody who has one of the roles; for clerks, of one court.</summary>
    public async Task<List<Guid>> PeopleAsync(IReadOnlyCollection<string> roles, string? courtId, CancellationToken ct) => await (
        from person in db.Users
        join link in db.UserRoles on person.Id equals link.UserId
        join role in db.Roles on link.RoleId equals role.Id
        where roles.Contains(role.Name!) && (courtId == null || person.CourtId == courtId)
        select person.Id).Distinct().ToListAsync(ct);

    public void Send(
        IEnumerable<Guid> people, CaseFile? file, string template, IEnumerable<(string Key, string Value)> arguments, DateTimeOffset at)
    {
        var words = arguments.ToDictionary(a => a.Key, a => a.Value);
        if (file is not null)
        {
            words["number"] = file.Number ?? "";
            words["title"] = file.Title;
        }
        foreach (var person in people)
            db.Notices.Add(new Notice
            {
                Id = Guid.CreateVersion7(at),
                PersonId = person,
                CaseId = file?.Id,
                Template = template,
                Arguments = words,
                SentAt = at,
            });
    }
}

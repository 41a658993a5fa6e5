using IpCenter.Casework.Cases;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.ReferenceData;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Notices;

/// <summary>Puts notices before the people concerned; they become visible with the save of what caused them.</summary>
public sealed class NoticeSending(CaseworkDbContext db, ReferenceLibrary reference)
{
    /// <summary>To everybody who does something for the firm, passing notices on included; a formal notice asks them to acknowledge it.</summary>
    public async Task ToFirmAsync(
        Guid firmId, CaseFile? file, string template, IEnumerable<(string Key, string Value)> arguments, DateTimeOffset at, CancellationToken ct)
    {
        var acknowledgeBy = reference.FormalNotices.Contains(template)
            ? Deadline.Compute(reference.Deadlines[DeadlineKeys.NoticeAcknowledgement], at, reference.Calendar).DueAt
            : (DateTimeOffset?)null;
        Send(await PeopleOfFirmAsync(firmId, FirmPower.Notices, at, ct), file, template, arguments, at, acknowledgeBy);
    }

    /// <summary>To those who govern the firm.</summary>
    public async Task ToOwnersAsync(
        Guid firmId, string template, IEnumerable<(string Key, string Value)> arguments, DateTimeOffset at, CancellationToken ct)
    {
        Send(await PeopleOfFirmAsync(firmId, FirmPower.Govern, at, ct), null, template, arguments, at);
    }

    private async Task<IEnumerable<Guid>> PeopleOfFirmAsync(Guid firmId, FirmPower least, DateTimeOffset at, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(at);
        var stored = await db.Mandates.Where(m => m.FirmId == firmId).Where(Mandate.InForceOn(today)).ToListAsync(ct);
        return stored.Concat(db.Mandates.Local.Where(m => m.FirmId == firmId))
            .Where(m => m.IsInForceOn(today) && m.Power >= least)
            .Select(m => m.PersonId)
            .Distinct();
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
        IEnumerable<Guid> people, CaseFile? file, string template, IEnumerable<(string Key, string Value)> arguments, DateTimeOffset at,
        DateTimeOffset? acknowledgeBy = null)
    {
        var dispatch = Guid.CreateVersion7(at);
        var words = arguments.ToDictionary(a => a.Key, a => a.Value);
        if (file is not null)
        {
            words["number"] = file.Number ?? "";
            words["title"] = file.Title;
        }
        foreach (var person in people)
        {
            var notice = new Notice
            {
                Id = Guid.CreateVersion7(at),
                PersonId = person,
                CaseId = file?.Id,
                Template = template,
                Arguments = words,
                SentAt = at,
                DispatchId = dispatch,
            };
            if (acknowledgeBy is { } by)
                notice.AskBy(by, reference.Calendar.Edition);
            db.Notices.Add(notice);
        }
    }
}

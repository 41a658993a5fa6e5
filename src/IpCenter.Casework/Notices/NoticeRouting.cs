using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.Tasks;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Notices;

/// <summary>
/// Who reads a notice of the process. Warnings and breaches of a staff deadline go to those who work the open
/// task's queue and to the supervisors; everything else goes to the firm.
/// </summary>
public sealed class NoticeRouting(CaseworkDbContext db, NoticeSending sending)
{
    private static readonly HashSet<string> ForRightsStaff = ["procurator-answer-reminder", "procurator-answer-lapsed", "referral-review-reminder"];

    public async Task SendAsync(CaseFile file, string template, DateTimeOffset at, CancellationToken ct)
    {
        if (ForRightsStaff.Contains(template))
            await sending.ToRolesAsync(People.Roles.RightsStaff, null, file, template, [], at, ct);
        else if (template.EndsWith("-warning", StringComparison.Ordinal) || template.EndsWith("-breach", StringComparison.Ordinal))
            await ToStaffAsync(file, template, at, ct);
        else
            await sending.ToFirmAsync(file.FirmId, file, template, [], at, ct);
    }

    private async Task ToStaffAsync(CaseFile file, string template, DateTimeOffset at, CancellationToken ct)
    {
        var open = await db.WorkItems.Where(w => w.CaseId == file.Id && w.CompletedAt == null && w.CancelledAt == null).ToListAsync(ct);
        var people = open.Where(w => w.AssigneeId is not null).Select(w => w.AssigneeId!.Value).ToHashSet();
        foreach (var item in open)
        {
            // A task that somebody took concerns that person; an untaken one everybody of the queue.
            if (item.AssigneeId is null)
                people.UnionWith(await sending.PeopleAsync(TaskDesk.RolesOf(item.Queue), item.Queue == Queues.Court ? item.Scope : null, ct));
        }
        people.UnionWith(await sending.PeopleAsync([People.Roles.Supervisor], null, ct));
        sending.Send(people, file, template, [], at);
    }
}

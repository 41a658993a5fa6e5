using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.Firms;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Notices;

/// <summary>A notice that waits at a firm of the officer's town: that there is one, since when, and never what it says.</summary>
/// <param name="CaseId">Only for an officer who acts for the firm.</param>
/// <param name="Template">Only for an officer who acts for the firm.</param>
public sealed record WaitingNotice(
    Guid DispatchId, string FirmName, string ContactName, string ContactPhone, DateTimeOffset SentAt, DateTimeOffset? RelayedAt, string? RelayedByName,
    Guid? CaseId, string? Template);

/// <summary>
/// The town officer passes on to a firm of the own town that a notice waits for it. Without a mandate of the firm the officer
/// learns nothing else: not the case, not its title, not the kind of notice.
/// </summary>
public sealed class RelayNotice(CaseworkDbContext db, AuditTrail audit)
{
    /// <summary>Brought up and acknowledged by nobody; the oldest first, those that were passed on last.</summary>
    public async Task<IReadOnlyList<WaitingNotice>> WaitingAsync(Viewer viewer, CancellationToken ct)
    {
        if (await TownOfAsync(viewer, ct) is not { } town)
            return [];
        var rows = await (
            from notice in Unacknowledged()
            join file in db.Cases.AsNoTracking() on notice.CaseId equals file.Id
            join firm in db.Firms.AsNoTracking() on file.FirmId equals firm.Id
            where firm.Town == town
            orderby notice.SentAt
            select new { Notice = notice, Firm = firm }).ToListAsync(ct);
        return
        [
            .. rows.GroupBy(r => r.Notice.DispatchId).Select(g => g.First()).Select(r => new WaitingNotice(
                   r.Notice.DispatchId, r.Firm.Name, r.Firm.ContactName, r.Firm.ContactPhone, r.Notice.SentAt, r.Notice.RelayedAt, r.Notice.RelayedByName,
                   viewer.Sees(r.Firm.Id) ? r.Notice.CaseId : null, viewer.Sees(r.Firm.Id) ? r.Notice.Template : null))
               .OrderBy(w => w.RelayedAt is not null).ThenBy(w => w.SentAt),
        ];
    }

    /// <summary>Telling the same firm twice of one notice is told once.</summary>
    public async Task<Result<Firm>> ExecuteAsync(Guid dispatchId, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var town = await TownOfAsync(viewer, ct);
        var notices = await db.Notices.Where(n => n.DispatchId == dispatchId && n.BroughtUpAt != null && n.CaseId != null).ToListAsync(ct);
        if (town is null || notices.Count == 0 || await FirmOfAsync(notices[0].CaseId!.Value, ct) is not { } firm || firm.Town != town)
            return new RuleViolation("notice.not-found");
        if (notices.Any(n => n.RelayedAt is not null))
            return firm;
        notices.ForEach(n => n.Relay(actor.Name, actor.At));
        audit.Record(actor, "notice.relayed", $"notice:{notices[0].Id}", notices[0].CaseId, AuditVisibility.Parties, ("notice", notices[0].Template));
        return firm;
    }

    private IQueryable<Notice> Unacknowledged() => db.Notices.AsNoTracking().Where(n => n.BroughtUpAt != null && n.AcknowledgedAt == null
        && !db.Notices.Any(other => other.DispatchId == n.DispatchId && other.AcknowledgedAt != null));

    private async Task<string?> TownOfAsync(Viewer viewer, CancellationToken ct) => viewer.Is(Roles.TownOfficer)
        ? await db.Users.Where(p => p.Id == viewer.PersonId && p.Town != "").Select(p => p.Town).SingleOrDefaultAsync(ct)
        : null;

    private Task<Firm?> FirmOfAsync(Guid caseId, CancellationToken ct) => (
        from file in db.Cases
        join firm in db.Firms on file.FirmId equals firm.Id
        where file.Id == caseId
        select firm).SingleOrDefaultAsync(ct);
}

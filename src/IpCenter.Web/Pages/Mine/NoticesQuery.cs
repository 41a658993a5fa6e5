using System.Linq.Expressions;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.Notices;
using IpCenter.Casework.People;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Mine;

/// <summary>One notice to the person.</summary>
public sealed record MyNotice(
    Guid Id, Guid? CaseId, CaseKind? Kind, string Template, IReadOnlyDictionary<string, string> Arguments, DateTimeOffset SentAt, DateTimeOffset? ReadAt,
    DateTimeOffset? AcknowledgeBy, DateTimeOffset? AcknowledgedAt, DateTimeOffset? BroughtUpAt)
{
    /// <summary>About a firm for which the person does nothing any more: what it told is not shown again.</summary>
    public bool IsWithheld { get; init; }

    public bool AsksForAnswer => AcknowledgeBy is not null && AcknowledgedAt is null;
}

/// <summary>Which of the notices are shown.</summary>
public enum NoticeFilter
{
    All,
    Unread,
    ToAcknowledge,
}

/// <summary>A page of the notices, and how many each filter has.</summary>
public sealed record MyNotices(IReadOnlyList<MyNotice> Notices, int Count, int All, int Unread, int ToAcknowledge);

/// <summary>The notices of a person: those brought up again first, then the newest.</summary>
public sealed class NoticesQuery(CaseworkDbContext db)
{
    public const int PageSize = 30;

    public async Task<MyNotices> ReadAsync(Viewer viewer, NoticeFilter filter, int page, CancellationToken ct)
    {
        var person = viewer.PersonId!.Value;
        var mine = db.Notices.AsNoTracking().Where(n => n.PersonId == person);
        var unread = mine.Where(n => n.ReadAt == null);
        var open = mine.Where(ToAnswer(db, viewer));
        var (all, unreadCount, openCount) = (await mine.CountAsync(ct), await unread.CountAsync(ct), await open.CountAsync(ct));
        var (shown, count) = filter switch
        {
            NoticeFilter.Unread => (unread, unreadCount),
            NoticeFilter.ToAcknowledge => (open, openCount),
            _ => (mine, all),
        };
        return new(await PageAsync(shown, viewer, page, ct), count, all, unreadCount, openCount);
    }

    /// <summary>What waits for the person's "received": for a firm answers only who may act for it.</summary>
    internal static Expression<Func<Notice, bool>> ToAnswer(CaseworkDbContext db, Viewer viewer)
    {
        var acting = viewer.ActingFirmIds;
        return n => n.AcknowledgeBy != null && n.AcknowledgedAt == null
            && (n.CaseId == null || db.Cases.Any(c => c.Id == n.CaseId && acting.Contains(c.FirmId)));
    }

    private async Task<IReadOnlyList<MyNotice>> PageAsync(IQueryable<Notice> notices, Viewer viewer, int page, CancellationToken ct)
    {
        var rows = await notices
            .OrderByDescending(n => n.BroughtUpAt != null && n.AcknowledgedAt == null).ThenByDescending(n => n.SentAt).ThenByDescending(n => n.Id)
            .Skip((Math.Max(1, page) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var ids = rows.Select(r => r.CaseId).OfType<Guid>().ToList();
        // Who only passes notices on has no way to the case, and no longer who was parted with.
        var seesAll = !viewer.IsOutsider;
        var cases = await db.Cases.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => new { c.Kind, c.FirmId }, ct);
        return
        [
            .. from row in rows
               let file = row.CaseId is { } id ? cases.GetValueOrDefault(id) : null
               let withheld = !seesAll && file is not null && !viewer.Powers.ContainsKey(file.FirmId)
               select new MyNotice(
                   row.Id, row.CaseId, file is not null && (seesAll || viewer.FirmIds.Contains(file.FirmId)) ? file.Kind : null,
                   row.Template, withheld ? new Dictionary<string, string>() : row.Arguments, row.SentAt, row.ReadAt,
                   file is not null && !viewer.ActsFor(file.FirmId) ? null : row.AcknowledgeBy, row.AcknowledgedAt, row.BroughtUpAt)
               {
                   IsWithheld = withheld,
               },
        ];
    }
}

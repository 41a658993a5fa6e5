using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Mine;

/// <summary>One notice to the person.</summary>
public sealed record MyNotice(
    Guid Id, Guid? CaseId, CaseKind? Kind, string Template, IReadOnlyDictionary<string, string> Arguments, DateTimeOffset SentAt, DateTimeOffset? ReadAt);

/// <summary>The notices of a person, the newest first.</summary>
public sealed class NoticesQuery(CaseworkDbContext db)
{
    public const int PageSize = 30;

    public async Task<(IReadOnlyList<MyNotice> Notices, int Count)> ReadAsync(Guid person, int page, CancellationToken ct)
    {
        var mine = db.Notices.AsNoTracking().Where(n => n.PersonId == person);
        var count = await mine.CountAsync(ct);
        var rows = await mine.OrderByDescending(n => n.SentAt).ThenByDescending(n => n.Id)
            .Skip((Math.Max(1, page) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var ids = rows.Select(r => r.CaseId).OfType<Guid>().ToList();
        var kinds = await db.Cases.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Kind, ct);
        return ([.. rows.Select(r => new MyNotice(
            r.Id, r.CaseId, r.CaseId is { } id && kinds.TryGetValue(id, out var kind) ? kind : null, r.Template, r.Arguments, r.SentAt, r.ReadAt))], count);
    }
}

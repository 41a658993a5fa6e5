using IpCenter.Casework.Data;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Notices;

/// <summary>One formal notice of a case and what became of it at each person.</summary>
public sealed record CaseNotice(
    Guid DispatchId, string Template, IReadOnlyDictionary<string, string> Arguments, DateTimeOffset SentAt, DateTimeOffset AcknowledgeBy,
    DateTimeOffset? BroughtUpAt, DateTimeOffset? RelayedAt, string? RelayedByName, IReadOnlyList<NoticeReader> Readers)
{
    public bool IsAcknowledged => Readers.Any(reader => reader.AcknowledgedAt is not null);
}

/// <summary>A person who has the notice.</summary>
public sealed record NoticeReader(Guid NoticeId, Guid PersonId, string Name, DateTimeOffset? ReadAt, DateTimeOffset? AcknowledgedAt);

/// <summary>The formal notices of a case, the newest first; whether the viewer may know of the case is asked before.</summary>
public sealed class CaseNoticesQuery(CaseworkDbContext db)
{
    public async Task<IReadOnlyList<CaseNotice>> ReadAsync(Guid caseId, CancellationToken ct)
    {
        var rows = await (
            from notice in db.Notices.AsNoTracking()
            join person in db.Users.AsNoTracking() on notice.PersonId equals person.Id
            where notice.CaseId == caseId && notice.AcknowledgeBy != null
            orderby notice.SentAt descending, notice.Id descending
            select new { Notice = notice, person.DisplayName }).ToListAsync(ct);
        return
        [
            .. rows.GroupBy(r => r.Notice.DispatchId).Select(g =>
            {
                var first = g.First().Notice;
                return new CaseNotice(
                    g.Key, first.Template, first.Arguments, first.SentAt, first.AcknowledgeBy!.Value, first.BroughtUpAt, first.RelayedAt, first.RelayedByName,
                    [.. g.OrderBy(r => r.DisplayName, StringComparer.Ordinal).Select(r => new NoticeReader(r.Notice.Id, r.Notice.PersonId, r.DisplayName, r.Notice.ReadAt, r.Notice.AcknowledgedAt))]);
            }),
        ];
    }
}

using System.Runtime.CompilerServices;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Audit;

/// <summary>
/// Reads the trail, newest first, from one place in the chain to the next: a page costs the same at the end of a long
/// trail as at its beginning. Whoever may not know of an unpublished design sees that something was done, when and
/// by which member of the staff, and neither the case nor its parties; the filters do not find them either.
/// </summary>
public sealed class AuditReading(CaseworkDbContext db)
{
    public const int PageSize = 50;

    /// <param name="before">Only entries before this place in the chain.</param>
    /// <param name="after">Only the entries that follow this place directly.</param>
    public async Task<AuditPage> PageAsync(AuditFilter filter, long? before, long? after, Viewer viewer, CancellationToken ct)
    {
        var matching = Matching(filter, viewer);
        var rows = after is null
            ? await matching.Where(r => before == null || r.Event.Sequence < before)
                .OrderByDescending(r => r.Event.Sequence).Take(PageSize + 1).ToListAsync(ct)
            : await matching.Where(r => r.Event.Sequence > after)
                .OrderBy(r => r.Event.Sequence).Take(PageSize + 1).ToListAsync(ct);
        var hasMore = rows.Count > PageSize;
        if (hasMore)
            rows.RemoveAt(PageSize);
        if (after is not null)
            rows.Reverse();
        var roles = await RolesAsync([.. rows.Select(r => r.Event.PersonId).OfType<Guid>().Distinct()], ct);
        var (first, last) = (rows.FirstOrDefault()?.Event.Sequence, rows.LastOrDefault()?.Event.Sequence);
        var isFirst = after is null ? before is null : !hasMore;
        var isLast = after is null && !hasMore;
        return new([.. rows.Select(r => Entry(r, roles))], isFirst ? null : first, isLast ? null : last);
    }

    /// <summary>Everything that matches, newest first, one entry at a time.</summary>
    public async IAsyncEnumerable<AuditEntry> AllAsync(AuditFilter filter, Viewer viewer, [EnumeratorCancellation] CancellationToken ct)
    {
        var roles = await RolesAsync(null, ct);
        await foreach (var row in Matching(filter, viewer).OrderByDescending(r => r.Event.Sequence).AsAsyncEnumerable().WithCancellation(ct))
            yield return Entry(row, roles);
    }

    private IQueryable<Row> Matching(AuditFilter filter, Viewer viewer)
    {
        var (person, number) = (filter.Person?.Trim(), filter.CaseNumber?.Trim().ToUpperInvariant());
        DateTimeOffset? from = filter.From is { } first ? ChinaTime.StartOfDay(first) : null;
        DateTimeOffset? to = filter.To is { } last ? ChinaTime.StartOfDay(last.AddDays(1)) : null;
        return Rows(viewer)
            .Where(r => string.IsNullOrEmpty(filter.Action) || r.Event.Action == filter.Action)
            .Where(r => from == null || r.Event.At >= from)
            .Where(r => to == null || r.Event.At < to)
            .Where(r => string.IsNullOrEmpty(person) || (r.Event.ActorName.Contains(person) && (!r.IsWithheld || r.IsByTheHouse)))
            .Where(r => string.IsNullOrEmpty(number) || (r.Number != null && r.Number.StartsWith(number) && !r.IsWithheld));
    }

    private IQueryable<Row> Rows(Viewer viewer)
    {
        var examines = viewer.IsExaminingStaff;
        var outside = Roles.Outside;
        return
            from entry in db.AuditEvents.AsNoTracking()
            join joined in db.Cases on entry.CaseId equals (Guid?)joined.Id into cases
            from file in cases.DefaultIfEmpty()
            select new Row
            {
                Event = entry,
                Kind = (CaseKind?)file.Kind,
                Number = file.Number,
                IsWithheld = file != null && (file.SubmittedAt == null
                    || (!examines && file.Kind == CaseKind.DesignApplication && !db.Designs.Any(d => d.ApplicationId == file.Id))),
                IsByTheHouse = entry.PersonId == null
                    || (db.UserRoles.Any(l => l.UserId == entry.PersonId)
                        && !db.UserRoles.Any(l => l.UserId == entry.PersonId && db.Roles.Any(r => r.Id == l.RoleId && outside.Contains(r.Name!)))),
            };
    }

    private async Task<IReadOnlyDictionary<Guid, IReadOnlyList<string>>> RolesAsync(IReadOnlyList<Guid>? people, CancellationToken ct)
    {
        var links = await (
            from link in db.UserRoles.AsNoTracking()
            join role in db.Roles.AsNoTracking() on link.RoleId equals role.Id
            where people == null || people.Contains(link.UserId)
            select new { link.UserId, role.Name }).ToListAsync(ct);
        return links.GroupBy(l => l.UserId).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. Roles.All.Where(r => g.Any(l => l.Name == r))]);
    }

    private static AuditEntry Entry(Row row, IReadOnlyDictionary<Guid, IReadOnlyList<string>> roles)
    {
        var (e, hidden) = (row.Event, row.IsWithheld);
        var names = !hidden || row.IsByTheHouse;
        return new(
            e.Sequence, e.At, names ? e.ActorName : null,
            names && e.PersonId is { } person ? roles.GetValueOrDefault(person, []) : [],
            e.Action, hidden ? null : e.DetailJson, hidden ? null : e.Reason,
            !hidden && e.CaseId is { } id && row.Kind is { } kind ? new(id, kind, row.Number) : null, hidden, e.Hash);
    }

    private sealed record Row
    {
        public required AuditEvent Event { get; init; }

        public CaseKind? Kind { get; init; }

        public string? Number { get; init; }

        public bool IsWithheld { get; init; }

        public bool IsByTheHouse { get; init; } = true;
    }
}

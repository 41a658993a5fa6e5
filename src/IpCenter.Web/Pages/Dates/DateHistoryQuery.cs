using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.Pauses;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Dates;

/// <summary>Every date that a case ever had, and every pause. Whether the viewer may know of the case is asked before.</summary>
public sealed class DateHistoryQuery(CaseworkDbContext db)
{
    public async Task<DateHistory> ReadAsync(Guid caseId, CancellationToken ct)
    {
        var dates = await db.CaseDeadlines.AsNoTracking().Where(d => d.CaseId == caseId).ToListAsync(ct);
        var pauses = await db.CasePauses.AsNoTracking().Where(p => p.CaseId == caseId).OrderByDescending(p => p.From).ToListAsync(ct);
        return new DateHistory([.. Chained(dates)], pauses);
    }

    // The newest first; of those set at one instant, what took a place comes before what had it.
    private static IEnumerable<CaseDeadline> Chained(List<CaseDeadline> dates)
    {
        var depth = dates.ToDictionary(d => d.Id, d => 0);
        foreach (var date in dates)
            for (var before = date.ReplacesId; before is { } id && dates.FirstOrDefault(d => d.Id == id) is { } replaced; before = replaced.ReplacesId)
                depth[date.Id]++;
        return dates.OrderByDescending(d => d.ComputedAt).ThenByDescending(d => depth[d.Id]);
    }
}

public sealed record DateHistory(IReadOnlyList<CaseDeadline> Dates, IReadOnlyList<CasePause> Pauses)
{
    public CaseDeadline? Open => Dates.FirstOrDefault(date => date.SettledAt is null);

    public CaseDeadline? ReplacedBy(CaseDeadline date) => Dates.FirstOrDefault(d => d.ReplacesId == date.Id);

    public CaseDeadline? Replaced(CaseDeadline date) => Dates.FirstOrDefault(d => d.Id == date.ReplacesId);
}

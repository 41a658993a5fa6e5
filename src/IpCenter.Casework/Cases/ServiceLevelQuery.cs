using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.ReferenceData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Cases;

/// <summary>
/// Reads what the centre publishes of its service: cases closed in whole months that are over, those that the applicant
/// withdrew left out. A month's figures never change after its end, so whoever looks every day sees no single case come
/// or go; and they are counted once.
/// </summary>
public sealed class ServiceLevelQuery(IServiceScopeFactory scopes, ReferenceLibrary reference) : IDisposable
{
    private const string Withdrawn = "withdrawn";

    private readonly SemaphoreSlim _counting = new(1);
    private (DateOnly Month, IReadOnlyList<ServiceLevelMonth> Figures)? _counted;

    /// <summary>The last whole months, the newest first within each kind of case.</summary>
    public async Task<IReadOnlyList<ServiceLevelMonth>> ReadAsync(DateTimeOffset now, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(now);
        var running = new DateOnly(today.Year, today.Month, 1);
        await _counting.WaitAsync(ct);
        try
        {
            if (_counted is { } known && known.Month == running)
                return known.Figures;
            var figures = await CountAsync(running, ct);
            _counted = (running, figures);
            return figures;
        }
        finally
        {
            _counting.Release();
        }
    }

    public int? TargetOf(CaseKind kind, ClockOwner clock) => Target(kind, clock)?.WorkingDays(reference.Deadlines);

    public ServiceTarget? Target(CaseKind kind, ClockOwner clock) =>
        reference.Desk.ServiceLevel.Targets.FirstOrDefault(t => t.Kind == kind && t.Clock == clock);

    public void Dispose() => _counting.Dispose();

    private async Task<IReadOnlyList<ServiceLevelMonth>> CountAsync(DateOnly running, CancellationToken ct)
    {
        var settings = reference.Desk.ServiceLevel;
        var (first, end) = (ChinaTime.StartOfDay(running.AddMonths(-settings.Months)), ChinaTime.StartOfDay(running));
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseworkDbContext>();
        var closed = db.Cases.AsNoTracking().Where(c => c.SubmittedAt != null && c.ClosedAt >= first && c.ClosedAt < end && c.Outcome != Withdrawn);
        var cases = await closed.Select(c => new { c.Id, c.Kind, At = c.ClosedAt!.Value }).ToListAsync(ct);
        var segments = (await db.ClockSegments.AsNoTracking().Where(s => closed.Any(c => c.Id == s.CaseId)).ToListAsync(ct)).ToLookup(s => s.CaseId);
        return ServiceLevel.Count(
            cases.Where(c => segments.Contains(c.Id)).Select(c => new ClosedCase(
                c.Kind, MonthOf(c.At), CaseClockHistory.Of(segments[c.Id]).TotalsAt(c.At, reference.Calendar))),
            [.. Enumerable.Range(1, settings.Months).Select(back => running.AddMonths(-back))],
            settings.LeastCases,
            TargetOf);
    }

    private static DateOnly MonthOf(DateTimeOffset at)
    {
        var day = ChinaTime.DateOf(at);
        return new(day.Year, day.Month, 1);
    }
}

using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Pauses;
using IpCenter.Casework.ReferenceData;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Cases;

/// <summary>
/// Tries another length of one of the centre's periods: on the stages that ended in the last months, and on those that are open now
/// with the days that they have used so far. A stage in which the applicant withdrew ended before anybody could meet its length, and is
/// not counted. Counts alone, and nothing is changed.
/// </summary>
public sealed class TargetWhatIfQuery(CaseworkDbContext db, ReferenceLibrary reference)
{
    public const int Longest = 60;

    /// <summary>The periods that the centre may set: its own, in working days.</summary>
    public IReadOnlyList<DeadlineRule> Periods => [.. reference.Deadlines.All.Where(rule => rule.IsPausable && rule.Kind == DeadlineKind.CentreTarget)];

    public async Task<TargetAnswer> ReadAsync(DeadlineRule rule, int length, int months, DateTimeOffset now, CancellationToken ct)
    {
        var since = ChinaTime.StartOfDay(ChinaTime.DateOf(now).AddMonths(-months));
        // Of a date that moved the last one stands for the stage; what went before was replaced, not met.
        var stages = await db.CaseDeadlines.AsNoTracking()
            .Where(d => d.RuleKey == rule.Key && (d.SettledAt == null || d.SettledAt >= since) && !db.CaseDeadlines.Any(next => next.ReplacesId == d.Id))
            .ToListAsync(ct);
        var cases = stages.Select(d => d.CaseId).Distinct().ToList();
        var withdrawn = await db.Cases.AsNoTracking().Where(c => cases.Contains(c.Id) && c.WithdrawnAt != null)
            .ToDictionaryAsync(c => c.Id, c => c.WithdrawnAt!.Value, ct);
        stages.RemoveAll(d => withdrawn.TryGetValue(d.CaseId, out var at) && !(d.SettledAt < at));
        var pauses = (await db.CasePauses.AsNoTracking().Where(p => p.RuleKey == rule.Key && cases.Contains(p.CaseId)).ToListAsync(ct)).ToLookup(p => p.CaseId);
        var calendar = reference.Calendar;
        var used = stages.ToLookup(d => d.SettledAt is null, d => UsedBy(d, pauses[d.CaseId], calendar, now));
        return new TargetAnswer(
            TargetWhatIf.Of(used[false], rule.Length!.Value), TargetWhatIf.Of(used[false], length),
            TargetWhatIf.Of(used[true], rule.Length!.Value), TargetWhatIf.Of(used[true], length));
    }

    private int UsedBy(CaseDeadline stage, IEnumerable<CasePause> pauses, WorkingCalendar calendar, DateTimeOffset now)
    {
        var end = stage.SettledAt ?? now;
        var paused = pauses.Where(p => p.From >= stage.StartedAt && p.From < end)
            .Select(p => p.ToSpan(reference.Pauses))
            .Sum(span => (span with { To = span.To < end ? span.To : end }).WorkingDays(calendar));
        return Math.Max(0, calendar.WorkingDaysBetween(ChinaTime.DateOf(stage.StartedAt), ChinaTime.DateOf(end)) - paused);
    }
}

/// <summary>The stages that ended, as the length is and as it is tried; and those that are open, by the days used so far.</summary>
public sealed record TargetAnswer(TargetWhatIf EndedNow, TargetWhatIf EndedTried, TargetWhatIf OpenNow, TargetWhatIf OpenTried);

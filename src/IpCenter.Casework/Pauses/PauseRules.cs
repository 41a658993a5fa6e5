using System.Globalization;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Pauses;

/// <summary>What a pause has to be: of an open case, of the clock that runs, of a period of the centre that is not over, for a known reason, and short enough.</summary>
public sealed class PauseRules(CaseworkDbContext db, CaseClockwork clocks, DeadlineBook book, ReferenceLibrary reference)
{
    public sealed record Facts(CaseClockSegment Clock, CaseDeadline Deadline, PauseReason Reason);

    /// <summary>The reasons for which the clock that runs may be paused now; none where it may not.</summary>
    public async Task<IReadOnlyList<PauseReason>> OpenReasonsAsync(CaseFile file, DateTimeOffset now, CancellationToken ct)
    {
        var (clock, deadline) = (await clocks.CurrentAsync(file.Id, ct), await book.OpenAsync(file.Id, ct));
        return OfTheCase(file, clock, deadline, now).Any()
            ? []
            : [.. reference.Pauses.All.Where(reason => reason.Clocks.Contains(clock!.Owner) && reason.Periods.Contains(deadline!.RuleKey))];
    }

    /// <summary>Why nothing can be paused here, whatever the reason.</summary>
    public async Task<IReadOnlyList<RuleViolation>> ObstaclesAsync(CaseFile file, DateTimeOffset now, CancellationToken ct) =>
        [.. OfTheCase(file, await clocks.CurrentAsync(file.Id, ct), await book.OpenAsync(file.Id, ct), now)];

    public async Task<Result<Facts>> CheckAsync(PauseRequest request, CaseFile file, DateTimeOffset now, CancellationToken ct)
    {
        var (clock, deadline) = (await clocks.CurrentAsync(file.Id, ct), await book.OpenAsync(file.Id, ct));
        var violations = OfTheCase(file, clock, deadline, now).ToList();
        if (violations.Count > 0)
            return violations;
        if (string.IsNullOrWhiteSpace(request.Words))
            violations.Add(new("reason.required", "words"));
        else if (request.Words.Trim().Length > PauseClock.LongestWords)
            violations.Add(new("pause.words-too-long", "words", PauseClock.LongestWords.ToString(CultureInfo.InvariantCulture)));
        if (reference.Pauses.Find(request.ReasonKey) is not { } reason)
        {
            violations.Add(new("pause.reason-unknown", "reasonKey"));
            if (request.ExpectedEnd is null)
                violations.Add(new("pause.end-missing", "expectedEnd"));
            return violations;
        }
        if (!reason.Clocks.Contains(clock!.Owner))
            violations.Add(new("pause.other-clock", "reasonKey", clock.Owner.ToString()));
        else if (!reason.Periods.Contains(deadline!.RuleKey))
            violations.Add(Fixed(deadline.RuleKey, "reasonKey"));
        if (reason.NeedsConsent && string.IsNullOrWhiteSpace(request.Consent))
            violations.Add(new("pause.consent-missing", "consent"));
        else if (reason.NeedsConsent && request.Consent!.Trim().Length > PauseClock.LongestWords)
            violations.Add(new("pause.words-too-long", "consent", PauseClock.LongestWords.ToString(CultureInfo.InvariantCulture)));
        violations.AddRange(await OfTheEndAsync(request, file, reason, deadline!, now, ct));
        return violations.Count > 0 ? violations : new Facts(clock, deadline!, reason);
    }

    private IEnumerable<RuleViolation> OfTheCase(CaseFile file, CaseClockSegment? clock, CaseDeadline? deadline, DateTimeOffset now)
    {
        if (!file.IsOpen || file.WithdrawnAt is not null)
            yield return new("case.closed", null, file.Number ?? "");
        else if (clock is { IsPause: true })
            yield return new("pause.already");
        else if (clock?.Owner == ClockOwner.Office)
            yield return new("pause.other-clock", null, ClockOwner.Office.ToString());
        else if (clock is null || deadline is null)
            yield return new("pause.nothing-due");
        else if (deadline.DueAt < now)
            yield return new("pause.overdue", null, PauseClock.Day(deadline.DueAt));
        else if (reference.Pauses.All.All(reason => !reason.Periods.Contains(deadline.RuleKey)))
            yield return Fixed(deadline.RuleKey, null);
    }

    private async Task<IReadOnlyList<RuleViolation>> OfTheEndAsync(
        PauseRequest request, CaseFile file, PauseReason reason, CaseDeadline deadline, DateTimeOffset now, CancellationToken ct)
    {
        const string Field = "expectedEnd";
        if (request.ExpectedEnd is not { } end)
            return [new("pause.end-missing", Field)];
        var (today, calendar) = (ChinaTime.DateOf(now), reference.Calendar);
        if (end <= today)
            return [new("pause.end-too-soon", Field)];
        // Asked before the calendar is, so that a slip of the year is told as what it is.
        if (end > today.AddYears(1))
            return [TooLong()];
        if (!calendar.Knows(end.Year))
            return [new("calendar.year-missing", Field, end.Year.ToString(CultureInfo.InvariantCulture))];
        if (!calendar.IsWorkingDay(end))
            return [new("pause.end-not-working-day", Field, PauseClock.Day(calendar.RollForward(end)))];
        var before = await db.CasePauses.AsNoTracking()
            .Where(p => p.CaseId == deadline.CaseId && p.RuleKey == deadline.RuleKey && p.From >= deadline.StartedAt)
            .ToListAsync(ct);
        // Also a pause of minutes leaves a day more: each counts as one at least.
        var wanted = Math.Max(1, calendar.WorkingDaysBetween(today, end));
        if (Used(before.Where(p => p.ReasonKey == reason.Key)) + wanted > reason.LongestWorkingDays)
            return [TooLong()];
        if (Used(before) is var used && used + wanted > reference.Pauses.LongestTogether)
            return [new("pause.together-too-long", Field, reference.Pauses.LongestTogether.ToString(CultureInfo.InvariantCulture), used.ToString(CultureInfo.InvariantCulture))];
        if (await db.Applications.Where(a => a.Id == file.Id && a.OfficeNumber == null).Select(a => a.TermEndsOn).SingleOrDefaultAsync(ct) is { } term && term >= today && end > term)
            return [new("pause.past-term", Field, PauseClock.Day(term))];
        return await UnknownYearAsync(file, deadline, reason, end, now, ct) is { } year
            ? [new("calendar.year-missing", Field, year.ToString(CultureInfo.InvariantCulture))]
            : [];

        int Used(IEnumerable<CasePause> pauses) =>
            CountedPause.InOrder(pauses.OrderBy(p => p.From).Select(p => p.ToSpan(reference.Pauses)), calendar).Sum(pause => Math.Max(1, pause.WorkingDays));

        RuleViolation TooLong() => new("pause.end-too-late", Field, reason.LongestWorkingDays.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The year without a calendar into which the pause would move the date.</summary>
    private async Task<int?> UnknownYearAsync(CaseFile file, CaseDeadline deadline, PauseReason reason, DateOnly end, DateTimeOffset now, CancellationToken ct)
    {
        if (!reference.Deadlines[deadline.RuleKey].IsPausable)
            return null;
        var asked = new PauseSpan(now, ChinaTime.At(end, DeadlineWarning.StartOfWork), reason.Name, IsExpected: true);
        try
        {
            await book.RecountAsync(file, deadline, [.. await book.PausesOfAsync(deadline, ct), asked], reference.Calendar, ct);
            return null;
        }
        catch (CalendarYearMissingException e)
        {
            return e.Year;
        }
    }

    private RuleViolation Fixed(string key, string? field) =>
        new("pause.period-fixed", field, reference.Deadlines[key].Name.Zh, reference.Deadlines[key].Name.En);
}

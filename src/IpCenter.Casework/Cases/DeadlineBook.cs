using System.Globalization;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Pauses;
using IpCenter.Casework.Processes;
using IpCenter.Casework.ReferenceData;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Cases;

/// <summary>Counts the dates of cases and keeps each with the answer to "why this date?".</summary>
public sealed class DeadlineBook(CaseworkDbContext db, ReferenceLibrary reference)
{
    /// <summary>Counts a period of a case from an instant, by a calendar and with the pauses that took time out of it.</summary>
    /// <remarks>
    /// The fee counts from the day of the acceptance notice, the registration from that of the notice of grant; everything else from the
    /// instant. A registration may end in a year without calendar: its day is then the one before any move off a day off.
    /// </remarks>
    public async Task<Deadline> CountAsync(
        CaseFile file, DeadlineRule rule, DateTimeOffset startedAt, IReadOnlyList<PauseSpan> pauses, WorkingCalendar calendar, CancellationToken ct,
        DateOnly? notBefore = null)
    {
        if (rule.Key == DeadlineKeys.FilingFee && (await db.Applications.FindAsync([file.Id], ct))?.OfficeAcceptedOn is { } accepted)
            return Deadline.Compute(rule, accepted, calendar);
        if (rule.Key == DeadlineKeys.Registration && (await db.Applications.FindAsync([file.Id], ct))?.GrantNoticeOn is { } notice)
            return NominalDeadline.ComputeOrNominal(rule, notice, calendar);
        return Deadline.Compute(rule, startedAt, pauses, calendar, notBefore);
    }

    /// <summary>Counts a date that stands once more, with the length by which it was counted.</summary>
    /// <param name="keepsDate">It is not made earlier.</param>
    public Task<Deadline> RecountAsync(
        CaseFile file, CaseDeadline deadline, IReadOnlyList<PauseSpan> pauses, WorkingCalendar calendar, CancellationToken ct, bool keepsDate = false)
    {
        var rule = reference.Deadlines[deadline.RuleKey];
        return CountAsync(file, deadline.Length is { } length ? rule with { Length = length } : rule, deadline.StartedAt, pauses, calendar, ct,
            keepsDate ? ChinaTime.DateOf(deadline.DueAt) : null);
    }

    /// <summary>The pauses that a date has to be counted with: those of its own stage.</summary>
    public async Task<IReadOnlyList<PauseSpan>> PausesOfAsync(CaseDeadline deadline, CancellationToken ct)
    {
        await db.CasePauses.Where(p => p.CaseId == deadline.CaseId && p.From >= deadline.StartedAt && p.RuleKey == deadline.RuleKey).LoadAsync(ct);
        return PausesOf(deadline, db.CasePauses.Local);
    }

    /// <summary>Of pauses that were read, those that a date has to be counted with.</summary>
    public IReadOnlyList<PauseSpan> PausesOf(CaseDeadline deadline, IEnumerable<CasePause> known) =>
    [
        .. known
            .Where(p => p.CaseId == deadline.CaseId && p.From >= deadline.StartedAt && p.RuleKey == deadline.RuleKey)
            .OrderBy(p => p.From).ThenBy(p => p.EndedAt ?? DateTimeOffset.MaxValue)
            .Select(p => p.ToSpan(reference.Pauses)),
    ];

    /// <summary>The date that is due in a case now; <c>null</c> where nothing is.</summary>
    public async Task<CaseDeadline?> OpenAsync(Guid caseId, CancellationToken ct)
    {
        await db.CaseDeadlines.Where(d => d.CaseId == caseId && d.SettledAt == null).LoadAsync(ct);
        return CaseDeadline.LatestOf(db.CaseDeadlines.Local.Where(d => d.CaseId == caseId && d.SettledAt is null));
    }

    /// <summary>Enters a date; the one that stood is settled.</summary>
    public async Task<CaseDeadline> EnterAsync(
        CaseFile file, Deadline counted, DeadlineEntry entry, WorkingCalendar calendar, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var old in await db.CaseDeadlines.Where(d => d.CaseId == file.Id && d.SettledAt == null).ToListAsync(ct))
            old.Settle(now);
        var (zh, en) = Words(counted);
        var deadline = new CaseDeadline
        {
            Id = Guid.CreateVersion7(now),
            CaseId = file.Id,
            RuleKey = counted.Explanation.Rule.Key,
            Stage = file.Stage,
            StartedAt = entry.StartedAt,
            WarnAt = counted.WarnAt,
            DueAt = counted.DueAt,
            ExplanationZh = zh,
            ExplanationEn = en,
            ComputedAt = now,
            Length = counted.Explanation.Rule.Length,
            ProvisionalYears = counted.Explanation.ProvisionalYears is { Count: > 0 } years
                ? string.Join(' ', years.Select(year => year.ToString(CultureInfo.InvariantCulture)))
                : null,
            Cause = entry.Cause,
            ReplacesId = entry.ReplacesId,
            PauseId = entry.PauseId,
        };
        deadline.AskedBy(entry.ComputedBy);
        deadline.ConfirmBy(calendar.Edition);
        db.CaseDeadlines.Add(deadline);
        file.Expect(deadline.DueAt);
        return deadline;
    }

    /// <summary>Says anew why a date is what it is.</summary>
    public static void Reword(CaseDeadline deadline, Deadline counted) => (deadline.ExplanationZh, deadline.ExplanationEn) = Words(counted);

    private static (string Zh, string En) Words(Deadline counted)
    {
        var words = DeadlineWording.Explain(counted);
        return (string.Concat(words.Select(w => w.Zh)), string.Join(' ', words.Select(w => w.En)));
    }

    /// <summary>The dates as the process knows them.</summary>
    public Dictionary<string, object?> DatesOf(Deadline counted, DateTimeOffset now)
    {
        var dates = new Dictionary<string, object?>
        {
            ["warnAt"] = ProcessTime.Iso(counted.WarnAt),
            ["dueAt"] = ProcessTime.Iso(counted.DueAt),
        };
        // The payment has to be in time; where the filing itself is told when that day is over, a working day is left to tell of the payment.
        if (counted.Explanation.Rule.Key == DeadlineKeys.FilingFee)
            dates["reportBy"] = ProcessTime.Iso(now <= counted.DueAt
                ? counted.DueAt
                : ChinaTime.EndOfDay(reference.Calendar.AddWorkingDays(ChinaTime.DateOf(now), 1)));
        foreach (var (at, reminder) in counted.Reminders.Index())
            dates[$"reminder{at + 1}"] = ProcessTime.Iso(reminder);
        return dates;
    }
}

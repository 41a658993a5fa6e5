using IpCenter.Casework.Applications;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Formalities;
using IpCenter.Casework.People;
using IpCenter.Casework.Staffing;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Tasks;

/// <summary>
/// Reads the open tasks of a queue, the one with the least time left first. A page costs the same with a hundred
/// thousand open cases as with ten: tasks come in the order of the index, and the rest is read for the page alone.
/// </summary>
public sealed class TaskQueueQuery(CaseworkDbContext db, AllocationLog allocations)
{
    /// <summary>From this probability on a look-alike is counted as a warning in lists.</summary>
    public const double ProbablyTheSame = 0.5;

    /// <param name="page">From 1.</param>
    public async Task<TaskQueuePage> ReadAsync(TaskQueueFilter filter, int page, int pageSize, Viewer viewer, DateTimeOffset now, CancellationToken ct)
    {
        if (!TaskDesk.RolesOf(filter.Queue).Any(viewer.Is) && !viewer.IsExaminingStaff)
            return new([], 0);
        var matching = Matching(filter, viewer, now);
        var open = OfTab(matching, filter.Tab, viewer);
        var counts = new Dictionary<TaskQueueTab, int>();
        foreach (var tab in Enum.GetValues<TaskQueueTab>())
            counts[tab] = await OfTab(matching, tab, viewer).CountAsync(ct);
        var items = await open.OrderBy(w => w.DueAt).ThenBy(w => w.Id).Skip((page - 1) * pageSize).Take(pageSize).ToListAsync(ct);
        return new(await RowsAsync(items, viewer, ct), counts[filter.Tab]) { Counts = counts };
    }

    private IQueryable<WorkItem> Matching(TaskQueueFilter filter, Viewer viewer, DateTimeOffset now)
    {
        var open = db.WorkItems.AsNoTracking().Where(w => w.Queue == filter.Queue && w.CompletedAt == null && w.CancelledAt == null);
        if (filter.OverdueOnly)
            open = open.Where(w => w.DueAt < now);
        if (filter.DueTodayOnly)
        {
            var tomorrow = ChinaTime.StartOfDay(ChinaTime.DateOf(now).AddDays(1));
            open = open.Where(w => w.DueAt >= now && w.DueAt < tomorrow);
        }
        if (filter.EscalatedOnly)
            open = open.Where(w => db.Escalations.Any(e => e.WorkItemId == w.Id && e.DueAt == w.DueAt));
        if (filter.Queue == Queues.Supervision)
            open = open.Where(w => db.Applications.Any(a => a.Id == w.CaseId));
        if (filter.Text?.Trim() is { Length: > 0 } text)
            open = open.Where(w => db.Cases.Any(c => c.Id == w.CaseId
                && (c.Number!.Contains(text) || c.Title.Contains(text) || db.Firms.Any(f => f.Id == c.FirmId && f.Name.Contains(text)))));
        if (filter.LocarnoClass?.Trim() is { Length: > 0 } prefix)
        {
            // The class lies in the form's JSON, which no other query looks into.
            var ofClass = db.Database.SqlQuery<Guid>(
                $"""SELECT "Id" AS "Value" FROM "Applications" WHERE json_extract("Form", '$.LocarnoClass') LIKE {prefix + "%"}""");
            open = open.Where(w => ofClass.Contains(w.CaseId));
        }
        return open;
    }

    private static IQueryable<WorkItem> OfTab(IQueryable<WorkItem> open, TaskQueueTab tab, Viewer viewer)
    {
        List<Guid?> mine = [viewer.PersonId, .. viewer.StandsInFor.Select(id => (Guid?)id)];
        return tab switch
        {
            TaskQueueTab.Mine => open.Where(w => w.AssigneeId != null && mine.Contains(w.AssigneeId)),
            TaskQueueTab.Available => open.Where(w => w.AssigneeId == null),
            _ => open,
        };
    }

    private async Task<IReadOnlyList<TaskQueueRow>> RowsAsync(List<WorkItem> items, Viewer viewer, CancellationToken ct)
    {
        var ids = items.Select(w => w.CaseId).Distinct().ToList();
        var cases = await (
            from file in db.Cases.AsNoTracking()
            join firm in db.Firms.AsNoTracking() on file.FirmId equals firm.Id
            join application in db.Applications.AsNoTracking() on file.Id equals application.Id
            where ids.Contains(file.Id)
            select new { file.Id, file.Number, file.Title, Firm = firm.Name, application.Round, application.Form, application.TermEndsOn })
            .ToDictionaryAsync(c => c.Id, ct);
        var why = (await db.CaseDeadlines.AsNoTracking().Where(d => ids.Contains(d.CaseId) && d.SettledAt == null).ToListAsync(ct))
            .GroupBy(d => d.CaseId)
            .ToDictionary(g => g.Key, g => g.MaxBy(d => d.ComputedAt)!);
        var leads = (await db.PriorDesignLeads.AsNoTracking()
            .Where(l => ids.Contains(l.ApplicationId) && l.Probability >= ProbablyTheSame && l.Judgement != LeadJudgement.NotRelevant)
            .Select(l => new { l.ApplicationId, l.Round }).ToListAsync(ct)).ToLookup(l => (l.ApplicationId, l.Round));
        var remarks = (await db.ApplicationRemarks.AsNoTracking()
            .Where(r => ids.Contains(r.ApplicationId) && r.OverruledAt == null && r.Severity != Severity.Info)
            .Select(r => new { r.ApplicationId, r.Round, r.Severity }).ToListAsync(ct)).ToLookup(r => (r.ApplicationId, r.Round));
        var paused = (await db.CasePauses.AsNoTracking().Where(p => ids.Contains(p.CaseId) && p.EndedAt == null).Select(p => p.CaseId).ToListAsync(ct)).ToHashSet();
        var tasks = items.Select(w => w.Id).ToList();
        var given = await allocations.LastAsync(tasks, ct);
        var called = (await db.Escalations.AsNoTracking().Where(e => tasks.Contains(e.WorkItemId)).ToListAsync(ct)).ToLookup(e => (e.WorkItemId, (DateTimeOffset?)e.DueAt));
        return [.. items.Where(w => cases.ContainsKey(w.CaseId)).Select(item =>
        {
            var of = cases[item.CaseId];
            var deadline = why.GetValueOrDefault(item.CaseId);
            var found = remarks[(of.Id, of.Round)].ToList();
            return new TaskQueueRow
            {
                Id = item.Id,
                CaseId = item.CaseId,
                Name = item.Name,
                Number = of.Number ?? "",
                Title = of.Title,
                FirmName = of.Firm,
                LocarnoClass = of.Form.LocarnoClass,
                Round = of.Round,
                CreatedAt = item.CreatedAt,
                WarnAt = item.WarnAt,
                DueAt = item.DueAt ?? deadline?.DueAt,
                Why = of.TermEndsOn is { } lost && item.DueAt == ChinaTime.EndOfDay(lost) ? FilingTerms.WhyBefore(lost)
                    : deadline is null ? null : new(deadline.ExplanationZh, deadline.ExplanationEn),
                AssigneeId = item.AssigneeId,
                AssigneeName = item.AssigneeName,
                InPlaceOfHolder = item.AssigneeId is { } holder && viewer.StandsInFor.Contains(holder),
                WhyThem = given.GetValueOrDefault(item.Id) is { } last && Explains(last, item) ? AllocationWording.Explain(last.Kind, last.Reason) : null,
                Escalation = called[(item.Id, item.DueAt)].MaxBy(e => e.Share),
                IsPaused = paused.Contains(item.CaseId),
                LookAlikes = leads[(of.Id, of.Round)].Count(),
                Blocking = found.Count(r => r.Severity == Severity.Block),
                Warnings = found.Count(r => r.Severity == Severity.Warn),
            };
        })];
    }

    /// <summary>The last step explains how the task stands: whoever took it by hand since then needs no explanation.</summary>
    private static bool Explains(Allocation last, WorkItem item) =>
        last.Kind is AllocationKind.Nobody or AllocationKind.GivenBack ? item.AssigneeId is null : last.PersonId == item.AssigneeId;
}

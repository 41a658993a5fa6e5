using IpCenter.Casework.Applications;
using IpCenter.Casework.Data;
using IpCenter.Casework.Formalities;
using IpCenter.Casework.People;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Tasks;

/// <summary>
/// Reads the open tasks of a queue, the one with the least time left first. A page costs the same with a hundred
/// thousand open cases as with ten: tasks come in the order of the index, and the rest is read for the page alone.
/// </summary>
public sealed class TaskQueueQuery(CaseworkDbContext db)
{
    /// <summary>From this probability on a look-alike is counted as a warning in lists.</summary>
    public const double ProbablyTheSame = 0.5;

    /// <param name="page">From 1.</param>
    public async Task<TaskQueuePage> ReadAsync(TaskQueueFilter filter, int page, int pageSize, Viewer viewer, DateTimeOffset now, CancellationToken ct)
    {
        if (!TaskDesk.RolesOf(filter.Queue).Any(viewer.Is) && !viewer.IsExaminingStaff)
            return new([], 0);
        var open = Matching(filter, viewer, now);
        var total = await open.CountAsync(ct);
        var items = await open.OrderBy(w => w.DueAt).ThenBy(w => w.Id).Skip((page - 1) * pageSize).Take(pageSize).ToListAsync(ct);
        return new(await RowsAsync(items, ct), total);
    }

    private IQueryable<WorkItem> Matching(TaskQueueFilter filter, Viewer viewer, DateTimeOffset now)
    {
        var open = db.WorkItems.AsNoTracking().Where(w => w.Queue == filter.Queue && w.CompletedAt == null && w.CancelledAt == null);
        open = filter.Tab switch
        {
            TaskQueueTab.Mine => open.Where(w => w.AssigneeId == viewer.PersonId),
            TaskQueueTab.Available => open.Where(w => w.AssigneeId == null),
            _ => open,
        };
        if (filter.OverdueOnly)
            open = open.Where(w => w.DueAt < now);
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

    private async Task<IReadOnlyList<TaskQueueRow>> RowsAsync(List<WorkItem> items, CancellationToken ct)
    {
        var ids = items.Select(w => w.CaseId).Distinct().ToList();
        var cases = await (
            from file in db.Cases.AsNoTracking()
            join firm in db.Firms.AsNoTracking() on file.FirmId equals firm.Id
            join application in db.Applications.AsNoTracking() on file.Id equals application.Id
            where ids.Contains(file.Id)
            select new { file.Id, file.Number, file.Title, Firm = firm.Name, application.Round, application.Form })
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
                Why = deadline is null ? null : new(deadline.ExplanationZh, deadline.ExplanationEn),
                AssigneeId = item.AssigneeId,
                AssigneeName = item.AssigneeName,
                LookAlikes = leads[(of.Id, of.Round)].Count(),
                Blocking = found.Count(r => r.Severity == Severity.Block),
                Warnings = found.Count(r => r.Severity == Severity.Warn),
            };
        })];
    }
}

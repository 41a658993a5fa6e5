using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Examination;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.Tasks;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Staffing;

/// <summary>
/// Who has to keep out of a task: of a second reading whoever made the first decision, of a firm's cases whoever acts
/// for the firm or has a declared relation to it. One rule for taking, assigning and distributing.
/// </summary>
public sealed class TaskConflicts(CaseworkDbContext db)
{
    public async Task<ILookup<Guid, TaskConflict>> OfAsync(IReadOnlyCollection<WorkItem> items, CancellationToken ct)
    {
        var cases = items.Select(w => w.CaseId).Distinct().ToList();
        var firms = await db.Cases.AsNoTracking().Where(c => cases.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.FirmId, ct);
        var concerned = firms.Values.Distinct().ToList();
        var related = await db.Mandates.AsNoTracking()
            .Where(m => concerned.Contains(m.FirmId) && m.ConsentedAt != null && m.RevokedAt == null)
            .Select(m => new { m.FirmId, m.PersonId })
            .Union(db.Recusals.AsNoTracking().Where(r => concerned.Contains(r.FirmId) && r.EndedAt == null).Select(r => new { r.FirmId, r.PersonId }))
            .ToListAsync(ct);
        var people = related.ToLookup(r => r.FirmId, r => r.PersonId);
        var read = items.Where(w => ConfirmSecondReading.Tasks.Contains(w.Name)).Select(w => w.CaseId).Distinct().ToList();
        var decided = (await db.Decisions.AsNoTracking()
            .Where(d => read.Contains(d.CaseId) && DecideExamination.Tasks.Contains(d.Task))
            .Select(d => new { d.CaseId, d.By, d.At, d.TrailPlace })
            .ToListAsync(ct)).GroupBy(d => d.CaseId).ToDictionary(g => g.Key, g => g.MaxBy(d => (d.At, d.TrailPlace))!.By);
        return items.SelectMany(Conflicts).ToLookup(c => c.WorkItemId);

        IEnumerable<TaskConflict> Conflicts(WorkItem item)
        {
            if (ConfirmSecondReading.Tasks.Contains(item.Name) && decided.TryGetValue(item.CaseId, out var first))
                yield return new(item.Id, first, NotEligible.FirstReading);
            if (firms.TryGetValue(item.CaseId, out var firm))
                foreach (var person in people[firm])
                    yield return new(item.Id, person, NotEligible.OwnFirm);
        }
    }

    /// <summary>Why a person may not do a task; <c>null</c> where nothing speaks against it.</summary>
    public async Task<RuleViolation?> OfAsync(WorkItem item, Guid personId, CancellationToken ct) =>
        Find(await OfAsync([item], ct), item.Id, personId);

    /// <summary>Whether a person has to keep out of a case altogether, whatever its task.</summary>
    public async Task<RuleViolation?> OfCaseAsync(Guid caseId, Guid personId, DateTimeOffset now, CancellationToken ct)
    {
        var firm = await db.Cases.Where(c => c.Id == caseId).Select(c => c.FirmId).SingleOrDefaultAsync(ct);
        return await db.Recusals.AnyAsync(r => r.FirmId == firm && r.PersonId == personId && r.EndedAt == null, ct)
            || await db.Mandates.Where(m => m.FirmId == firm && m.PersonId == personId).AnyAsync(Mandate.InForceOn(ChinaTime.DateOf(now)), ct)
            ? new RuleViolation("task.own-firm")
            : null;
    }

    /// <summary>The firms of whose cases a person keeps out; the same rule.</summary>
    public async Task<IReadOnlySet<Guid>> FirmsOfAsync(Guid personId, DateTimeOffset now, CancellationToken ct)
    {
        var recused = db.Recusals.Where(r => r.PersonId == personId && r.EndedAt == null).Select(r => r.FirmId);
        var acting = db.Mandates.Where(m => m.PersonId == personId).Where(Mandate.InForceOn(ChinaTime.DateOf(now))).Select(m => m.FirmId);
        return (await recused.Union(acting).ToListAsync(ct)).ToHashSet();
    }

    /// <summary>Everybody who has to keep out of a case altogether; the same rule as for one person.</summary>
    public async Task<IReadOnlySet<Guid>> PeopleOfCaseAsync(Guid caseId, DateTimeOffset now, CancellationToken ct)
    {
        var firm = await db.Cases.Where(c => c.Id == caseId).Select(c => c.FirmId).SingleOrDefaultAsync(ct);
        var recused = db.Recusals.Where(r => r.FirmId == firm && r.EndedAt == null).Select(r => r.PersonId);
        var acting = db.Mandates.Where(m => m.FirmId == firm).Where(Mandate.InForceOn(ChinaTime.DateOf(now))).Select(m => m.PersonId);
        return (await recused.Union(acting).ToListAsync(ct)).ToHashSet();
    }

    public static RuleViolation? Find(ILookup<Guid, TaskConflict> conflicts, Guid workItemId, Guid personId) =>
        conflicts[workItemId].FirstOrDefault(c => c.PersonId == personId)?.Why switch
        {
            null => null,
            NotEligible.FirstReading => new RuleViolation("second-reading.own-decision"),
            _ => new RuleViolation("task.own-firm"),
        };
}

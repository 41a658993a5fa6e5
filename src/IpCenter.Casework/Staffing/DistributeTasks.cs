using IpCenter.Casework.Audit;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Tasks;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Staffing;

/// <summary>
/// Gives out, one at a time, the untaken tasks of the queues for which it is switched on, and anew what it gave to
/// somebody who has become absent and has not opened it yet. What somebody works on, and what a supervisor decided, it
/// never touches. Each task is one save: whatever a kill interrupts was either given with its reason or not at all.
/// </summary>
public sealed class DistributeTasks(
    CaseworkDbContext db, StaffPicture staff, TaskConflicts conflicts, AllocationLog allocations, AuditTrail audit, ReferenceLibrary reference)
{
    private DistributionSettings Settings => reference.Desk.Distribution;

    /// <summary>The tasks that may be due for giving, the most urgent first.</summary>
    public async Task<IReadOnlyList<Guid>> DueAsync(DateTimeOffset now, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(now);
        var queues = await db.DistributionSwitches.AsNoTracking().Where(s => s.IsOn).Select(s => s.Queue).ToListAsync(ct);
        queues = [.. queues.Where(queue => Settings.Queues.Any(q => q.Queue == queue))];
        return queues.Count == 0
            ? []
            : await db.WorkItems.AsNoTracking()
                .Where(w => queues.Contains(w.Queue) && w.CompletedAt == null && w.CancelledAt == null)
                // Nobody can work on what stands still.
                .Where(w => w.Clock != ClockOwner.Centre || !db.CasePauses.Any(p => p.CaseId == w.CaseId && p.EndedAt == null))
                .Where(w => w.AssigneeId == null
                    || db.Absences.Any(a => a.PersonId == w.AssigneeId && a.From <= today && a.To >= today && a.CancelledAt == null)
                    || db.Users.Any(p => p.Id == w.AssigneeId && p.LockoutEnd >= Person.LockedForGood))
                .OrderBy(w => w.DueAt).ThenBy(w => w.Id)
                .Select(w => w.Id)
                .ToListAsync(ct);
    }

    /// <summary>Gives one task to somebody, if that is to be done; whether anything is to be saved.</summary>
    public async Task<bool> ExecuteAsync(Guid workItemId, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.WorkItems.FindAsync([workItemId], ct) is not { IsOpen: true } item)
            return false;
        var (last, turn) = await allocations.LastOfAsync(workItemId, ct);
        var people = await staff.ReadAsync(now, ct);
        if (item.AssigneeId is not { } holderId)
            return last is not { Kind: AllocationKind.Assigned } && await GiveAsync(item, null, last, turn, people, now, ct);
        // Whose account was closed comes back to nothing, opened or not.
        var holder = people.FirstOrDefault(p => p.Id == holderId);
        return (holder is null || holder.IsAwayOn(ChinaTime.DateOf(now)))
            && last is { Kind: AllocationKind.Distributed or AllocationKind.Moved } && last.PersonId == holderId
            && (holder is null || !await IsBegunAsync(item, ct))
            && await GiveAsync(item, item.AssigneeName, last, turn, people, now, ct);
    }

    private async Task<bool> GiveAsync(
        WorkItem item, string? from, Allocation? last, int turn, IReadOnlyList<StaffFacts> people, DateTimeOffset now, CancellationToken ct)
    {
        var queue = Settings.Queues.First(q => q.Queue == item.Queue);
        var task = new TaskToGive(queue.ByClass ? await ClassOfAsync(item.CaseId, ct) : null, item.DueAt is { } due ? ChinaTime.DateOf(due) : null);
        var allotment = DistributionRule.Choose(task, await CandidatesAsync(item, task, people, now, ct), Settings);
        var actor = Actor.System(now, "distribution");
        if (allotment.PersonId is not { } person)
        {
            // Said once, and again when the reason has become another one.
            if (from is not null || (last?.Kind == AllocationKind.Nobody && Same(last.Reason, allotment.Reason)))
                return false;
            allocations.AddAfter(turn, item, AllocationKind.Nobody, null, allotment.Reason, now);
            return true;
        }
        var kind = from is null ? AllocationKind.Distributed : AllocationKind.Moved;
        allocations.AddAfter(turn, item, kind, person, allotment.Reason with { TakenFrom = from }, now);
        item.Assign(person, allotment.Reason.Chosen!.Name, now);
        audit.Record(actor, from is null ? "task.distributed" : "task.moved", $"task:{item.Id}", item.CaseId, AuditVisibility.Staff,
            ("task", item.Name), ("person", item.AssigneeName), ("holder", from));
        return true;
    }

    private async Task<IReadOnlyCollection<Candidate>> CandidatesAsync(
        WorkItem item, TaskToGive task, IReadOnlyList<StaffFacts> people, DateTimeOffset now, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(now);
        var lastDay = task.DueOn is { } due && due > today ? due : today;
        var loads = await LoadsAsync(today, ct);
        var against = (await conflicts.OfAsync([item], ct))[item.Id].ToLookup(c => c.PersonId, c => c.Why);
        var gaveBack = await db.Allocations.AsNoTracking()
            .Where(a => a.WorkItemId == item.Id && a.Kind == AllocationKind.GivenBack).Select(a => a.PersonId).ToListAsync(ct);
        return [.. people.Where(p => p.Works(item.Queue)).Select(p => new Candidate
        {
            PersonId = p.Id,
            Name = p.Name,
            Open = loads[p.Id].Count(),
            Load = loads[p.Id].Sum(),
            Level = task.LocarnoClass is { } locarno ? p.LevelFor(locarno) : null,
            IsAwayToday = p.IsAwayOn(today),
            AwayFrom = p.Absences.Where(a => a.To >= today && a.From <= lastDay).Select(a => (DateOnly?)a.From).Min(),
            KeepsOut = against[p.Id].FirstOrDefault() ?? (gaveBack.Contains(p.Id) ? NotEligible.GaveBack : null),
        })];
    }

    /// <summary>What lies on each desk, each task with its weight.</summary>
    private async Task<ILookup<Guid, decimal>> LoadsAsync(DateOnly today, CancellationToken ct)
    {
        var open = await db.WorkItems.AsNoTracking()
            .Where(w => w.AssigneeId != null && w.CompletedAt == null && w.CancelledAt == null)
            .Select(w => new { Person = w.AssigneeId!.Value, w.DueAt })
            .ToListAsync(ct);
        // What is due in a year whose calendar is not there yet is far away.
        return open.ToLookup(w => w.Person, w => w.DueAt is { } due && reference.Calendar.Knows(ChinaTime.DateOf(due).Year)
            ? Settings.WeightOf(reference.Calendar.WorkingDaysBetween(today, ChinaTime.DateOf(due)))
            : Settings.LaterWeight);
    }

    /// <summary>Who has opened the case since it came to the desk works on it; the read is on record.</summary>
    private Task<bool> IsBegunAsync(WorkItem item, CancellationToken ct) => db.AccessRecords
        .AnyAsync(r => r.CaseId == item.CaseId && r.PersonId == item.AssigneeId && r.At >= item.AssignedAt
            && !OpenedCase.InPassing.Contains(r.Purpose), ct);

    private async Task<string?> ClassOfAsync(Guid caseId, CancellationToken ct) =>
        (await db.Applications.AsNoTracking().Where(a => a.Id == caseId).Select(a => a.Form).SingleOrDefaultAsync(ct))?.LocarnoClass;

    private static bool Same(AllocationReason one, AllocationReason other) =>
        one.LocarnoClass == other.LocarnoClass
        && one.Others.Select(o => (o.Name, o.Out)).Order().SequenceEqual(other.Others.Select(o => (o.Name, o.Out)).Order());
}

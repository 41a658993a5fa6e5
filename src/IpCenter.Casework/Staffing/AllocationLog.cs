using IpCenter.Casework.Data;
using IpCenter.Casework.Tasks;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Staffing;

/// <summary>Adds the steps of tasks from hand to hand; the boundary saves them with the change that they explain.</summary>
public sealed class AllocationLog(CaseworkDbContext db)
{
    public async Task AddAsync(
        WorkItem item, AllocationKind kind, Guid? personId, AllocationReason reason, DateTimeOffset at, CancellationToken ct, Guid? batchId = null) =>
        AddAfter(
            Math.Max(
                await db.Allocations.Where(a => a.WorkItemId == item.Id).MaxAsync(a => (int?)a.Turn, ct) ?? 0,
                db.Allocations.Local.Where(a => a.WorkItemId == item.Id).Max(a => (int?)a.Turn) ?? 0),
            item, kind, personId, reason, at, batchId);

    /// <summary>Adds the step that follows a turn; where somebody else has taken that step since it was read, the save fails.</summary>
    public void AddAfter(
        int turn, WorkItem item, AllocationKind kind, Guid? personId, AllocationReason reason, DateTimeOffset at, Guid? batchId = null) =>
        db.Allocations.Add(new Allocation
        {
            Id = Guid.CreateVersion7(at),
            WorkItemId = item.Id,
            Turn = turn + 1,
            Kind = kind,
            PersonId = personId,
            At = at,
            Reason = reason,
            BatchId = batchId,
        });

    /// <summary>The last step of a task, leaving refusals aside, and the turn that was the last when it was read.</summary>
    public async Task<(Allocation? Step, int Turn)> LastOfAsync(Guid workItemId, CancellationToken ct)
    {
        var steps = await db.Allocations.AsNoTracking().Where(a => a.WorkItemId == workItemId).OrderBy(a => a.Turn).ToListAsync(ct);
        return (steps.LastOrDefault(a => a.Kind != AllocationKind.Refused), steps.LastOrDefault()?.Turn ?? 0);
    }

    /// <summary>The last step of each task that has one.</summary>
    public async Task<IReadOnlyDictionary<Guid, Allocation>> LastAsync(IReadOnlyCollection<Guid> workItemIds, CancellationToken ct) =>
        (await db.Allocations.AsNoTracking().Where(a => workItemIds.Contains(a.WorkItemId) && a.Kind != AllocationKind.Refused).ToListAsync(ct))
        .GroupBy(a => a.WorkItemId)
        .ToDictionary(g => g.Key, g => g.MaxBy(a => a.Turn)!);
}

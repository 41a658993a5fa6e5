using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Tasks;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Tasks;

/// <summary>Finds the case behind a task that is no longer open, for those who may know of it.</summary>
public sealed class TaskLookup(CaseworkDbContext db, CaseAccess access)
{
    public async Task<Guid?> CaseOfAsync(Guid workItemId, Viewer viewer, CancellationToken ct)
    {
        var item = await db.WorkItems.AsNoTracking().SingleOrDefaultAsync(w => w.Id == workItemId, ct);
        return item is not null && TaskDesk.MayWork(viewer, item) && await access.FindAsync(item.CaseId, viewer, ct) is not null ? item.CaseId : null;
    }
}

using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Processes;

/// <summary>The case that an instance is about.</summary>
/// <param name="File"><c>null</c>: of an unpublished design, which the viewer may not know of.</param>
public sealed record ProcessCase(CaseKind Kind, AuditedCase? File);

/// <summary>Finds the cases of instances by their correlation ids.</summary>
public sealed class ProcessCasesQuery(CaseworkDbContext db)
{
    public async Task<IReadOnlyDictionary<string, ProcessCase>> ReadAsync(IEnumerable<string> correlationIds, Viewer viewer, CancellationToken ct)
    {
        var ids = correlationIds.Distinct().Select(text => Guid.TryParse(text, out var id) ? id : (Guid?)null).OfType<Guid>().ToList();
        var examines = viewer.IsExaminingStaff;
        var cases = await db.Cases.AsNoTracking().Where(c => ids.Contains(c.Id))
            .Select(c => new
            {
                c.Id,
                c.Kind,
                c.Number,
                MayKnow = examines || c.Kind != CaseKind.DesignApplication || db.Designs.Any(d => d.ApplicationId == c.Id),
            })
            .ToListAsync(ct);
        return cases.ToDictionary(c => c.Id.ToString(), c => new ProcessCase(c.Kind, c.MayKnow ? new AuditedCase(c.Id, c.Kind, c.Number) : null));
    }
}

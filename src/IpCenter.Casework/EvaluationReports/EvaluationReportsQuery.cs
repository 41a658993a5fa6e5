using IpCenter.Casework.Data;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.EvaluationReports;

/// <summary>The report of a right, for its page, a dossier or whoever has to show one (专利法66).</summary>
public sealed class EvaluationReportsQuery(CaseworkDbContext db)
{
    /// <summary>The request that runs or the report that is there; <c>null</c> for none.</summary>
    public Task<EvaluationReport?> OfDesignAsync(Guid designId, CancellationToken ct) =>
        db.EvaluationReports.AsNoTracking().SingleOrDefaultAsync(r => r.DesignId == designId && r.State != EvaluationState.Withdrawn, ct);

    /// <summary>Whether a report can be put into a dossier.</summary>
    public Task<bool> IsThereAsync(Guid designId, CancellationToken ct) =>
        db.EvaluationReports.AnyAsync(r => r.DesignId == designId && r.State == EvaluationState.Result, ct);
}

using IpCenter.Casework.Applications;
using IpCenter.Casework.Data;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Examination;

/// <summary>Compares the rounds of correction of an application; whether the viewer may know of it is asked before.</summary>
public sealed class RoundComparisonQuery(CaseworkDbContext db)
{
    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<RoundComparison>> ReadAsync(DesignApplication application, CancellationToken ct)
    {
        var id = application.Id;
        var rounds = await db.CorrectionRounds.AsNoTracking().Where(r => r.ApplicationId == id).ToListAsync(ct);
        if (rounds.Count == 0)
            return [];
        return [.. RoundComparison.Of(
            application, rounds,
            await db.ApplicationViews.AsNoTracking().Where(v => v.ApplicationId == id).ToListAsync(ct),
            await db.CaseDocuments.AsNoTracking().Where(d => d.CaseId == id).ToListAsync(ct),
            await db.ApplicationRemarks.AsNoTracking().Where(r => r.ApplicationId == id).ToListAsync(ct)).Reverse()];
    }
}

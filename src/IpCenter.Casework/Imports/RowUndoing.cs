using IpCenter.Casework.Audit;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Designs;
using IpCenter.Casework.SearchFeed;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Imports;

/// <summary>
/// Takes back what an import wrote: what it added leaves the register, what it changed is as before. A design that a case
/// refers to, that a later import changed or that was granted here meanwhile stays as it is.
/// </summary>
internal sealed class RowUndoing(CaseworkDbContext db)
{
    /// <summary>Takes back some rows, the last first; gives their number, 0 when all are done.</summary>
    public async Task<int> UndoAsync(DesignImport import, int atMost, Actor actor, CancellationToken ct)
    {
        var rows = await db.DesignImportRows
            .Where(r => r.ImportId == import.Id && !r.IsUndone && (r.Outcome == RowOutcome.Added || r.Outcome == RowOutcome.Changed))
            .OrderByDescending(r => r.Row)
            .Take(atMost)
            .ToListAsync(ct);
        foreach (var row in rows)
        {
            row.IsUndone = true;
            import.CountUndone(await TakeBackAsync(import.Id, row, actor, ct));
        }
        return rows.Count;
    }

    private async Task<bool> TakeBackAsync(Guid importId, DesignImportRow row, Actor actor, CancellationToken ct)
    {
        if (await db.Designs.SingleOrDefaultAsync(d => d.Id == row.DesignId, ct) is not { ApplicationId: null } design || design.ImportId != importId)
            return false;
        if (row.Outcome == RowOutcome.Added && await IsReferredToAsync(design.Id, ct))
            return false;
        var views = await db.DesignViews.Where(v => v.DesignId == design.Id).ToListAsync(ct);
        if (row.Outcome == RowOutcome.Added)
        {
            db.DesignViews.RemoveRange(views);
            db.Designs.Remove(design);
        }
        else
        {
            row.Before!.Restore(design);
            await new RightAccess(db).FollowHistoryAsync(design, ChinaTime.DateOf(actor.At), ct);
            if (row.Before.Views is { } before)
                foreach (var view in views)
                    view.ReplacedAt = before.Contains(view.Id) ? null : view.ReplacedAt ?? actor.At;
        }
        db.IndexedChanges.Add(new IndexedChange { Kind = IndexedKind.Design, SubjectId = design.Id, At = actor.At });
        return true;
    }

    private async Task<bool> IsReferredToAsync(Guid designId, CancellationToken ct) =>
        await db.ReportMatches.AnyAsync(m => m.DesignId == designId, ct)
        || await db.PriorDesignLeads.AnyAsync(l => l.FoundId == designId, ct)
        || await db.InfringementReports.AnyAsync(r => r.OwnDesignId == designId, ct)
        || await db.RightEntries.AnyAsync(e => e.DesignId == designId, ct)
        || await db.RightProposals.AnyAsync(p => p.DesignId == designId, ct)
        || await db.RightDocuments.AnyAsync(d => d.DesignId == designId, ct)
        || await db.AnnualFeePayments.AnyAsync(p => p.DesignId == designId, ct)
        || await db.EvaluationReports.AnyAsync(r => r.DesignId == designId, ct)
        || await db.StatusCertificates.AnyAsync(c => c.DesignId == designId, ct);
}

using IpCenter.Casework.AnnualFees;
using IpCenter.Casework.Data;
using IpCenter.Casework.Designs;
using IpCenter.Casework.EvaluationReports;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Register;

/// <summary>A design of the register with its views in the order of a filing, by design, and what became of the right.</summary>
/// <param name="Fees">All years; empty for what is no Chinese patent.</param>
/// <param name="Report">The office's evaluation report or the request for one.</param>
public sealed record DesignSheet(
    Design Design, IReadOnlyList<IGrouping<int, DesignView>> Views, RightHistory History, IReadOnlyList<AnnualFee> Fees, EvaluationReport? Report)
{
    public DesignView? First => Views is [var views, ..] ? views.First() : null;

    public AnnualFee? Next => Fees.FirstOrDefault(fee => fee.IsOpen);
}

/// <summary>Reads one published design: everybody may see it.</summary>
public sealed class DesignQuery(CaseworkDbContext db, AnnualFeeCalendar calendar, EvaluationReportsQuery reports)
{
    /// <param name="address">As <see cref="RegisterAddress"/> writes it.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<DesignSheet?> FindAsync(string address, CancellationToken ct)
    {
        var number = address.Trim().ToUpperInvariant();
        var designs = db.Designs.AsNoTracking();
        var design = Guid.TryParse(number, out var id)
            ? await designs.SingleOrDefaultAsync(d => d.Id == id, ct)
            : await designs.SingleOrDefaultAsync(d => d.PatentNumber == number && d.Numbering == "", ct);
        if (design is null)
            return null;
        var views = await db.DesignViews.AsNoTracking().Where(v => v.DesignId == design.Id && v.ReplacedAt == null).ToListAsync(ct);
        var entries = await db.RightEntries.AsNoTracking().Where(e => e.DesignId == design.Id).ToListAsync(ct);
        var payments = await db.AnnualFeePayments.AsNoTracking().Where(p => p.DesignId == design.Id).ToListAsync(ct);
        return new(
            design,
            [.. views.InOrder().GroupBy(v => v.DesignNumber)],
            new RightHistory(design, entries),
            calendar.Of(design, payments),
            await reports.OfDesignAsync(design.Id, ct));
    }
}

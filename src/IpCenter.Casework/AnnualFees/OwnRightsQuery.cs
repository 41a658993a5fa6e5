using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Designs;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.AnnualFees;

/// <summary>A right of one of the viewer's firms, with the fee that comes next.</summary>
/// <param name="Next">The first fee that is not settled; <c>null</c> when there is none or the right has ended.</param>
/// <param name="ImageId">The picture by which its owner knows it.</param>
public sealed record OwnRight(Design Design, string FirmName, DesignStatus Status, AnnualFee? Next, Guid? ImageId);

/// <summary>The rights of firms: what is urgent first.</summary>
public sealed class OwnRightsQuery(CaseworkDbContext db, AnnualFeeCalendar calendar)
{
    public async Task<IReadOnlyList<OwnRight>> ReadAsync(IReadOnlySet<Guid> firms, DateTimeOffset now, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(now);
        var rows = await (
            from design in db.Designs.AsNoTracking()
            join firm in db.Firms.AsNoTracking() on design.FirmId equals firm.Id
            where firms.Contains(firm.Id) && design.Numbering == ""
            select new { Design = design, Firm = firm.Name }).ToListAsync(ct);
        var ids = rows.Select(r => r.Design.Id).ToList();
        var payments = (await db.AnnualFeePayments.AsNoTracking().Where(p => ids.Contains(p.DesignId)).ToListAsync(ct)).ToLookup(p => p.DesignId);
        var images = (await db.DesignViews.AsNoTracking().Where(v => ids.Contains(v.DesignId) && v.ReplacedAt == null).ToListAsync(ct))
            .InOrder()
            .ToLookup(v => v.DesignId, v => v.ImageId);
        return [.. rows
            .Select(r => (r.Design, r.Firm, Status: r.Design.StatusOn(today)))
            .Select(r => new OwnRight(r.Design, r.Firm, r.Status,
                r.Status is DesignStatus.InForce or DesignStatus.Unknown ? calendar.Next(r.Design, payments[r.Design.Id]) : null,
                images[r.Design.Id].Cast<Guid?>().FirstOrDefault()))
            .OrderBy(r => r.Next?.DueOn ?? DateOnly.MaxValue)
            .ThenBy(r => r.Design.PatentNumber, StringComparer.Ordinal)];
    }
}

using IpCenter.Casework.Applications;
using IpCenter.Casework.Data;
using IpCenter.Casework.Designs;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Register;

/// <summary>A design of the register with its views in the order of a filing, by design.</summary>
public sealed record DesignSheet(Design Design, IReadOnlyList<IGrouping<int, DesignView>> Views)
{
    public DesignView? First => Views is [var views, ..] ? views.First() : null;
}

/// <summary>Reads one published design: everybody may see it.</summary>
public sealed class DesignQuery(CaseworkDbContext db)
{
    public async Task<DesignSheet?> FindAsync(string patentNumber, CancellationToken ct)
    {
        var number = patentNumber.Trim().ToUpperInvariant();
        var design = await db.Designs.AsNoTracking().SingleOrDefaultAsync(d => d.PatentNumber == number, ct);
        if (design is null)
            return null;
        var views = await db.DesignViews.AsNoTracking().Where(v => v.DesignId == design.Id).ToListAsync(ct);
        return new(design, [.. views
            .OrderBy(v => v.DesignNumber).ThenBy(v => ViewPositions.Parse(v.Position)).ThenBy(v => v.Id)
            .GroupBy(v => v.DesignNumber)]);
    }
}

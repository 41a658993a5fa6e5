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
        return new(design, [.. views.InOrder().GroupBy(v => v.DesignNumber)]);
    }
}

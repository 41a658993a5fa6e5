using IpCenter.Casework.Data;
using IpCenter.Casework.Imports;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Imports;

/// <summary>Reads imports, the newest first.</summary>
public sealed class ImportsQuery(CaseworkDbContext db)
{
    public const int PageSize = 20;

    public async Task<(IReadOnlyList<DesignImport> Imports, int Total)> ReadAsync(int page, CancellationToken ct) => (
        await db.DesignImports.AsNoTracking().OrderByDescending(i => i.CreatedAt).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct),
        await db.DesignImports.CountAsync(ct));

    public Task<DesignImport?> FindAsync(Guid id, CancellationToken ct) => db.DesignImports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct);
}

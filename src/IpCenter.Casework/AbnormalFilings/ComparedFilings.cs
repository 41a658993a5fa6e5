using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.AbnormalFilings;

/// <summary>Reads what an application is compared with: whose it is, when it came and what became of it.</summary>
public sealed class ComparedFilings(CaseworkDbContext db)
{
    internal async Task<Dictionary<Guid, ComparedFiling>> CasesAsync(IReadOnlyCollection<Guid> ids, SignQuestion about, CancellationToken ct)
    {
        var rows = await (
            from file in db.Cases.AsNoTracking()
            join application in db.Applications.AsNoTracking() on file.Id equals application.Id
            join firm in db.Firms.AsNoTracking() on file.FirmId equals firm.Id
            where ids.Contains(file.Id) && file.SubmittedAt != null
            select new { file, application.AnnouncedOn, firm.Name }).ToListAsync(ct);
        return rows.ToDictionary(r => r.file.Id, r => new ComparedFiling(
            r.file.Id, false, r.file.Number!, r.file.Title, r.file.FirmId, r.Name, r.file.SubmittedAt, r.file.Outcome,
            about.IsOwn(r.file.FirmId), about.TieTo(r.file.FirmId))
        { IsUnpublished = r.AnnouncedOn is null });
    }

    internal async Task<Dictionary<Guid, ComparedFiling>> DesignsAsync(IReadOnlyCollection<Guid> ids, SignQuestion about, CancellationToken ct) => (
        await db.Designs.AsNoTracking().Where(d => ids.Contains(d.Id)).ToListAsync(ct))
        .ToDictionary(d => d.Id, d => new ComparedFiling(
            d.Id, true, d.PatentNumber, d.ProductName, d.FirmId, d.OwnerName,
            d.AnnouncedOn is { } day ? ChinaTime.StartOfDay(day) : null, null, about.IsOwn(d.FirmId), about.TieTo(d.FirmId)));
}

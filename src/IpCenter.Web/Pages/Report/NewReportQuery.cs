using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.Designs;
using IpCenter.Casework.People;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Report;

public sealed record OwnFirm(Guid Id, string Name);

/// <summary>A published design of the firm, with the picture by which its owner knows it.</summary>
public sealed record OwnDesign(Guid Id, string ProductName, string PatentNumber, Guid? ImageId);

/// <summary>A screenshot that is safe on the server already.</summary>
public sealed record StagedShot(Guid Id, string FileName, Guid? ImageId);

/// <summary>A report of one of the viewer's firms; without a number it was begun and not sent.</summary>
public sealed record OwnReport(Guid Id, string? Number, string Title, string FirmName, string Stage, string? Outcome, DateTimeOffset At);

/// <summary>What the reporter's screens are drawn from.</summary>
public sealed class NewReportQuery(CaseworkDbContext db)
{
    public async Task<IReadOnlyList<OwnFirm>> FirmsAsync(Viewer viewer, CancellationToken ct) => await db.Firms.AsNoTracking()
        .Where(f => viewer.ActingFirmIds.Contains(f.Id))
        .OrderBy(f => f.Name)
        .Select(f => new OwnFirm(f.Id, f.Name))
        .ToListAsync(ct);

    /// <summary>The firm's designs in force, the newest first: a hit product lives for months.</summary>
    public async Task<IReadOnlyList<OwnDesign>> DesignsAsync(Guid firmId, DateOnly today, CancellationToken ct) => await db.Designs.AsNoTracking()
        .Where(d => d.FirmId == firmId && d.Status == DesignStatus.InForce && (d.ExpiresOn == null || d.ExpiresOn > today))
        .OrderByDescending(d => d.PublishedAt)
        .Select(d => new OwnDesign(
            d.Id, d.ProductName, d.PatentNumber,
            db.DesignViews.Where(v => v.DesignId == d.Id && v.ReplacedAt == null)
                .OrderBy(v => v.Position == "Perspective" ? 0 : v.Position == "Front" ? 1 : 2)
                .Select(v => (Guid?)v.ImageId)
                .FirstOrDefault()))
        .ToListAsync(ct);

    /// <summary>The firm of a report that was begun and not sent; <c>null</c> where the viewer has none of this id.</summary>
    public async Task<Guid?> DraftFirmAsync(Guid id, Viewer viewer, CancellationToken ct) => await db.Cases.AsNoTracking()
        .Where(c => c.Id == id && c.Kind == CaseKind.Infringement && c.SubmittedAt == null && viewer.ActingFirmIds.Contains(c.FirmId))
        .Select(c => (Guid?)c.FirmId)
        .SingleOrDefaultAsync(ct);

    public async Task<IReadOnlyList<StagedShot>> StagedAsync(Guid id, Guid firmId, CancellationToken ct) => await db.EvidenceItems.AsNoTracking()
        .Where(e => e.CaseId == id && db.Cases.Any(c => c.Id == id && c.FirmId == firmId && c.SubmittedAt == null))
        .OrderBy(e => e.ReceivedAt).ThenBy(e => e.Id)
        .Select(e => new StagedShot(e.Id, e.FileName, e.ImageId))
        .ToListAsync(ct);

    /// <summary>The reports of the viewer's firms, the newest first.</summary>
    public async Task<IReadOnlyList<OwnReport>> AllAsync(Viewer viewer, CancellationToken ct) => await (
        from file in db.Cases.AsNoTracking()
        join firm in db.Firms.AsNoTracking() on file.FirmId equals firm.Id
        where file.Kind == CaseKind.Infringement && viewer.FirmIds.Contains(file.FirmId)
        orderby file.OpenedAt descending
        select new OwnReport(file.Id, file.Number, file.Title, firm.Name, file.Stage, file.Outcome, file.SubmittedAt ?? file.OpenedAt)).ToListAsync(ct);
}

using IpCenter.Casework.Applications;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.Designs;
using IpCenter.Casework.Images;
using IpCenter.Casework.People;
using IpCenter.Casework.Storage;
using IpCenter.Web.Pages.Cases;
using IpCenter.Web.Pages.Register;
using IpCenter.Web.SignIn;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Compare;

/// <summary>
/// Reads what a picture belongs to. The rule of <see cref="ImageAccess"/> decides first: what may not be seen does not exist.
/// That a case was read here is logged once; the look at each picture is logged where the picture is handed out.
/// </summary>
public sealed class ComparedSides(CaseworkDbContext db, ImageAccess access, CaseAccess cases, AuditTrail audit, QueryPictures sent, CurrentPerson me)
{
    private readonly HashSet<Guid> _read = [];

    /// <summary>A picture that was just sent to the register or is kept with one's saved search; <c>null</c> once it is forgotten.</summary>
    public async Task<ComparedSide?> FindSentAsync(string key, CancellationToken ct)
    {
        if (await sent.ThumbnailAsync(key, ct) is null)
            return null;
        var address = $"/register/by-picture/{Uri.EscapeDataString(key)}";
        var view = new ComparedView(null, address, $"{address}/display");
        return new ComparedSide { Kind = ComparedKind.Sent, Shown = view, Views = [view] };
    }

    public async Task<ComparedSide?> FindAsync(Guid imageId, CancellationToken ct)
    {
        var viewer = await me.ViewerAsync(ct);
        var actor = me.IsSignedIn ? me.Actor() : new Actor(null, "", me.Now);
        if (await access.FindAsync(imageId, CopySize.Thumbnail, viewer, actor, ct) is null)
            return null;
        return await DesignAsync(imageId, ct)
            ?? await ApplicationAsync(imageId, viewer, actor, ct)
            ?? await EvidenceAsync(imageId, viewer, actor, ct);
    }

    /// <summary>Both sides may be of one case, and whoever acts for its firm reads its own.</summary>
    private async Task LogAsync(Actor actor, Viewer viewer, string kind, Guid caseId, Guid? firmId, CancellationToken ct)
    {
        if ((firmId is { } firm && viewer.Sees(firm)) || !_read.Add(caseId))
            return;
        audit.RecordRead(actor, $"{kind}:{caseId}", caseId, "comparison");
        await db.SaveChangesAsync(ct);
    }

    private async Task<ComparedSide?> DesignAsync(Guid imageId, CancellationToken ct)
    {
        var id = await db.DesignViews.Where(v => v.ImageId == imageId).OrderBy(v => v.Id).Select(v => (Guid?)v.DesignId).FirstOrDefaultAsync(ct);
        if (id is null)
            return null;
        var design = await db.Designs.AsNoTracking().SingleAsync(d => d.Id == id, ct);
        var stored = await db.DesignViews.AsNoTracking().Where(v => v.DesignId == id && (v.ReplacedAt == null || v.ImageId == imageId)).ToListAsync(ct);
        var several = stored.Exists(v => v.DesignNumber > 1);
        List<ComparedView> views = [.. stored.InOrder()
            .Select(v => ComparedView.Of(v.ImageId) with { Position = v.Position, DesignNumber = several ? v.DesignNumber : null, IsReplaced = v.ReplacedAt is not null })];
        return new ComparedSide
        {
            Kind = ComparedKind.Design,
            Shown = views.Find(v => v.ImageId == imageId)!,
            Views = views,
            Title = design.ProductName,
            Number = design.PatentNumber,
            Owner = design.OwnerName,
            LocarnoClass = design.LocarnoClass,
            Status = design.StatusOn(Casework.Clocks.ChinaTime.DateOf(me.Now)),
            AnnouncedOn = design.AnnouncedOn,
            Address = RegisterAddress.Of(design),
        };
    }

    private async Task<ComparedSide?> ApplicationAsync(Guid imageId, Viewer viewer, Actor actor, CancellationToken ct)
    {
        foreach (var id in await db.ApplicationViews.Where(v => v.ImageId == imageId).Select(v => v.ApplicationId).Distinct().ToListAsync(ct))
        {
            if (await cases.FindAsync(id, viewer, ct) is not { } file)
                continue;
            await LogAsync(actor, viewer, "application", id, file.FirmId, ct);
            var application = await db.Applications.AsNoTracking().SingleAsync(a => a.Id == id, ct);
            var stored = await db.ApplicationViews.AsNoTracking().Where(v => v.ApplicationId == id).ToListAsync(ct);
            var several = stored.Exists(v => v.DesignNumber > 1);
            List<ComparedView> views = [.. stored
                .Where(v => v.IsCurrent || v.ImageId == imageId)
                .OrderBy(v => v.DesignNumber).ThenBy(v => ViewPositions.Parse(v.Position)).ThenBy(v => v.AddedAt)
                .Select(v => ComparedView.Of(v.ImageId) with { Position = v.Position, DesignNumber = several ? v.DesignNumber : null, IsReplaced = !v.IsCurrent })];
            return new ComparedSide
            {
                Kind = ComparedKind.Application,
                Shown = views.Find(v => v.ImageId == imageId)!,
                Views = views,
                Title = file.Title,
                Number = file.Number ?? "",
                Owner = application.Form.Applicants.FirstOrDefault()?.Name ?? "",
                LocarnoClass = application.Form.LocarnoClass,
                Stage = file.Stage,
                SubmittedAt = file.SubmittedAt,
                Address = CaseAddress.Of(file.Kind, file.Id),
            };
        }
        return null;
    }

    /// <summary>A clerk of a court sees evidence through the referral and learns nothing else of the report.</summary>
    private async Task<ComparedSide?> EvidenceAsync(Guid imageId, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var item = await db.EvidenceItems.AsNoTracking().FirstOrDefaultAsync(e => e.ImageId == imageId, ct);
        if (item is null)
            return null;
        var stored = await db.EvidenceItems.AsNoTracking()
            .Where(e => e.CaseId == item.CaseId && e.ImageId != null)
            .OrderBy(e => e.ReceivedAt).ThenBy(e => e.Id)
            .ToListAsync(ct);
        List<ComparedView> views = [.. stored.Select(e => ComparedView.Of(e.ImageId!.Value) with { FileName = e.FileName, At = e.ReceivedAt })];
        var file = await cases.FindAsync(item.CaseId, viewer, ct);
        await LogAsync(actor, viewer, "report", item.CaseId, file?.FirmId, ct);
        return new ComparedSide
        {
            Kind = ComparedKind.Evidence,
            Shown = views.Find(v => v.ImageId == imageId)!,
            Views = views,
            Title = file?.Title ?? "",
            Number = file?.Number ?? "",
            Stage = file?.Stage,
            SeenAt = file is null ? null : await db.InfringementReports.Where(r => r.Id == file.Id).Select(r => (DateTimeOffset?)r.SeenAt).SingleOrDefaultAsync(ct),
            Address = file is { IsDraft: false } ? CaseAddress.Of(file.Kind, file.Id) : null,
        };
    }
}

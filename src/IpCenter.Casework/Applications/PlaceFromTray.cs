using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Applications;

/// <summary>One picture of the tray and the place that a person chose for it.</summary>
public sealed record Placement(Guid PictureId, int DesignNumber, string Position);

/// <summary>Puts pictures of the tray into places, or out of the application. What lay in a place before goes into the tray.</summary>
public sealed class PlaceFromTray(CaseworkDbContext db, EditableApplications editable, ArrangementLog log, AuditTrail audit)
{
    /// <summary>All or none: one action, taken back as one.</summary>
    public async Task<Result<DesignApplication>> ExecuteAsync(
        Guid applicationId, IReadOnlyList<Placement> placements, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var found = await editable.FindAsync(applicationId, viewer, ct);
        if (!found.Succeeded)
            return found;
        var application = found.Value;
        var designs = Math.Max(1, application.Form.DesignCount);
        if (placements.FirstOrDefault(p => !ViewPositions.IsKnown(p.Position) || p.DesignNumber < 1 || p.DesignNumber > designs) is { } wrong)
            return new RuleViolation("view.unknown-place", wrong.Position);
        if (placements.DistinctBy(p => (p.DesignNumber, p.Position)).Count() < placements.Count)
            return new RuleViolation("view.unknown-place", "tray");
        var pictures = await OpenAsync(applicationId, [.. placements.Select(p => p.PictureId)], ct);
        if (placements.Count == 0 || pictures.Count != placements.Count)
            return new RuleViolation("view.not-found", "tray");

        await log.NoteAsync(application, "application.view-placed", actor, ct);
        foreach (var placement in placements)
            await PlaceAsync(application, placement, pictures[placement.PictureId], actor, ct);
        return application;
    }

    public async Task<Result<TrayPicture>> DiscardAsync(Guid applicationId, Guid pictureId, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var found = await editable.FindAsync(applicationId, viewer, ct);
        if (!found.Succeeded)
            return (List<RuleViolation>)[.. found.Violations];
        if (!(await OpenAsync(applicationId, [pictureId], ct)).TryGetValue(pictureId, out var picture))
            return new RuleViolation("view.not-found", "tray");
        await log.NoteAsync(found.Value, "application.view-discarded", actor, ct);
        picture.Leave(actor.At);
        audit.Record(actor, "application.view-discarded", $"application:{applicationId}", applicationId);
        return picture;
    }

    /// <summary>Takes a view out of its place and puts its picture into the tray.</summary>
    public async Task<Result<DesignApplication>> TakeBackAsync(Guid applicationId, Guid viewId, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var found = await editable.FindAsync(applicationId, viewer, ct);
        if (!found.Succeeded)
            return found;
        var view = await db.ApplicationViews.FindAsync([viewId], ct);
        if (view is not { IsCurrent: true } || view.ApplicationId != applicationId)
            return new RuleViolation("view.not-found");
        await log.NoteAsync(found.Value, "application.view-taken-back", actor, ct);
        await ToTrayAsync(view, actor, ct);
        audit.Record(actor, "application.view-taken-back", $"application:{applicationId}", applicationId, AuditVisibility.Parties, ("view", view.Position));
        return found;
    }

    private async Task PlaceAsync(DesignApplication application, Placement placement, TrayPicture picture, Actor actor, CancellationToken ct)
    {
        foreach (var current in await db.ApplicationViews.Where(v => v.ApplicationId == application.Id && v.DesignNumber == placement.DesignNumber
            && v.Position == placement.Position && v.ReplacedAt == null).ToListAsync(ct))
            await ToTrayAsync(current, actor, ct);
        picture.Leave(actor.At);
        db.ApplicationViews.Add(new ApplicationView
        {
            Id = Guid.CreateVersion7(actor.At),
            ApplicationId = application.Id,
            DesignNumber = placement.DesignNumber,
            Position = placement.Position,
            ImageId = picture.ImageId,
            AddedAt = actor.At,
            Round = application.Round,
        });
        application.Save(ArrangementLog.Omitting(application.Form, placement.DesignNumber, placement.Position, null), application.DraftStep, actor.At);
        audit.Record(actor, "application.view-placed", $"application:{application.Id}", application.Id, AuditVisibility.Parties, ("view", placement.Position));
    }

    private async Task ToTrayAsync(ApplicationView view, Actor actor, CancellationToken ct)
    {
        view.Replace(actor.At);
        var last = await db.TrayPictures.Where(p => p.ApplicationId == view.ApplicationId && p.DesignNumber == view.DesignNumber).MaxAsync(p => (int?)p.Sequence, ct) ?? -1;
        var added = db.TrayPictures.Local.Count(p => db.Entry(p).State == EntityState.Added);
        db.TrayPictures.Add(new TrayPicture
        {
            Id = Guid.CreateVersion7(actor.At),
            ApplicationId = view.ApplicationId,
            DesignNumber = view.DesignNumber,
            ImageId = view.ImageId,
            Sequence = last + 1 + added,
            AddedAt = actor.At,
        });
    }

    private Task<Dictionary<Guid, TrayPicture>> OpenAsync(Guid applicationId, Guid[] ids, CancellationToken ct) =>
        db.TrayPictures.Where(p => p.ApplicationId == applicationId && ids.Contains(p.Id) && p.LeftAt == null).ToDictionaryAsync(p => p.Id, ct);
}

using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Applications;

/// <summary>Takes a view out of an application or moves it to another place; the picture itself stays in the vault.</summary>
public sealed class RemoveView(CaseworkDbContext db, EditableApplications editable, ArrangementLog log, AuditTrail audit)
{
    public async Task<Result<ApplicationView>> ExecuteAsync(Guid applicationId, Guid viewId, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var found = await FindAsync(applicationId, viewId, viewer, ct);
        if (!found.Succeeded)
            return found;
        await NoteAsync(applicationId, "application.view-removed", actor, ct);
        found.Value.Replace(actor.At);
        audit.Record(actor, "application.view-removed", $"application:{applicationId}", applicationId, AuditVisibility.Parties,
            ("view", found.Value.Position));
        return found;
    }

    /// <summary>Moves a picture to another view's place, for instance when left and right were mixed up.</summary>
    public async Task<Result<ApplicationView>> MoveAsync(
        Guid applicationId, Guid viewId, string position, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var found = await FindAsync(applicationId, viewId, viewer, ct);
        if (!found.Succeeded)
            return found;
        if (!ViewPositions.IsKnown(position))
            return new RuleViolation("view.unknown-place", position);
        var view = found.Value;
        var from = view.Position;
        await NoteAsync(applicationId, "application.view-moved", actor, ct);
        var application = (await db.Applications.FindAsync([applicationId], ct))!;
        var others = await db.ApplicationViews.Where(v =>
            v.ApplicationId == applicationId && v.DesignNumber == view.DesignNumber && v.Position == position && v.ReplacedAt == null && v.Id != viewId).ToListAsync(ct);
        foreach (var other in others)
            Put(other, from, application.Round, actor.At);
        view = Put(view, position, application.Round, actor.At);
        // A picture in a place takes the statement back that nothing is there.
        var form = ArrangementLog.Omitting(application.Form, view.DesignNumber, position, null);
        if (others.Count > 0)
            form = ArrangementLog.Omitting(form, view.DesignNumber, from, null);
        application.Save(form, application.DraftStep, actor.At);
        audit.Record(actor, "application.view-moved", $"application:{applicationId}", applicationId, AuditVisibility.Parties,
            ("from", from), ("view", position));
        return view;
    }

    /// <summary>What an earlier round filed stays as it was filed; this round gets a view of its own with the same picture.</summary>
    private ApplicationView Put(ApplicationView view, string position, int round, DateTimeOffset at)
    {
        if (view.Round == round)
        {
            view.Position = position;
            return view;
        }
        view.Replace(at);
        var moved = new ApplicationView
        {
            Id = Guid.CreateVersion7(at),
            ApplicationId = view.ApplicationId,
            DesignNumber = view.DesignNumber,
            Position = position,
            ImageId = view.ImageId,
            AddedAt = at,
            Round = round,
        };
        db.ApplicationViews.Add(moved);
        return moved;
    }

    private async Task NoteAsync(Guid applicationId, string action, Actor actor, CancellationToken ct) =>
        await log.NoteAsync((await db.Applications.FindAsync([applicationId], ct))!, action, actor, ct);

    private async Task<Result<ApplicationView>> FindAsync(Guid applicationId, Guid viewId, Viewer viewer, CancellationToken ct)
    {
        var application = await editable.FindAsync(applicationId, viewer, ct);
        if (!application.Succeeded)
            return (List<RuleViolation>)[.. application.Violations];
        var view = await db.ApplicationViews.FindAsync([viewId], ct);
        return view is { IsCurrent: true } && view.ApplicationId == applicationId ? view : new RuleViolation("view.not-found");
    }
}

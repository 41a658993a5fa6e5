using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Applications;

/// <summary>Notes how the pictures lie before each change, and takes the last change back.</summary>
public sealed class ArrangementLog(CaseworkDbContext db, EditableApplications editable, AuditTrail audit)
{
    /// <summary>To be called before anything of the change is done. What was changed before in the same save counts.</summary>
    public async Task NoteAsync(DesignApplication application, string action, Actor actor, CancellationToken ct)
    {
        var id = application.Id;
        await db.ApplicationViews.Where(v => v.ApplicationId == id && v.ReplacedAt == null).LoadAsync(ct);
        await db.TrayPictures.Where(p => p.ApplicationId == id && p.LeftAt == null).LoadAsync(ct);
        var last = await db.ArrangementChanges.Where(c => c.ApplicationId == id).MaxAsync(c => (int?)c.Number, ct) ?? 0;
        db.ArrangementChanges.Add(new ArrangementChange
        {
            Id = Guid.CreateVersion7(actor.At),
            ApplicationId = id,
            Round = application.Round,
            Number = 1 + Math.Max(last, db.ArrangementChanges.Local.Where(c => c.ApplicationId == id).Max(c => (int?)c.Number) ?? 0),
            Action = action,
            By = actor.PersonId ?? Guid.Empty,
            At = actor.At,
            Before = new Arrangement(
                [.. db.ApplicationViews.Local.Where(v => v.ApplicationId == id && v.IsCurrent).Select(v => new PlacedView(v.Id, v.Position))],
                [.. db.TrayPictures.Local.Where(p => p.ApplicationId == id && p.LeftAt is null).Select(p => p.Id)],
                [.. application.Form.Brief.OmittedViews]),
        });
    }

    /// <summary>The change that would be taken back next; <c>null</c> when there is none in this round.</summary>
    public Task<ArrangementChange?> LastAsync(Guid applicationId, int round, CancellationToken ct) => db.ArrangementChanges
        .Where(c => c.ApplicationId == applicationId && c.Round == round && c.UndoneAt == null)
        .OrderByDescending(c => c.Number)
        .FirstOrDefaultAsync(ct);

    /// <summary>Lays the pictures as they lay before the last change. Pictures themselves are never lost, so each change can be taken back.</summary>
    public async Task<Result<DesignApplication>> UndoAsync(Guid applicationId, Guid? seen, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var found = await editable.FindAsync(applicationId, viewer, ct);
        if (!found.Succeeded)
            return found;
        var application = found.Value;
        if (await LastAsync(applicationId, application.Round, ct) is not { } change)
            return new RuleViolation("view.nothing-to-undo");
        // A second press means the change that was shown, not the one before it.
        if (seen is not null && change.Id != seen)
            return application;
        var before = change.Before;
        foreach (var view in await db.ApplicationViews.Where(v => v.ApplicationId == applicationId).ToListAsync(ct))
            if (before.Views.Find(placed => placed.ViewId == view.Id) is { } placed)
                view.Restore(placed.Position);
            else
                view.Replace(actor.At);
        foreach (var picture in await db.TrayPictures.Where(p => p.ApplicationId == applicationId).ToListAsync(ct))
            if (before.Tray.Contains(picture.Id))
                picture.Return();
            else
                picture.Leave(actor.At);
        application.Save(application.Form with { Brief = application.Form.Brief with { OmittedViews = before.Omitted } }, application.DraftStep, actor.At);
        change.Undo(actor.At);
        audit.Record(actor, "application.view-undone", $"application:{applicationId}", applicationId);
        return application;
    }

    /// <summary>A form with another statement, or none, about a face; a picture in its place takes the statement back.</summary>
    public static ApplicationForm Omitting(ApplicationForm form, int design, string position, OmittedView? omission)
    {
        if (!Enum.TryParse<Formalities.Views.ViewKind>(position, out var face) || !Enum.IsDefined(face))
            return form;
        var others = form.Brief.OmittedViews.Where(o => o.View != face || (o.Design is { } other && other != design));
        return form with { Brief = form.Brief with { OmittedViews = omission is null ? [.. others] : [.. others, omission] } };
    }
}

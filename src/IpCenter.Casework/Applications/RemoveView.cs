using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;

namespace IpCenter.Casework.Applications;

/// <summary>Takes a view out of an application or moves it to another place; the picture itself stays in the vault.</summary>
public sealed class RemoveView(CaseworkDbContext db, EditableApplications editable, AuditTrail audit)
{
    public async Task<Result<ApplicationView>> ExecuteAsync(Guid applicationId, Guid viewId, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var found = await FindAsync(applicationId, viewId, viewer, ct);
        if (!found.Succeeded)
            return found;
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
        foreach (var other in db.ApplicationViews.Where(v =>
            v.ApplicationId == applicationId && v.DesignNumber == view.DesignNumber && v.Position == position && v.ReplacedAt == null))
            other.Position = from;
        view.Position = position;
        audit.Record(actor, "application.view-moved", $"application:{applicationId}", applicationId, AuditVisibility.Parties,
            ("from", from), ("view", position));
        return view;
    }

    private async Task<Result<ApplicationView>> FindAsync(Guid applicationId, Guid viewId, Viewer viewer, CancellationToken ct)
    {
        var application = await editable.FindAsync(applicationId, viewer, ct);
        if (!application.Succeeded)
            return (List<RuleViolation>)[.. application.Violations];
        var view = await db.ApplicationViews.FindAsync([viewId], ct);
        return view is { IsCurrent: true } && view.ApplicationId == applicationId ? view : new RuleViolation("view.not-found");
    }
}

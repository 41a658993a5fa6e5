using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.Images;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Applications;

/// <summary>Puts a picture in the place of a view; the one that was there before is kept and marked as replaced.</summary>
public sealed class AddView(CaseworkDbContext db, EditableApplications editable, ReceiveImage receive, ArrangementLog log, AuditTrail audit)
{
    public Task<Result<ApplicationView>> ExecuteAsync(
        Guid applicationId, int designNumber, string position, string fileName, ReadOnlyMemory<byte> bytes,
        Viewer viewer, Actor actor, CancellationToken ct) =>
        ExecuteAsync(applicationId, designNumber, position, () => receive.ReadAsync(bytes, fileName, ct), viewer, actor, ct);

    /// <param name="read">Reads the picture once it is known that it may be added.</param>
    public async Task<Result<ApplicationView>> ExecuteAsync(
        Guid applicationId, int designNumber, string position, Func<Task<Result<ReadImage>>> read,
        Viewer viewer, Actor actor, CancellationToken ct)
    {
        var found = await editable.FindAsync(applicationId, viewer, ct);
        if (!found.Succeeded)
            return (List<RuleViolation>)[.. found.Violations];
        if (!ViewPositions.IsKnown(position) || designNumber < 1 || designNumber > Math.Max(1, found.Value.Form.DesignCount))
            return new RuleViolation("view.unknown-place", position);
        var image = await read();
        if (!image.Succeeded)
            return (List<RuleViolation>)[.. image.Violations.Select(v => v with { Field = position })];

        var current = await db.ApplicationViews
            .Where(v => v.ApplicationId == applicationId && v.DesignNumber == designNumber && v.Position == position && v.ReplacedAt == null)
            .ToListAsync(ct);
        if (current.Count == 1 && await db.Images.AnyAsync(i => i.Id == current[0].ImageId && i.Sha256 == image.Value.Sha256, ct))
            return current[0];
        await log.NoteAsync(found.Value, "application.view-added", actor, ct);
        var stored = receive.Keep(image.Value, actor);
        current.ForEach(v => v.Replace(actor.At));

        var view = new ApplicationView
        {
            Id = Guid.CreateVersion7(actor.At),
            ApplicationId = applicationId,
            DesignNumber = designNumber,
            Position = position,
            ImageId = stored.Id,
            AddedAt = actor.At,
            Round = found.Value.Round,
        };
        db.ApplicationViews.Add(view);
        audit.Record(actor, "application.view-added", $"application:{applicationId}", applicationId, AuditVisibility.Parties,
            ("view", position), ("sha256", image.Value.Sha256));
        return view;
    }
}

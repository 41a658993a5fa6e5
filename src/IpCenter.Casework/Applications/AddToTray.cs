using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.Images;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Applications;

/// <summary>
/// Takes in a picture of which nobody has said yet which view it is. A picture that lies in the tray or in a place of the same
/// design already is not taken twice, so that a phone may send again what it does not know to have arrived.
/// </summary>
public sealed class AddToTray(CaseworkDbContext db, EditableApplications editable, ReceiveImage receive, ArrangementLog log, AuditTrail audit)
{
    /// <summary>So many views no design needs.</summary>
    public const int Most = 40;

    public async Task<Result<TrayPicture?>> ExecuteAsync(
        Guid applicationId, int designNumber, string fileName, ReadOnlyMemory<byte> bytes, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var found = await editable.FindAsync(applicationId, viewer, ct);
        if (!found.Succeeded)
            return (List<RuleViolation>)[.. found.Violations];
        if (designNumber < 1 || designNumber > Math.Max(1, found.Value.Form.DesignCount))
            return new RuleViolation("view.unknown-place", "tray");
        var tray = db.TrayPictures.Where(p => p.ApplicationId == applicationId && p.DesignNumber == designNumber);
        if (await tray.CountAsync(p => p.LeftAt == null, ct) >= Most)
            return new RuleViolation("tray.full", "tray", fileName, Most.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var read = await receive.ReadAsync(bytes, fileName, ct);
        if (!read.Succeeded)
            return (List<RuleViolation>)[.. read.Violations.Select(v => v with { Field = "tray" })];
        if (await IsThereAsync(applicationId, designNumber, read.Value.Sha256, ct))
            return (TrayPicture?)null;

        await log.NoteAsync(found.Value, "application.view-received", actor, ct);
        var picture = new TrayPicture
        {
            Id = Guid.CreateVersion7(actor.At),
            ApplicationId = applicationId,
            DesignNumber = designNumber,
            ImageId = receive.Keep(read.Value, actor).Id,
            Sequence = 1 + (await tray.MaxAsync(p => (int?)p.Sequence, ct) ?? -1),
            AddedAt = actor.At,
        };
        db.TrayPictures.Add(picture);
        audit.Record(actor, "application.view-received", $"application:{applicationId}", applicationId, AuditVisibility.Parties, ("sha256", read.Value.Sha256));
        return picture;
    }

    private async Task<bool> IsThereAsync(Guid applicationId, int design, string sha256, CancellationToken ct) =>
        await (from picture in db.TrayPictures
               join image in db.Images on picture.ImageId equals image.Id
               where picture.ApplicationId == applicationId && picture.DesignNumber == design && picture.LeftAt == null && image.Sha256 == sha256
               select picture.Id).AnyAsync(ct)
        || await (from view in db.ApplicationViews
                  join image in db.Images on view.ImageId equals image.Id
                  where view.ApplicationId == applicationId && view.DesignNumber == design && view.ReplacedAt == null && image.Sha256 == sha256
                  select view.Id).AnyAsync(ct);
}

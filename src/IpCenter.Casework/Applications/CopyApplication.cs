using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Applications;

/// <summary>
/// Opens a new draft with the answers of an application of the same firm that has ended: product, people, brief description, and
/// the pictures if wanted. What belongs to one day only is asked anew: earlier disclosure, priority, documents, promises.
/// </summary>
public sealed class CopyApplication(CaseworkDbContext db, StartDraft start, AuditTrail audit)
{
    /// <param name="id">Of the new draft; it comes from the form, so that a double click opens one.</param>
    public async Task<Result<DesignApplication>> ExecuteAsync(Guid id, Guid sourceId, bool withPictures, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var source = await db.Applications.FindAsync([sourceId], ct);
        var file = await db.Cases.FindAsync([sourceId], ct);
        if (source is null || file is null || !viewer.ActsFor(source.FirmId))
            return new RuleViolation("case.not-found");
        if (file.ClosedAt is null)
            return new RuleViolation("application.copy-open", null, file.Number ?? "");
        if (await db.Applications.FindAsync([id], ct) is { } existing)
            return existing.FirmId == source.FirmId ? existing : new RuleViolation("case.not-found");

        var started = await start.ExecuteAsync(id, source.FirmId, viewer, actor, ct);
        if (!started.Succeeded)
            return started;
        started.Value.Save(Lasting(source.Form, started.Value.Form), "", actor.At);
        started.Value.CopyFrom(sourceId);
        db.Cases.Local.Single(c => c.Id == id).Title = source.Form.ProductName;
        if (withPictures)
            await CopyPicturesAsync(id, sourceId, actor, ct);
        audit.Record(actor, "application.copied", $"application:{id}", id, AuditVisibility.Parties, ("number", file.Number));
        return started;
    }

    /// <summary>The firm is entered as it is recorded today, not as it was.</summary>
    private static ApplicationForm Lasting(ApplicationForm form, ApplicationForm begun) => form with
    {
        Applicants = [begun.Applicants[0] with { FeeReductionRequested = form.Applicants.Count > 0 && form.Applicants[0].FeeReductionRequested }, .. form.Applicants.Skip(1)],
        Contact = begun.Contact,
        Disclosure = new(),
        Priorities = [],
        Exclusions = new(),
        PresentDocuments = [],
        OwedDocuments = [],
        Promised = false,
    };

    private async Task CopyPicturesAsync(Guid id, Guid sourceId, Actor actor, CancellationToken ct)
    {
        foreach (var view in await db.ApplicationViews.AsNoTracking().Where(v => v.ApplicationId == sourceId && v.ReplacedAt == null).ToListAsync(ct))
            db.ApplicationViews.Add(new ApplicationView
            {
                Id = Guid.CreateVersion7(actor.At),
                ApplicationId = id,
                DesignNumber = view.DesignNumber,
                Position = view.Position,
                ImageId = view.ImageId,
                AddedAt = actor.At,
                Round = 0,
            });
    }
}

using IpCenter.Casework.Applications;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Documents;

/// <summary>
/// The party puts a file that was looked at into its draft or case. It takes the place of the one before, which stays; the
/// same bytes again change nothing.
/// </summary>
public sealed class SupplyDocument(CaseworkDbContext db, EditableApplications editable, ReferenceLibrary reference, AuditTrail audit)
{
    public async Task<Result<CaseDocument>> ExecuteAsync(Guid caseId, string kind, CheckedFile file, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var found = await db.Cases.FindAsync([caseId], ct);
        if (found is null || !viewer.ActsFor(found.FirmId) || reference.Documents.Find(kind) is null)
            return new RuleViolation("case.not-found");
        if (found.ClosedAt is not null)
            return new RuleViolation("case.closed", null, found.Number ?? "");
        var owed = await db.OwedDocuments.SingleOrDefaultAsync(d => d.CaseId == caseId && d.Kind == kind, ct);
        if (!found.IsDraft && owed is not { TakesFile: true } && !(owed is null && await IsNewlyNeededAsync(caseId, kind, ct)))
            return new RuleViolation("document.not-asked", kind);
        var current = await db.CaseDocuments.SingleOrDefaultAsync(d => d.CaseId == caseId && d.Kind == kind && d.ReplacedAt == null, ct);
        if (current?.Sha256 == file.Sha256 && owed is not { State: OwedState.Returned })
            return current;
        var supplied = Keep(found, kind, file, current, actor);
        owed?.Supply(actor.At);
        return supplied;
    }

    /// <summary>In a correction an answer may ask for a document that nothing asked for before.</summary>
    private async Task<bool> IsNewlyNeededAsync(Guid caseId, string kind, CancellationToken ct) =>
        await editable.IsInCorrectionAsync(caseId, ct) && await db.Applications.FindAsync([caseId], ct) is { } application
        && reference.Documents.NeededBy(application.Form).Any(rule => rule.Key == kind);

    /// <summary>The proof of a payment comes with the payment itself, whether or not one is owed already.</summary>
    internal async Task KeepProofAsync(CaseFile found, string kind, CheckedFile file, Actor actor, CancellationToken ct)
    {
        var current = await db.CaseDocuments.SingleOrDefaultAsync(
            d => d.CaseId == found.Id && d.Kind == kind && d.ReplacedAt == null, ct);
        if (current?.Sha256 != file.Sha256)
            Keep(found, kind, file, current, actor);
    }

    private CaseDocument Keep(CaseFile found, string kind, CheckedFile file, CaseDocument? current, Actor actor)
    {
        current?.Replace(actor.At);
        var supplied = new CaseDocument
        {
            Id = Guid.CreateVersion7(actor.At),
            CaseId = found.Id,
            Kind = kind,
            FileName = file.FileName,
            Format = file.Format,
            ByteLength = file.ByteLength,
            Sha256 = file.Sha256,
            UploadedAt = actor.At,
            UploadedBy = actor.PersonId ?? Guid.Empty,
            UploadedByName = actor.Name,
        };
        db.CaseDocuments.Add(supplied);
        audit.Record(actor, current is null ? "document.supplied" : "document.replaced", $"document:{supplied.Id}", found.Id, AuditVisibility.Parties, ("document", kind));
        return supplied;
    }
}

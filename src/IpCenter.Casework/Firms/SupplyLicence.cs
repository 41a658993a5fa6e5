using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.Documents;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.Staffing;
using IpCenter.Casework.Storage;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Firms;

/// <summary>The firm sends its business licence with a request to be recorded, or later while the request waits. The same bytes again change nothing.</summary>
public sealed class SupplyLicence(CaseworkDbContext db, AuditTrail audit)
{
    public async Task<Result<RecordalPaper>> ExecuteAsync(Guid recordalId, CheckedFile file, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (await db.Recordals.FindAsync([recordalId], ct) is not { } recordal || !viewer.Governs(recordal.FirmId))
            return new RuleViolation("recordal.not-found");
        if (recordal.Status != RecordalStatus.Submitted)
            return new RuleViolation("recordal.decided");
        var current = await db.RecordalPapers.SingleOrDefaultAsync(p => p.RecordalId == recordalId && p.ReplacedAt == null, ct);
        return current?.Sha256 == file.Sha256 ? current : Keep(recordal, file, current, actor);
    }

    internal RecordalPaper Keep(Recordal recordal, CheckedFile file, RecordalPaper? current, Actor actor)
    {
        current?.Replace(actor.At);
        // A decision that is being made on the paper before, or none, meets another version.
        if (db.Entry(recordal).State == EntityState.Unchanged)
            db.Entry(recordal).State = EntityState.Modified;
        var paper = new RecordalPaper
        {
            Id = Guid.CreateVersion7(actor.At),
            RecordalId = recordal.Id,
            FileName = file.FileName,
            Format = file.Format,
            ByteLength = file.ByteLength,
            Sha256 = file.Sha256,
            UploadedAt = actor.At,
            UploadedBy = actor.PersonId ?? Guid.Empty,
            UploadedByName = actor.Name,
        };
        db.RecordalPapers.Add(paper);
        audit.Record(actor with { OnBehalfOfFirmId = recordal.FirmId }, current is null ? "recordal.licence-supplied" : "recordal.licence-replaced",
            $"firm:{recordal.FirmId}", null, AuditVisibility.Parties);
        return paper;
    }
}

/// <summary>The licence as it came, for the firm's owners and the examining staff; each time it is noted who took it.</summary>
public sealed class HandOutLicence(CaseworkDbContext db, OriginalsVault vault, TaskConflicts conflicts, AuditTrail audit)
{
    public async Task<Result<HandedDocument>> ExecuteAsync(Guid recordalId, Guid paperId, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (await db.RecordalPapers.FindAsync([paperId], ct) is not { } paper || paper.RecordalId != recordalId
            || await db.Recordals.FindAsync([recordalId], ct) is not { } recordal || !(viewer.IsExaminingStaff || viewer.Governs(recordal.FirmId)))
            return new RuleViolation("recordal.not-found");
        if (!viewer.Governs(recordal.FirmId) && (await conflicts.FirmsOfAsync(viewer.PersonId!.Value, actor.At, ct)).Contains(recordal.FirmId))
            return new RuleViolation("task.own-firm");
        audit.RecordRead(actor, $"recordal-paper:{paperId}", null, "download");
        return new HandedDocument(paper.FileName, await vault.ReadAsync(paper.Sha256, ct));
    }
}

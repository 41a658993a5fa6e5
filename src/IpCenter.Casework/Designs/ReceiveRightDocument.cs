using System.Globalization;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.Storage;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Designs;

/// <summary>A file as it was sent.</summary>
public sealed record SentFile(string FileName, ReadOnlyMemory<byte> Bytes);

/// <summary>Takes documents about rights into the vault and hands them out again, as attachments and to the parties alone.</summary>
public sealed class ReceiveRightDocument(CaseworkDbContext db, OriginalsVault vault, AuditTrail audit)
{
    public const int MaxBytes = 10 * 1024 * 1024;

    private const int LongestName = 120;

    /// <summary>What the first bytes of a file of each kind are; the name alone proves nothing.</summary>
    private static readonly byte[][] Beginnings = [[0x25, 0x50, 0x44, 0x46, 0x2D], [0xFF, 0xD8, 0xFF], [0x89, 0x50, 0x4E, 0x47]];

    /// <param name="designId">The right that it is about.</param>
    /// <param name="file">The file.</param>
    /// <param name="field">The form's field that a refusal names.</param>
    /// <param name="actor">Who sends it.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<Result<RightDocument>> ExecuteAsync(Guid designId, SentFile file, string field, Actor actor, CancellationToken ct)
    {
        if (file.Bytes.Length > MaxBytes)
            return new RuleViolation("right-document.too-large", field, (MaxBytes / 1024 / 1024).ToString(CultureInfo.InvariantCulture));
        if (!Beginnings.Any(beginning => file.Bytes.Span.StartsWith(beginning)))
            return new RuleViolation("document.kind", field, Name(file.FileName));
        var document = new RightDocument
        {
            Id = Guid.CreateVersion7(actor.At),
            DesignId = designId,
            Sha256 = await vault.StoreAsync(file.Bytes, ct),
            FileName = Name(file.FileName),
            ByteLength = file.Bytes.Length,
            ReceivedAt = actor.At,
            ReceivedBy = actor.PersonId,
        };
        db.RightDocuments.Add(document);
        return document;
    }

    /// <summary>The bytes, for the holder's people and the examining staff; the reading is logged.</summary>
    public async Task<Result<SentFile>> ReadAsync(Guid designId, Guid documentId, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var found = await (
            from document in db.RightDocuments.AsNoTracking()
            join design in db.Designs.AsNoTracking() on document.DesignId equals design.Id
            where document.Id == documentId && document.DesignId == designId
            select new { Document = document, design.FirmId }).SingleOrDefaultAsync(ct);
        // Whoever sent it may see it again; the new owner of a right does not read the old owner's contracts.
        var isOwn = found is not null && (found.Document.ReceivedBy == viewer.PersonId || (found.FirmId is { } firm && viewer.Sees(firm) && await IsOfFirmAsync(found.Document, firm, ct)));
        if (found is null || viewer.PersonId is null || (!isOwn && !viewer.IsExaminingStaff))
            return new RuleViolation("case.not-found");
        audit.RecordRead(actor, $"right-document:{documentId}", null, "right-document");
        return new SentFile(found.Document.FileName, await vault.ReadAsync(found.Document.Sha256, ct));
    }

    /// <summary>Sent by somebody of the firm, and not before the right came to it: one agent may have served both owners.</summary>
    private async Task<bool> IsOfFirmAsync(RightDocument document, Guid firm, CancellationToken ct) =>
        await db.Mandates.AnyAsync(m => m.FirmId == firm && m.PersonId == document.ReceivedBy && m.ConsentedAt != null, ct)
        && !await db.RightEntries.AnyAsync(e => e.DesignId == document.DesignId && e.Kind == RightEntryKind.Transferred
            && e.NewFirmId == firm && e.RecordedAt >= document.ReceivedAt, ct);

    private static string Name(string fileName)
    {
        var name = fileName.Replace('\\', '/').Split('/')[^1].Trim();
        return name.Length <= LongestName ? name : name[^LongestName..];
    }
}

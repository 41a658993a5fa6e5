using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.Storage;

namespace IpCenter.Casework.Documents;

/// <summary>The original of a document, for the parties and the examining staff; each time it is noted who took it.</summary>
public sealed class HandOutDocument(CaseworkDbContext db, CaseAccess access, OriginalsVault vault, AuditTrail audit)
{
    public async Task<Result<HandedDocument>> ExecuteAsync(Guid caseId, Guid documentId, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var document = await db.CaseDocuments.FindAsync([documentId], ct);
        if (document is null || document.CaseId != caseId || await access.FindAsync(caseId, viewer, ct) is null)
            return new RuleViolation("case.not-found");
        audit.RecordRead(actor, $"document:{documentId}", caseId, "download");
        return new HandedDocument(document.FileName, await vault.ReadAsync(document.Sha256, ct));
    }
}

/// <summary>What leaves the vault.</summary>
public sealed record HandedDocument(string FileName, byte[] Bytes);

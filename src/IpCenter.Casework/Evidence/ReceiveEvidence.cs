using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.Images;
using IpCenter.Casework.Results;
using IpCenter.Casework.Storage;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Evidence;

/// <summary>
/// Takes in one screenshot as evidence: the bytes as they came, hashed before anything else is done with
/// them. The same file twice in one case is one piece.
/// </summary>
public sealed class ReceiveEvidence(CaseworkDbContext db, ReceiveImage images, OriginalsVault vault)
{
    public async Task<Result<EvidenceItem>> ExecuteAsync(
        Guid caseId, string fileName, ReadOnlyMemory<byte> bytes, DateTimeOffset? deviceTime, Actor actor, CancellationToken ct)
    {
        var sha256 = await vault.StoreAsync(bytes, ct);
        var known = db.EvidenceItems.Local.FirstOrDefault(e => e.CaseId == caseId && e.Sha256 == sha256)
            ?? await db.EvidenceItems.FirstOrDefaultAsync(e => e.CaseId == caseId && e.Sha256 == sha256, ct);
        if (known is not null)
            return known;
        var image = await images.ExecuteAsync(bytes, fileName, actor, ct);
        if (!image.Succeeded)
            return (List<RuleViolation>)[.. image.Violations];

        var item = new EvidenceItem
        {
            Id = Guid.CreateVersion7(actor.At),
            CaseId = caseId,
            FileName = image.Value.FileName,
            MediaType = $"image/{image.Value.Format.ToLowerInvariant()}",
            ByteLength = bytes.Length,
            Sha256 = sha256,
            ImageId = image.Value.Id,
            ReceivedAt = actor.At,
            DeviceTime = deviceTime,
            ReceivedBy = actor.PersonId ?? Guid.Empty,
        };
        db.EvidenceItems.Add(item);
        db.CustodyEvents.Add(Custody.Of(item.Id, CustodyAction.Received, actor, $"SHA-256 {sha256}"));
        return item;
    }
}

using System.Globalization;
using System.Text;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Results;
using IpCenter.Casework.Storage;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Evidence;

/// <summary>A file to hand out, always as an attachment.</summary>
public sealed record ExportedFile(string FileName, string MediaType, byte[] Bytes);

/// <summary>
/// Takes originals out of the vault for those who may have them. Every hash is checked on the way, and each piece that
/// goes out is noted in its chain of custody, by the same save.
/// </summary>
public sealed class ExportEvidence(
    CaseworkDbContext db, EvidenceAccess access, OriginalsVault vault, ReferenceLibrary reference, AuditTrail audit)
{
    /// <summary>Code of the violation: an original is missing or is no longer what came in.</summary>
    public const string Changed = "evidence.changed";

    /// <summary>All evidence of a report with its custody record, as a bag.</summary>
    public async Task<Result<ExportedFile>> AllAsync(Guid reportId, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (!await access.MayTakeOriginalsAsync(reportId, viewer, ct))
            return new RuleViolation("case.not-found");
        var file = await db.Cases.SingleAsync(c => c.Id == reportId, ct);
        var report = await db.InfringementReports.SingleAsync(r => r.Id == reportId, ct);
        var firm = await db.Firms.Where(f => f.Id == file.FirmId).Select(f => f.Name).SingleAsync(ct);
        var items = await db.EvidenceItems.Where(e => e.CaseId == reportId).OrderBy(e => e.ReceivedAt).ThenBy(e => e.Id).ToListAsync(ct);
        List<ExportedPiece> pieces = [.. items.Index().Select(i => new ExportedPiece(i.Item, PathOf(i.Index + 1, i.Item)))];
        var name = $"{file.Number}-evidence";

        List<BagFile> payload = [];
        try
        {
            foreach (var piece in pieces)
                payload.Add(new(piece.Path, await vault.ReadAsync(piece.Item.Sha256, ct)));
        }
        catch (InvalidDataException)
        {
            return new RuleViolation(Changed);
        }
        var steps = await CustodyAsync(items, actor, $"{name}.zip", ct);
        payload.Add(new("index.html", Encoding.UTF8.GetBytes(EvidenceSheet.Html(file, report, firm, pieces, actor.At))));
        payload.Add(new("custody.csv", (byte[])[.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(EvidenceSheet.Custody(pieces, steps))]));
        audit.Record(actor, "evidence.exported", $"report:{reportId}", reportId, AuditVisibility.Staff,
            ("files", items.Count.ToString(CultureInfo.InvariantCulture)));

        using var bag = new MemoryStream();
        BagItBag.Write(bag, name, payload,
            [("Source-Organization", reference.Center.Name.Zh), ("External-Identifier", file.Number!), ("Contact-Name", actor.Name)], actor.At);
        return new ExportedFile($"{name}.zip", "application/zip", bag.ToArray());
    }

    /// <summary>One original, byte for byte.</summary>
    public async Task<Result<ExportedFile>> OneAsync(Guid reportId, Guid evidenceId, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var item = await db.EvidenceItems.SingleOrDefaultAsync(e => e.Id == evidenceId && e.CaseId == reportId, ct);
        if (item is null || !await access.MayTakeOriginalsAsync(reportId, viewer, ct))
            return new RuleViolation("case.not-found");
        try
        {
            var bytes = await vault.ReadAsync(item.Sha256, ct);
            db.CustodyEvents.Add(Custody.Of(item.Id, CustodyAction.Exported, actor, item.FileName));
            audit.Record(actor, "evidence.exported", $"evidence:{evidenceId}", reportId, AuditVisibility.Staff, ("files", "1"));
            return new ExportedFile(item.FileName, item.MediaType, bytes);
        }
        catch (InvalidDataException)
        {
            return new RuleViolation(Changed);
        }
    }

    /// <summary>The chain of custody up to and with this export.</summary>
    private async Task<List<CustodyEvent>> CustodyAsync(List<EvidenceItem> items, Actor actor, string detail, CancellationToken ct)
    {
        var ids = items.ConvertAll(i => i.Id);
        var before = await db.CustodyEvents.AsNoTracking().Where(e => ids.Contains(e.EvidenceId)).ToListAsync(ct);
        var now = ids.ConvertAll(id => Custody.Of(id, CustodyAction.Exported, actor, detail));
        db.CustodyEvents.AddRange(now);
        return [.. before.Concat(now).OrderBy(e => e.EvidenceId).ThenBy(e => e.At)];
    }

    /// <summary>A number and the name as it came, without what a file system or a shell could misread.</summary>
    private static string PathOf(int number, EvidenceItem item)
    {
        var name = string.Concat(item.FileName.Select(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_')).TrimStart('.');
        return string.Create(CultureInfo.InvariantCulture, $"originals/{number:00}-{name}");
    }
}

using System.Globalization;
using System.Security.Cryptography;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Designs;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;

namespace IpCenter.Casework.Certificates;

/// <summary>Certifies what the register says now, for the holder's people and the staff; the staff may revoke it.</summary>
public sealed class IssueCertificate(CaseworkDbContext db, RightAccess rights, AuditTrail audit)
{
    private const int Secret = 8;

    public async Task<Result<StatusCertificate>> ExecuteAsync(Guid id, Guid designId, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (await rights.FindAsync(designId, viewer, ct) is not { } design)
            return new RuleViolation("case.not-found");
        if (await db.StatusCertificates.FindAsync([id], ct) is { } existing)
            return existing;
        // Kept in whole milliseconds: the hash must be the same when it is read again.
        var at = DateTimeOffset.FromUnixTimeMilliseconds(actor.At.ToUnixTimeMilliseconds());
        var number = await NumberAsync(at, ct);
        var content = CertificateFacts.Of(design, await rights.HistoryAsync(design, ct), ChinaTime.DateOf(at)).Text();
        var certificate = new StatusCertificate
        {
            Id = id,
            Number = number,
            DesignId = designId,
            IssuedAt = at,
            IssuedBy = actor.PersonId!.Value,
            IssuedByName = actor.Name,
            Content = content,
            ContentHash = StatusCertificate.HashOf(number, at, content),
        };
        db.StatusCertificates.Add(certificate);
        audit.Record(actor, "certificate.issued", $"certificate:{id}", null, AuditVisibility.Parties,
            ("certificate", number), ("number", design.PatentNumber));
        return certificate;
    }

    public async Task<Result<StatusCertificate>> RevokeAsync(Guid id, string reason, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (!viewer.IsExaminingStaff || await db.StatusCertificates.FindAsync([id], ct) is not { } certificate)
            return new RuleViolation("case.not-found");
        if (string.IsNullOrWhiteSpace(reason))
            return new RuleViolation("field.required", "reason");
        if (certificate.IsRevoked)
            return certificate;
        certificate.Revoke(reason.Trim(), actor.PersonId!.Value, actor.At);
        var design = (await db.Designs.FindAsync([certificate.DesignId], ct))!;
        audit.Record(actor.Because(reason.Trim()), "certificate.revoked", $"certificate:{id}", null, AuditVisibility.Parties,
            ("certificate", certificate.Number), ("number", design.PatentNumber));
        return certificate;
    }

    /// <summary>A running number, and an end by which nobody finds the others.</summary>
    private async Task<string> NumberAsync(DateTimeOffset at, CancellationToken ct)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"CX-Z-{ChinaTime.DateOf(at).Year}");
        var series = await db.CaseNumberSeries.FindAsync([prefix], ct);
        if (series is null)
            db.CaseNumberSeries.Add(series = new CaseNumberSeries { Prefix = prefix });
        series.Last++;
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}-{series.Last:D5}-{RandomNumberGenerator.GetHexString(Secret)}");
    }
}

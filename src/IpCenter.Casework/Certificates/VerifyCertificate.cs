using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Designs;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Certificates;

/// <summary>What asking after a number answers.</summary>
public enum CertificateAnswer
{
    Unknown,

    /// <summary>Authentic, and the register still says the same.</summary>
    StillSo,

    /// <summary>Authentic when it was issued; the register says something else today.</summary>
    ChangedSince,

    Revoked,

    /// <summary>The stored text no longer has its hash: it proves nothing.</summary>
    Damaged,
}

/// <param name="Certified">What the certificate says; only of an authentic one.</param>
/// <param name="Today">What the register says today; only of an authentic one.</param>
public sealed record CertificateVerdict(CertificateAnswer Answer, StatusCertificate? Certificate, CertificateFacts? Certified, CertificateFacts? Today);

/// <summary>Answers anybody whether a certificate is authentic and whether it is still so. It knows of published designs alone.</summary>
public sealed class VerifyCertificate(CaseworkDbContext db)
{
    public async Task<CertificateVerdict> ExecuteAsync(string number, DateTimeOffset now, CancellationToken ct)
    {
        var asked = number.Trim().ToUpperInvariant();
        var certificate = await db.StatusCertificates.AsNoTracking().SingleOrDefaultAsync(c => c.Number == asked, ct);
        if (certificate is null)
            return new(CertificateAnswer.Unknown, null, null, null);
        if (!certificate.IsIntact)
            return new(CertificateAnswer.Damaged, certificate, null, null);
        if (certificate.IsRevoked)
            return new(CertificateAnswer.Revoked, certificate, null, null);
        var design = await db.Designs.AsNoTracking().SingleAsync(d => d.Id == certificate.DesignId, ct);
        var entries = await db.RightEntries.AsNoTracking().Where(e => e.DesignId == design.Id).ToListAsync(ct);
        var today = CertificateFacts.Of(design, new RightHistory(design, entries), ChinaTime.DateOf(now));
        var isSame = today.Text() == certificate.Content;
        return new(isSame ? CertificateAnswer.StillSo : CertificateAnswer.ChangedSince, certificate, CertificateFacts.Read(certificate.Content), today);
    }
}

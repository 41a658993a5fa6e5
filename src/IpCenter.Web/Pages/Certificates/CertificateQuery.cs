using IpCenter.Casework.Certificates;
using IpCenter.Casework.Data;
using IpCenter.Casework.Designs;
using IpCenter.Casework.People;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Certificates;

/// <summary>A certificate to be printed, by those who may issue one for its right.</summary>
public sealed class CertificateQuery(CaseworkDbContext db)
{
    public async Task<StatusCertificate?> FindAsync(string number, Viewer viewer, CancellationToken ct)
    {
        var asked = number.Trim().ToUpperInvariant();
        var found = await (
            from certificate in db.StatusCertificates.AsNoTracking()
            join design in db.Designs.AsNoTracking() on certificate.DesignId equals design.Id
            where certificate.Number == asked
            select new { Certificate = certificate, Design = design }).SingleOrDefaultAsync(ct);
        return found is not null && (RightAccess.MayAct(found.Design, viewer) || found.Certificate.IssuedBy == viewer.PersonId) ? found.Certificate : null;
    }
}

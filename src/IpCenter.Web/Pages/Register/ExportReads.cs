using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.SimilarDesigns;
using IpCenter.Web.SignIn;

namespace IpCenter.Web.Pages.Register;

/// <summary>An unpublished application that leaves with a table is a read of it: each is logged, a firm's own excepted.</summary>
public sealed class ExportReads(CaseworkDbContext db, AuditTrail audit, CurrentPerson me)
{
    public async Task RecordAsync(IEnumerable<RegisterRow> rows, CancellationToken ct)
    {
        if (!(await me.ViewerAsync(ct)).IsExaminingStaff)
            return;
        foreach (var id in rows.Where(row => row.IsUnpublished).Select(row => IndexedDocuments.Parse(row.Hit.DocumentId).Id))
            audit.RecordRead(me.Actor(), $"application:{id}", id, "export");
        await db.SaveChangesAsync(ct);
    }
}

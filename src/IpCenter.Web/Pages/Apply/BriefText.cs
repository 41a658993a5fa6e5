using IpCenter.Casework;
using IpCenter.Casework.Applications;
using IpCenter.Casework.Data;
using IpCenter.Casework.Formalities;

namespace IpCenter.Web.Pages.Apply;

/// <summary>The brief description of an application as it stands, as it would be filed.</summary>
public sealed class BriefText(CaseworkDbContext db, ApplicationFactsReading facts)
{
    public async Task<Bilingual> WriteAsync(Guid applicationId, DateTimeOffset now, CancellationToken ct)
    {
        var application = await db.Applications.FindAsync([applicationId], ct)
            ?? throw new InvalidOperationException($"There is no application {applicationId}.");
        return BriefDescriptionWriter.Write(await facts.ReadAsync(application, now, ct));
    }
}

using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Firms;

/// <summary>A mandate that the viewer holds or asks for, with the name of the firm.</summary>
public sealed record OwnMandate(Mandate Mandate, string FirmName);

/// <summary>The helper's side of a mandate, while it waits or holds.</summary>
public sealed class OwnMandateQuery(CaseworkDbContext db)
{
    public async Task<OwnMandate?> FindAsync(Guid id, Viewer viewer, DateTimeOffset now, CancellationToken ct)
    {
        var own = await (
            from mandate in db.Mandates.AsNoTracking()
            join firm in db.Firms.AsNoTracking() on mandate.FirmId equals firm.Id
            where mandate.Id == id && mandate.PersonId == viewer.PersonId && mandate.Kind != MandateKind.Member
            select new OwnMandate(mandate, firm.Name)).SingleOrDefaultAsync(ct);
        return own is not null && (own.Mandate.IsWaiting || own.Mandate.IsInForceOn(ChinaTime.DateOf(now))) ? own : null;
    }
}

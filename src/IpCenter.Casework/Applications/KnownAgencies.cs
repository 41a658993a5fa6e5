using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.People;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Applications;

/// <summary>
/// Keeps and offers agencies. An agent is offered only what this agent wrote, in whichever client's application; everybody else is
/// offered what was written for the same firm. So nobody who files for several firms sees in one's form what another one chose.
/// </summary>
public sealed class KnownAgencies(CaseworkDbContext db, AuditTrail audit)
{
    /// <summary>The agency to offer in an application of the firm; <c>null</c> where none is known to this person.</summary>
    public async Task<AgencyFacts?> OfferAsync(Guid firmId, Viewer viewer, CancellationToken ct)
    {
        if (!viewer.ActsFor(firmId))
            return null;
        var owner = OwnerOf(firmId, viewer);
        return (await db.KnownAgencies.AsNoTracking().SingleOrDefaultAsync(known => known.OwnerId == owner, ct))?.Agency;
    }

    /// <summary>The same for a draft that names no agency yet.</summary>
    public async Task<AgencyFacts?> OfferInAsync(Guid caseId, Viewer viewer, CancellationToken ct) =>
        await db.Applications.FindAsync([caseId], ct) is { Form.Agency: null } draft ? await OfferAsync(draft.FirmId, viewer, ct) : null;

    /// <summary>Keeps a complete agency; half of one would be offered as if it were whole.</summary>
    internal async Task KeepAsync(Guid firmId, AgencyFacts agency, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (new[] { agency.Name, agency.Code, agency.AttorneyName, agency.QualificationNumber, agency.Phone }.Any(string.IsNullOrWhiteSpace))
            return;
        var owner = OwnerOf(firmId, viewer);
        var known = await db.KnownAgencies.FindAsync([owner], ct);
        if (known?.Agency == agency)
            return;
        if (known is null)
            db.KnownAgencies.Add(known = new KnownAgency { OwnerId = owner });
        known.Keep(agency, actor.At);
        audit.Record(actor, "agency.kept", owner == firmId ? $"firm:{firmId}" : $"person:{owner}", null, AuditVisibility.Staff);
    }

    private static Guid OwnerOf(Guid firmId, Viewer viewer) => viewer.Is(Roles.Agent) ? viewer.PersonId!.Value : firmId;
}

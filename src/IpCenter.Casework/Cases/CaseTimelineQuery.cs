using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Cases;

/// <summary>One line of a case's timeline, still as codes.</summary>
/// <param name="DetailJson">Arguments of the action's words, as recorded.</param>
public sealed record CaseTimelineEntry(
    DateTimeOffset At, string Action, string ActorName, bool IsSystem, string? Reason,
    string DetailJson, AuditVisibility Visibility);

/// <summary>
/// What happened in a case, the newest first. The parties read what concerns them; the staff who work on the case
/// read everything, unless they have to keep out of it. Whether the viewer may know of the case at all is asked before (<see cref="CaseAccess"/>).
/// </summary>
public sealed class CaseTimelineQuery(CaseworkDbContext db)
{
    public async Task<IReadOnlyList<CaseTimelineEntry>> ReadAsync(Guid caseId, CaseKind kind, Viewer viewer, CancellationToken ct)
    {
        var seesAll = (kind == CaseKind.DesignApplication ? viewer.IsExaminingStaff : viewer.IsRightsStaff) && !await KeepsOutAsync(caseId, viewer, ct);
        var events = await db.AuditEvents.AsNoTracking()
            .Where(e => e.CaseId == caseId && (seesAll || e.Visibility == AuditVisibility.Parties))
            .OrderByDescending(e => e.Sequence)
            .ToListAsync(ct);
        return [.. events.Select(e => new CaseTimelineEntry(
            e.At, e.Action, e.ActorName, e.PersonId is null, e.Reason, e.DetailJson, e.Visibility))];
    }

    /// <summary>Who has a power for the firm today or a declared relation to it reads what the firm reads.</summary>
    private async Task<bool> KeepsOutAsync(Guid caseId, Viewer viewer, CancellationToken ct)
    {
        var firm = await db.Cases.Where(c => c.Id == caseId).Select(c => c.FirmId).SingleOrDefaultAsync(ct);
        return viewer.Powers.ContainsKey(firm) || await db.Recusals.AnyAsync(r => r.FirmId == firm && r.PersonId == viewer.PersonId && r.EndedAt == null, ct);
    }
}

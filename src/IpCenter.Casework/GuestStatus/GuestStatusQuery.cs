using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.GuestStatus;

/// <summary>All that a guest learns: the stage, and the next date with its reason.</summary>
public sealed record SeenByGuest(string Stage, DateTimeOffset? DueAt, string? WhyZh, string? WhyEn);

/// <summary>Answers a guest. A code that never was and one that was taken back take the same one question to the database.</summary>
public sealed class GuestStatusQuery(CaseworkDbContext db)
{
    public async Task<SeenByGuest?> FindAsync(string typed, CancellationToken ct)
    {
        // What cannot be a code is asked for all the same, and not found.
        var lookup = GuestCodeText.LookupOf(GuestCodeText.Read(typed) ?? "");
        var found = await (
            from code in db.GuestCodes.AsNoTracking()
            join file in db.Cases.AsNoTracking() on code.CaseId equals file.Id
            where code.Lookup == lookup && code.RevokedAt == null
            select new { file.Id, file.Stage, file.ClosedAt }).SingleOrDefaultAsync(ct);
        if (found is null)
            return null;
        var due = found.ClosedAt is not null ? null : await db.CaseDeadlines.AsNoTracking()
            .Where(d => d.CaseId == found.Id && d.SettledAt == null)
            .OrderByDescending(d => d.ComputedAt)
            .Select(d => new { d.DueAt, d.ExplanationZh, d.ExplanationEn })
            .FirstOrDefaultAsync(ct);
        return new(found.Stage == CaseFile.Draft ? "Formality" : found.Stage, due?.DueAt, due is null ? null : PartyWords.Of(due.ExplanationZh), due is null ? null : PartyWords.Of(due.ExplanationEn));
    }
}

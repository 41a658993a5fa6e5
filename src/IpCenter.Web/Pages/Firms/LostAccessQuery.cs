using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Firms;

/// <summary>Why somebody finds nothing where there was something.</summary>
public enum LostAccessCause
{
    /// <summary>The firm took the mandate back, or parted with the person.</summary>
    Revoked,
    Expired,

    /// <summary>The person may look at what is the firm's and change nothing.</summary>
    OnlyLooks,
}

/// <summary>What a person could do and cannot any more.</summary>
/// <param name="On">The day on which it ended.</param>
public sealed record LostAccess(string FirmName, LostAccessCause Cause, DateOnly? On);

/// <summary>
/// Tells a person who had access to a firm why a page of it is not there any more. It speaks only of what the person could see
/// when the access ended: for everybody else the answer is that of a page that does not exist.
/// </summary>
public sealed class LostAccessQuery(CaseworkDbContext db)
{
    /// <param name="mentioned">Ids in the address and in what was sent: a firm's, a case's.</param>
    public async Task<LostAccess?> FindAsync(IReadOnlyCollection<Guid> mentioned, Viewer viewer, DateTimeOffset now, CancellationToken ct)
    {
        if (viewer.PersonId is not { } person || mentioned.Count == 0)
            return null;
        var today = ChinaTime.DateOf(now);
        var mandates = await db.Mandates.AsNoTracking().Where(m => m.PersonId == person && m.ConsentedAt != null).ToListAsync(ct);
        var cases = await db.Cases.AsNoTracking().Where(c => mentioned.Contains(c.Id)).Select(c => new { c.FirmId, c.OpenedAt }).ToListAsync(ct);
        foreach (var mandate in mandates.OrderByDescending(m => m.ConsentedAt).ThenBy(m => m.RevokedAt is not null).ThenByDescending(m => m.RevokedAt))
        {
            var about = cases.Where(c => c.FirmId == mandate.FirmId).ToList();
            if (about.Count == 0 && !mentioned.Contains(mandate.FirmId))
                continue;
            if (viewer.Powers.TryGetValue(mandate.FirmId, out var power))
                return power == FirmPower.Read && about.Count > 0 ? new(await NameAsync(mandate.FirmId, ct), LostAccessCause.OnlyLooks, null) : null;
            var ended = mandate.RevokedAt ?? (mandate.EndsOn is { } last && last < today ? ChinaTime.EndOfDay(last) : null);
            if (ended is { } end && (mentioned.Contains(mandate.FirmId) || about.Any(c => c.OpenedAt <= end)) && mandate.Power >= FirmPower.Read)
                return new(await NameAsync(mandate.FirmId, ct), mandate.RevokedAt is null ? LostAccessCause.Expired : LostAccessCause.Revoked, ChinaTime.DateOf(end));
        }
        return null;
    }

    private Task<string> NameAsync(Guid firm, CancellationToken ct) => db.Firms.Where(f => f.Id == firm).Select(f => f.Name).SingleAsync(ct);
}

using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Firms;
using IpCenter.Casework.People;
using IpCenter.Casework.ReferenceData;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Firms;

/// <summary>A firm, where it stands with its recordal, and what the viewer is to it.</summary>
/// <param name="IsOwn">The viewer is one of the firm's own people.</param>
/// <param name="Governs">The viewer decides who does what for it.</param>
public sealed record FirmView(
    Firm Firm, FirmStanding Standing, IReadOnlyList<Recordal> Recordals, IReadOnlyList<RecordalSuspension> Suspensions, bool IsOwn, bool Governs, int Waiting, RecordalPaper? Licence)
{
    public RecordalSuspension? OpenSuspension => Suspensions.FirstOrDefault(s => s.IsOpen);
}

/// <summary>Reads a firm for those who may look at it and for the examining staff; for others it is not there.</summary>
public sealed class FirmQuery(CaseworkDbContext db, ReferenceLibrary reference)
{
    public async Task<FirmView?> FindAsync(Guid id, Viewer viewer, DateTimeOffset now, CancellationToken ct)
    {
        if (!viewer.Sees(id) && !viewer.IsExaminingStaff)
            return null;
        if (await db.Firms.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, ct) is not { } firm)
            return null;
        var today = ChinaTime.DateOf(now);
        var recordals = await db.Recordals.AsNoTracking().Where(r => r.FirmId == id).OrderByDescending(r => r.SubmittedAt).ThenByDescending(r => r.TrailPlace).ToListAsync(ct);
        var standing = FirmStanding.Of(recordals, today, reference.Recordals.Term);
        return new(
            firm,
            standing,
            recordals,
            await db.RecordalSuspensions.AsNoTracking().Where(s => s.FirmId == id).OrderByDescending(s => s.At).ToListAsync(ct),
            await IsOwnAsync(id, viewer, today, ct),
            viewer.Governs(id),
            viewer.Governs(id) ? await db.Mandates.CountAsync(m => m.FirmId == id && m.ConsentedAt == null && m.RevokedAt == null, ct) : 0,
            viewer.Governs(id) && standing.Pending is { } pending
                ? await db.RecordalPapers.AsNoTracking().SingleOrDefaultAsync(p => p.RecordalId == pending.Id && p.ReplacedAt == null, ct)
                : null);
    }

    /// <summary>The firm for its own people only; a helper sees its cases, not its household.</summary>
    public async Task<FirmView?> FindOwnAsync(Guid id, Viewer viewer, DateTimeOffset now, CancellationToken ct) =>
        await FindAsync(id, viewer, now, ct) is { IsOwn: true } own ? own : null;

    /// <summary>The firm of a credit code; whoever asks knows the code from the licence.</summary>
    public async Task<Guid?> FindByCodeAsync(string creditCode, CancellationToken ct) =>
        await db.Firms.AsNoTracking().Where(f => f.CreditCode == creditCode).Select(f => (Guid?)f.Id).SingleOrDefaultAsync(ct);

    public Task<Firm> ReadAsync(Guid id, CancellationToken ct) => db.Firms.AsNoTracking().SingleAsync(f => f.Id == id, ct);

    private Task<bool> IsOwnAsync(Guid id, Viewer viewer, DateOnly today, CancellationToken ct) => db.Mandates
        .Where(m => m.FirmId == id && m.PersonId == viewer.PersonId && m.Kind == MandateKind.Member)
        .AnyAsync(Mandate.InForceOn(today), ct);
}

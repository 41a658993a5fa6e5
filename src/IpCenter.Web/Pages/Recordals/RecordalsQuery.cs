using IpCenter.Casework.Data;
using IpCenter.Casework.Firms;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Recordals;

/// <summary>A recordal in a list.</summary>
public sealed record RecordalRow(
    Guid Id, string FirmName, string CreditCode, IReadOnlyList<string> Classes, DateTimeOffset SubmittedAt, RecordalStatus Status, DateOnly? ValidUntil);

/// <summary>One page of recordals and how many match.</summary>
public sealed record RecordalPage(IReadOnlyList<RecordalRow> Rows, int Total);

/// <summary>A recordal with its firm and what the firm asked before.</summary>
public sealed record RecordalCase(Recordal Recordal, Firm Firm, IReadOnlyList<Recordal> Others, string? DecidedBy);

/// <summary>Reads recordals for those who decide on them: the one that waits longest first.</summary>
public sealed class RecordalsQuery(CaseworkDbContext db)
{
    public async Task<RecordalPage> ReadAsync(RecordalStatus? status, string? text, int page, int pageSize, CancellationToken ct)
    {
        var matching =
            from recordal in db.Recordals.AsNoTracking()
            join firm in db.Firms.AsNoTracking() on recordal.FirmId equals firm.Id
            where (status == null || recordal.Status == status)
                && (text == null || firm.Name.Contains(text) || firm.CreditCode.Contains(text))
            select new { recordal, firm.Name, firm.CreditCode };
        var total = await matching.CountAsync(ct);
        var rows = await matching
            .OrderBy(r => r.recordal.Status == RecordalStatus.Submitted ? 0 : 1)
            .ThenBy(r => r.recordal.SubmittedAt)
            .Skip((page - 1) * pageSize)
            .Take(pageSize)
            .ToListAsync(ct);
        return new([.. rows.Select(r => new RecordalRow(
            r.recordal.Id, r.Name, r.CreditCode, r.recordal.Classes, r.recordal.SubmittedAt, r.recordal.Status, r.recordal.ValidUntil))], total);
    }

    public async Task<RecordalCase?> FindAsync(Guid id, CancellationToken ct)
    {
        if (await db.Recordals.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } recordal)
            return null;
        var others = await db.Recordals.AsNoTracking()
            .Where(r => r.FirmId == recordal.FirmId && r.Id != id)
            .OrderByDescending(r => r.SubmittedAt)
            .ToListAsync(ct);
        return new(
            recordal,
            await db.Firms.AsNoTracking().SingleAsync(f => f.Id == recordal.FirmId, ct),
            others,
            await db.Users.Where(p => p.Id == recordal.DecidedBy).Select(p => p.DisplayName).SingleOrDefaultAsync(ct));
    }
}

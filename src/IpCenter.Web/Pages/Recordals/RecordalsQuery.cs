using IpCenter.Casework.Data;
using IpCenter.Casework.Firms;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Recordals;

/// <summary>A recordal in a list.</summary>
public sealed record RecordalRow(
    Guid Id, string FirmName, string CreditCode, IReadOnlyList<string> Classes, DateTimeOffset SubmittedAt, RecordalStatus Status, DateOnly? ValidUntil, bool IsRenewal);

/// <summary>One page of recordals and how many match.</summary>
public sealed record RecordalPage(IReadOnlyList<RecordalRow> Rows, int Total);

/// <summary>A recordal with its firm, how it stands to the criteria, and what the firm asked before.</summary>
/// <param name="Assessment">As it stood at the decision; of one that waits or that was decided before this was kept, as it stands now.</param>
public sealed record RecordalCase(
    Recordal Recordal, Firm Firm, RecordalFacts Facts, IReadOnlyList<CriterionAssessment> Assessment, FirmConduct Conduct, IReadOnlyList<Recordal> Others,
    IReadOnlyList<RecordalSuspension> Suspensions, string? DecidedBy, string? AskedBy, RecordalPaper? Licence)
{
    public RecordalSuspension? OpenSuspension => Suspensions.FirstOrDefault(s => s.IsOpen);
}

/// <summary>Reads recordals for those who decide on them: the one that waits longest first.</summary>
public sealed class RecordalsQuery(CaseworkDbContext db, AssessRecordal assess)
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
            r.recordal.Id, r.Name, r.CreditCode, r.recordal.Classes, r.recordal.SubmittedAt, r.recordal.Status, r.recordal.ValidUntil, r.recordal.RenewsId is not null))], total);
    }

    public async Task<RecordalCase?> FindAsync(Guid id, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.Recordals.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } recordal)
            return null;
        var firm = await db.Firms.AsNoTracking().SingleAsync(f => f.Id == recordal.FirmId, ct);
        return new(
            recordal,
            firm,
            recordal.Facts ?? RecordalFacts.Of(firm),
            recordal.Assessment ?? await assess.ExecuteAsync(recordal, firm, now, ct),
            await assess.ConductAsync(firm.Id, now, ct),
            await db.Recordals.AsNoTracking()
                .Where(r => r.FirmId == recordal.FirmId && r.Id != id)
                .OrderByDescending(r => r.SubmittedAt).ThenByDescending(r => r.TrailPlace)
                .ToListAsync(ct),
            await db.RecordalSuspensions.AsNoTracking().Where(s => s.FirmId == recordal.FirmId).OrderByDescending(s => s.At).ToListAsync(ct),
            await db.Users.Where(p => p.Id == recordal.DecidedBy).Select(p => p.DisplayName).SingleOrDefaultAsync(ct),
            await db.Users.Where(p => p.Id == recordal.SubmittedBy).Select(p => $"{p.DisplayName} ({p.UserName})").SingleOrDefaultAsync(ct),
            await assess.LicenceAsync(recordal, ct));
    }
}

using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Designs;
using IpCenter.Casework.Evidence;
using IpCenter.Casework.Festivals;
using IpCenter.Casework.Infringements;
using IpCenter.Casework.People;
using IpCenter.Casework.ReferenceData;
using IpCenter.Web.Pages.Report;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Rights;

/// <summary>Another report, as a line of a record.</summary>
public sealed record EarlierReport(Guid Id, string Number, string Title, string FirmName, DateTimeOffset SubmittedAt, string Stage, string? Outcome);

/// <summary>All that an officer weighs before choosing a route: the pictures, both sides' history, the season.</summary>
public sealed record TriageView(
    InfringementReport Report,
    string? OwnDesign,
    DesignStatus? OwnStatus,
    IReadOnlyList<EvidenceItem> Evidence,
    IReadOnlyList<MatchView> Matches,
    IReadOnlyList<EarlierReport> OfComplainant,
    IReadOnlyList<EarlierReport> AboutAccount,
    FestivalWindow? Festival)
{
    public IReadOnlyList<ShotMatches> Shots => ShotMatches.Of(Evidence, Matches);

    public int Withdrawn => OfComplainant.Count(r => r.Outcome == "withdrawn");
}

/// <summary>Reads a report for triage. Whether the viewer may do the task is asked before.</summary>
public sealed class TriageQuery(CaseworkDbContext db, ReportQuery reports, ReferenceLibrary reference)
{
    private const int Most = 20;

    public async Task<TriageView> ReadAsync(Guid reportId, Viewer viewer, DateTimeOffset now, CancellationToken ct)
    {
        var report = await db.InfringementReports.AsNoTracking().SingleAsync(r => r.Id == reportId, ct);
        var matches = await reports.MatchesAsync(reportId, viewer, ct);
        var own = await db.Designs.AsNoTracking().SingleOrDefaultAsync(d => d.Id == report.OwnDesignId, ct);
        var productClass = own?.LocarnoClass ?? (matches.Count > 0 ? matches[0].LocarnoClass : null);
        return new TriageView(
            report,
            own is null ? null : $"{own.ProductName} {own.PatentNumber}",
            own?.StatusOn(ChinaTime.DateOf(now)),
            await db.EvidenceItems.AsNoTracking().Where(e => e.CaseId == reportId).OrderBy(e => e.ReceivedAt).ThenBy(e => e.Id).ToListAsync(ct),
            matches,
            await OthersAsync(db.InfringementReports.Where(r => r.FirmId == report.FirmId && r.Id != reportId), ct),
            report.Account.Length == 0
                ? []
                : await OthersAsync(db.InfringementReports.Where(r => r.Account == report.Account && r.Platform == report.Platform && r.Id != reportId), ct),
            productClass is null ? null : reference.Festivals.For(productClass, ChinaTime.DateOf(now)));
    }

    private Task<List<EarlierReport>> OthersAsync(IQueryable<InfringementReport> which, CancellationToken ct) => (
        from report in which.AsNoTracking()
        join file in db.Cases.AsNoTracking() on report.Id equals file.Id
        join firm in db.Firms.AsNoTracking() on file.FirmId equals firm.Id
        where file.SubmittedAt != null
        orderby file.SubmittedAt descending
        select new EarlierReport(file.Id, file.Number!, file.Title, firm.Name, file.SubmittedAt!.Value, file.Stage, file.Outcome)).Take(Most).ToListAsync(ct);
}

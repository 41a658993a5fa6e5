using System.Globalization;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Examination;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Office;

/// <summary>The number and the days of a filing at the national office, as they were told.</summary>
public sealed record OfficeFiling(string OfficeNumber, DateOnly? FiledOn, DateOnly? AcceptedOn);

/// <summary>What cannot be of a filing at the national office, whoever tells it and however often.</summary>
public sealed class OfficeFilingCheck(CaseworkDbContext db)
{
    /// <returns>The number as it is written everywhere, or why not, each at its field.</returns>
    public async Task<Result<string>> ReadAsync(Guid caseId, OfficeFiling filing, DateTimeOffset now, CancellationToken ct, OfficeFiling? before = null)
    {
        List<RuleViolation> violations = [];
        var number = IdentifierViolations.DesignNumber(filing.OfficeNumber, "officeNumber", violations);
        // A number belongs to one application; whose it is, is not said.
        if (number is not null && await db.Applications.AnyAsync(a => a.OfficeNumber == number && a.Id != caseId, ct))
            violations.Add(new("office.number-known", "officeNumber"));
        var today = ChinaTime.DateOf(now);
        if (filing.FiledOn is not { } filedOn || filedOn > today)
            violations.Add(new("date.not-future", "filedOn"));
        // A day that was taken before is not asked again by a correction of something else.
        else if (filedOn != before?.FiledOn && await TooEarlyAsync(caseId, filedOn, ct) is { } early)
            violations.Add(early);
        if (filing.AcceptedOn is null || filing.AcceptedOn > today || filing.AcceptedOn < filing.FiledOn)
            violations.Add(new("office.accepted-after-filed", "acceptedOn"));
        return violations.Count > 0 ? violations : number!;
    }

    /// <summary>What was filed before the centre passed it never uses the fast lane: the papers at the office are not those that were examined.</summary>
    private async Task<RuleViolation?> TooEarlyAsync(Guid caseId, DateOnly filedOn, CancellationToken ct)
    {
        if ((await db.Cases.FindAsync([caseId], ct))!.SubmittedAt is { } submitted && filedOn < ChinaTime.DateOf(submitted))
            return new("office.filed-before-submission", "filedOn", Day(submitted));
        var passes = await db.Decisions.AsNoTracking()
            .Where(d => d.CaseId == caseId && DecideExamination.Tasks.Contains(d.Task) && d.Outcome == "pass")
            .Select(d => d.At)
            .ToListAsync(ct);
        return passes.Count > 0 && filedOn < ChinaTime.DateOf(passes.Max()) ? new("office.filed-before-pass", "filedOn", Day(passes.Max())) : null;
    }

    private static string Day(DateTimeOffset at) => ChinaTime.DateOf(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

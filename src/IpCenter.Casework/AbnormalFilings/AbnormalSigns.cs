using IpCenter.Casework.Applications;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Firms;
using IpCenter.Casework.People;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Staffing;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.AbnormalFilings;

/// <summary>
/// Looks for signs of abnormal filings at a case, for the examining staff alone. Of several signs that compare with the same
/// application the one that says most is shown.
/// </summary>
public sealed class AbnormalSigns(
    CaseworkDbContext db, CaseAccess access, TaskConflicts conflicts, LinkedFirms links, ReferenceLibrary reference, SameFilings same, LikeFilings like, AuditTrail audit)
{
    public const string Purpose = "abnormal-signs";

    /// <summary>The signs as a page shows them; that other unpublished applications were seen is logged.</summary>
    /// <returns>Nothing where the viewer may not know of the case, or keeps out of it.</returns>
    public async Task<IReadOnlyList<AbnormalSign>> ReadAsync(Guid caseId, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var signs = await FindAsync(caseId, viewer, actor.At, ct);
        foreach (var other in signs.Select(s => s.Compared).OfType<ComparedFiling>().Where(c => c.IsUnpublished).Select(c => c.Id).Distinct())
            audit.RecordRead(actor, $"application:{other}", other, Purpose);
        return signs;
    }

    /// <summary>The same without a reader: for recording a finding on one of them.</summary>
    public async Task<IReadOnlyList<AbnormalSign>> FindAsync(Guid caseId, Viewer viewer, DateTimeOffset now, CancellationToken ct)
    {
        if (!viewer.IsExaminingStaff || await access.FindAsync(caseId, viewer, ct) is not { Kind: CaseKind.DesignApplication, SubmittedAt: not null } file)
            return [];
        if (await conflicts.OfCaseAsync(caseId, viewer.PersonId!.Value, now, ct) is not null)
            return [];
        var application = await db.Applications.AsNoTracking().SingleAsync(a => a.Id == caseId, ct);
        var linked = await links.OfAsync(file.FirmId, ChinaTime.DateOf(now), ct);
        var signs = reference.Signs;
        var about = new SignQuestion(file, application, [.. linked.Where(l => l.Has(signs.Ties))], signs);
        // Of a firm of whose cases the viewer keeps out nothing unpublished is shown beside another's either.
        var keptOut = await conflicts.FirmsOfAsync(viewer.PersonId.Value, now, ct);
        List<AbnormalSign> found =
        [
            .. ((IEnumerable<AbnormalSign>)[.. await same.FindAsync(about, ct), .. await like.FindAsync(about, ct)])
                .Where(s => s.Compared is not { IsUnpublished: true, Firm: { } firm } || !keptOut.Contains(firm)),
        ];
        if (await BurstAsync(about, ct) is { } burst)
            found.Add(burst);
        var findings = await db.SignFindings.AsNoTracking().Where(f => f.CaseId == caseId || f.Subject == caseId).ToListAsync(ct);
        return
        [
            .. found.GroupBy(s => s.Subject).Select(g => g.MinBy(s => s.Kind)!)
                .OrderBy(s => s.Kind).ThenByDescending(s => s.Probability).ThenByDescending(s => s.Compared?.On)
                .Select(s => s with
                {
                    Findings = [.. Latest(findings.Where(f => f.CaseId == caseId && f.Subject == s.Subject))],
                    Elsewhere = [.. Latest(findings.Where(f => f.Subject == caseId && f.CaseId == s.Subject))],
                }),
        ];
    }

    private static IOrderedEnumerable<SignFinding> Latest(IEnumerable<SignFinding> findings) =>
        findings.OrderByDescending(f => f.At).ThenByDescending(f => f.TrailPlace);

    /// <summary>The days up to the submission of this one: what came after it is a sign at the later ones.</summary>
    private async Task<AbnormalSign?> BurstAsync(SignQuestion about, CancellationToken ct)
    {
        if (about.Settings.Find(SignKind.Burst) is not { } rule)
            return null;
        var until = about.File.SubmittedAt!.Value;
        var from = until.AddDays(-rule.Days);
        List<Guid> firms = [about.File.FirmId, .. about.Tied.Select(t => t.FirmId)];
        var filed = await db.Cases.AsNoTracking()
            .Where(c => c.Kind == CaseKind.DesignApplication && firms.Contains(c.FirmId) && c.SubmittedAt > from && c.SubmittedAt <= until)
            .Select(c => c.FirmId)
            .ToListAsync(ct);
        var own = filed.Count(f => f == about.File.FirmId);
        return own >= rule.Count || (filed.Count > own && filed.Count >= rule.TogetherCount)
            ? new AbnormalSign { Kind = SignKind.Burst, Subject = Guid.Empty, Of = own, Filings = filed.Count, DaysApart = rule.Days }
            : null;
    }
}

/// <summary>The case that is looked at, and the firms that count as one with its applicant.</summary>
internal sealed record SignQuestion(CaseFile File, DesignApplication Application, IReadOnlyList<LinkedFirm> Tied, SignSettings Settings)
{
    public bool IsOwn(Guid? firm) => firm == File.FirmId;

    public LinkedFirm? TieTo(Guid? firm) => Tied.FirstOrDefault(t => t.FirmId == firm);

    public bool Counts(Guid? firm) => IsOwn(firm) || TieTo(firm) is not null;
}

using IpCenter.Casework.Applications;
using IpCenter.Casework.Data;
using IpCenter.Casework.Designs;
using IpCenter.Casework.Evidence;
using IpCenter.Casework.Infringements;
using IpCenter.Casework.People;
using IpCenter.Casework.Referrals;
using IpCenter.Casework.Tasks;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Report;

/// <summary>A screenshot beside a published design that it resembles.</summary>
public sealed record MatchView(
    Guid Id, Guid EvidenceId, Guid? EvidenceImageId, string FileName, Guid DesignId, Guid DesignImageId, string ProductName, string PatentNumber,
    string OwnerName, string LocarnoClass, double Probability, MatchedRegion? EvidenceRegion, MatchedRegion? DesignRegion, bool Mirrored, LeadJudgement Judgement,
    DesignStatus Status, DateOnly? ExpiresOn)
{
    /// <summary>A right that has ended is none to act on, however alike the pictures are.</summary>
    public DesignStatus StatusOn(DateOnly day) =>
        Status is DesignStatus.InForce or DesignStatus.Unknown && day >= ExpiresOn ? DesignStatus.Expired : Status;

    /// <summary>The search did not find it: a person put the two side by side.</summary>
    public bool IsByHand => Probability == 0;
}

/// <summary>A screenshot with the designs that it resembles: what a person chose first, then the best.</summary>
public sealed record ShotMatches(EvidenceItem Shot, IReadOnlyList<MatchView> Matches)
{
    public static IReadOnlyList<ShotMatches> Of(IEnumerable<EvidenceItem> evidence, IReadOnlyList<MatchView> matches) =>
    [
        .. evidence.Where(item => item.ImageId is not null).Select(item => new ShotMatches(item,
        [
            .. matches.Where(m => m.EvidenceId == item.Id).OrderByDescending(m => m.Judgement == LeadJudgement.Relevant).ThenByDescending(m => m.Probability),
        ])),
    ];
}

/// <summary>A task that waits on the case and that the viewer may do.</summary>
public sealed record OpenTask(Guid Id, string Name, string? AssigneeName, DateTimeOffset? DueAt);

/// <summary>What the page of a report shows, as far as the viewer may know it.</summary>
public sealed record ReportView
{
    public required InfringementReport Report { get; init; }
    public required string? OwnDesign { get; init; }
    public required IReadOnlyList<EvidenceItem> Evidence { get; init; }
    public required IReadOnlyList<CustodyEvent> Custody { get; init; }
    public required IReadOnlyList<MatchView> Matches { get; init; }
    public required IReadOnlyList<OpenTask> Tasks { get; init; }

    /// <summary>Where the report went to court.</summary>
    public required Referral? Referral { get; init; }

    /// <summary>An original did not match its hash: the process stands still until a person has looked.</summary>
    public required bool IsStopped { get; init; }

    public IReadOnlyList<ShotMatches> Shots => ShotMatches.Of(Evidence, Matches);

    public bool IsSealed => Evidence.All(e => e.SealedAt is not null);
}

/// <summary>Reads a report. Whether the viewer may know of the case is asked before.</summary>
public sealed class ReportQuery(CaseworkDbContext db)
{
    public async Task<ReportView> ReadAsync(Guid id, Viewer viewer, CancellationToken ct)
    {
        var report = await db.InfringementReports.AsNoTracking().SingleAsync(r => r.Id == id, ct);
        var evidence = await db.EvidenceItems.AsNoTracking().Where(e => e.CaseId == id).OrderBy(e => e.ReceivedAt).ThenBy(e => e.Id).ToListAsync(ct);
        var open = await db.WorkItems.AsNoTracking()
            .Where(w => w.CaseId == id && w.CompletedAt == null && w.CancelledAt == null)
            .OrderBy(w => w.CreatedAt)
            .ToListAsync(ct);
        return new ReportView
        {
            Report = report,
            OwnDesign = await db.Designs.Where(d => d.Id == report.OwnDesignId).Select(d => d.ProductName + " " + d.PatentNumber).SingleOrDefaultAsync(ct),
            Evidence = evidence,
            Custody = viewer.IsRightsStaff ? await CustodyAsync(id, ct) : [],
            Matches = await MatchesAsync(id, viewer, ct),
            Tasks = [.. open.Where(w => TaskDesk.MayWork(viewer, w)).Select(w => new OpenTask(w.Id, w.Name, w.AssigneeName, w.DueAt))],
            Referral = await db.Referrals.AsNoTracking().SingleOrDefaultAsync(r => r.Id == report.ReferralId, ct),
            IsStopped = await IsStoppedAsync(id, ct),
        };
    }

    /// <summary>The reporter learns of its own designs alone: what else a screenshot resembles is for the staff to judge.</summary>
    public async Task<IReadOnlyList<MatchView>> MatchesAsync(Guid id, Viewer viewer, CancellationToken ct)
    {
        var seesAll = viewer.IsRightsStaff || viewer.Is(Roles.Procurator);
        return await (
            from match in db.ReportMatches.AsNoTracking()
            join design in db.Designs.AsNoTracking() on match.DesignId equals design.Id
            join item in db.EvidenceItems.AsNoTracking() on match.EvidenceId equals item.Id
            where match.ReportId == id && (seesAll || (design.FirmId != null && viewer.FirmIds.Contains(design.FirmId.Value)))
            orderby match.Probability descending
            select new MatchView(
                match.Id, item.Id, item.ImageId, item.FileName, design.Id, match.DesignImageId, design.ProductName, design.PatentNumber,
                design.OwnerName, design.LocarnoClass, match.Probability, match.EvidenceRegion, match.DesignRegion, match.Mirrored, match.Judgement,
                design.Status, design.ExpiresOn))
            .ToListAsync(ct);
    }

    private Task<bool> IsStoppedAsync(Guid id, CancellationToken ct)
    {
        var correlation = id.ToString();
        return db.WorkflowWaits.AnyAsync(w => w.CorrelationId == correlation && w.IsIncident, ct);
    }

    private Task<List<CustodyEvent>> CustodyAsync(Guid id, CancellationToken ct) => (
        from step in db.CustodyEvents.AsNoTracking()
        join item in db.EvidenceItems on step.EvidenceId equals item.Id
        where item.CaseId == id
        orderby step.At, step.Id
        select step).ToListAsync(ct);
}

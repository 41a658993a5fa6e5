using IpCenter.Casework.AnnualFees;
using IpCenter.Casework.Certificates;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Designs;
using IpCenter.Casework.EvaluationReports;
using IpCenter.Casework.People;
using IpCenter.Web.Pages.Register;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Designs;

/// <summary>Everything about a right that those may see who may act on it.</summary>
public sealed record RightView(
    Design Design, RightHistory History, RightStanding Standing, IReadOnlyList<AnnualFee> Fees, IReadOnlyList<AnnualFeePayment> Voided,
    IReadOnlyList<RightProposal> Proposals, EvaluationReport? Report, IReadOnlyList<StatusCertificate> Certificates, Guid? ImageId, bool IsHolder)
{
    public AnnualFee? Next => Fees.FirstOrDefault(fee => fee.IsOpen);
}

/// <summary>Reads a right for its holder's people and the examining staff; for everybody else it is not there.</summary>
public sealed class RightQuery(CaseworkDbContext db, AnnualFeeCalendar calendar, EvaluationReportsQuery reports)
{
    /// <summary>Where somebody with a part in the firm that may not act for it sees the right: on the page that everybody sees.</summary>
    public async Task<string?> PublicAddressAsync(Guid id, Viewer viewer, CancellationToken ct) =>
        await db.Designs.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct) is { IsChinesePatent: true, FirmId: { } firm } design && viewer.Powers.ContainsKey(firm)
            ? RegisterAddress.Of(design)
            : null;

    public async Task<RightView?> FindAsync(Guid id, Viewer viewer, DateTimeOffset now, CancellationToken ct)
    {
        var design = await db.Designs.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct);
        if (design is not { IsChinesePatent: true } || !RightAccess.MayAct(design, viewer))
            return null;
        var history = new RightHistory(design, await db.RightEntries.AsNoTracking().Where(e => e.DesignId == id).ToListAsync(ct));
        var payments = await db.AnnualFeePayments.AsNoTracking().Where(p => p.DesignId == id).ToListAsync(ct);
        var views = await db.DesignViews.AsNoTracking().Where(v => v.DesignId == id && v.ReplacedAt == null).ToListAsync(ct);
        // What an earlier owner sent in is between that owner and the centre.
        var proposals = await db.RightProposals.AsNoTracking()
            .Where(p => p.DesignId == id && (viewer.IsExaminingStaff || (p.FirmId != null && viewer.FirmIds.Contains(p.FirmId.Value))))
            .OrderByDescending(p => p.SubmittedAt)
            .ToListAsync(ct);
        return new(
            design, history, history.On(ChinaTime.DateOf(now)), calendar.Of(design, payments), [.. payments.Where(p => !p.IsValid)], proposals,
            await reports.OfDesignAsync(id, ct),
            await db.StatusCertificates.AsNoTracking().Where(c => c.DesignId == id).OrderByDescending(c => c.IssuedAt).ToListAsync(ct),
            views.InOrder().Select(v => (Guid?)v.ImageId).FirstOrDefault(),
            RightAccess.IsHolder(design, viewer));
    }
}

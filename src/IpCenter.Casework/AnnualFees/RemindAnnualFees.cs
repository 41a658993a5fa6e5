using System.Globalization;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Designs;
using IpCenter.Casework.Notices;
using IpCenter.Casework.People;
using IpCenter.Casework.ReferenceData;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.AnnualFees;

/// <summary>
/// Reminds owners of fees, each reminder once, and suggests to the staff the lapse of a right whose grace is over. It never
/// ends a right: the office may have received what nobody told the centre.
/// </summary>
public sealed class RemindAnnualFees(CaseworkDbContext db, ReferenceLibrary reference, AnnualFeeCalendar calendar, NoticeSending notices, AuditTrail audit)
{
    public const string DueNotice = "annual-fee-due";

    public const string GraceNotice = "annual-fee-grace";

    /// <summary>Ends the name of a notice that tells a reduced sum beside the full one.</summary>
    public const string ReducedNotice = "-reduced";

    public const string LapseNotice = "lapse-proposed";

    /// <summary>Looks at the rights of the centre's firms; gives how many reminders and suggestions were made. Run again, it adds nothing.</summary>
    public async Task<int> ExecuteAsync(DateTimeOffset now, CancellationToken ct)
    {
        var made = 0;
        foreach (var id in await DueAsync(now, ct))
            made += await ExecuteAsync(id, now, ct);
        return made;
    }

    /// <summary>The rights of which something is to be said.</summary>
    public async Task<IReadOnlyList<Guid>> DueAsync(DateTimeOffset now, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(now);
        var rights = await Watched(today).AsNoTracking().OrderBy(d => d.Id).ToListAsync(ct);
        var ids = rights.Select(d => d.Id).ToList();
        var payments = (await db.AnnualFeePayments.AsNoTracking().Where(p => ids.Contains(p.DesignId)).ToListAsync(ct)).ToLookup(p => p.DesignId);
        var sent = (await db.FeeReminders.AsNoTracking().Where(r => ids.Contains(r.DesignId)).ToListAsync(ct)).Select(r => (r.DesignId, r.Year, r.Step)).ToHashSet();
        var suggested = (await db.RightProposals.AsNoTracking().Where(p => ids.Contains(p.DesignId) && p.SystemKey != null).ToListAsync(ct)).ToLookup(p => p.DesignId);
        return
        [
            .. rights.Where(design => Next(design, payments[design.Id], suggested[design.Id], today) is { } fee && (fee.IsGraceOver(today)
                ? suggested[design.Id].All(p => p.SystemKey != LapseKey(design, fee))
                : reference.FeeReminders.StepOn(fee, today) is { } step && !sent.Contains((design.Id, fee.Year, step))))
                .Select(design => design.Id),
        ];
    }

    /// <summary>Says of one right what is to be said of it.</summary>
    public async Task<int> ExecuteAsync(Guid designId, DateTimeOffset now, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(now);
        if (await Watched(today).AsNoTracking().FirstOrDefaultAsync(d => d.Id == designId, ct) is not { } design)
            return 0;
        var payments = await db.AnnualFeePayments.AsNoTracking().Where(p => p.DesignId == designId).ToListAsync(ct);
        var suggested = await db.RightProposals.AsNoTracking().Where(p => p.DesignId == designId && p.SystemKey != null).ToListAsync(ct);
        if (Next(design, payments, suggested, today) is not { } fee)
            return 0;
        if (fee.IsGraceOver(today))
            return await SuggestLapseAsync(design, fee, now, ct);
        return reference.FeeReminders.StepOn(fee, today) is { } step
            && !await db.FeeReminders.AnyAsync(r => r.DesignId == designId && r.Year == fee.Year && r.Step == step, ct)
            ? await RemindAsync(design, fee, step, today, now, ct)
            : 0;
    }

    /// <summary>
    /// The fee of which something may be to be said. A right that still is in force after somebody decided on its lapse for a year was
    /// paid for in that year, wherever that is recorded: its later years are watched.
    /// </summary>
    private AnnualFee? Next(Design design, IEnumerable<AnnualFeePayment> payments, IEnumerable<RightProposal> suggested, DateOnly today) => calendar
        .Of(design, payments)
        .FirstOrDefault(fee => fee.IsOpen && !(fee.IsGraceOver(today) && suggested.Any(p => p.SystemKey == LapseKey(design, fee) && p.DecidedAt is not null)));

    private IQueryable<Design> Watched(DateOnly today) => db.Designs.Where(d => d.Numbering == "" && d.FirmId != null
        && (d.Status == DesignStatus.InForce || d.Status == DesignStatus.Unknown) && d.FiledOn != null && (d.ExpiresOn == null || d.ExpiresOn > today));

    private static string LapseKey(Design design, AnnualFee fee) => $"lapse:{design.Id:N}:{fee.Year}";

    private async Task<int> RemindAsync(Design design, AnnualFee fee, string step, DateOnly today, DateTimeOffset now, CancellationToken ct)
    {
        db.FeeReminders.Add(new FeeReminder { Id = Guid.CreateVersion7(now), DesignId = design.Id, Year = fee.Year, Step = step, SentAt = now });
        var next = fee.StepOn(today)!;
        var quote = next.Quote;
        // The office reduces only for who filed for it that year: both sums are told.
        var template = (fee.IsInGrace(today) ? GraceNotice : DueNotice) + (quote.ReductionRate > 0 ? ReducedNotice : "");
        await notices.ToFirmAsync(design.FirmId!.Value, null, template, RightNotice.Arguments(design,
            ("by", next.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("fee", quote.AmountCny.ToString("0.##", CultureInfo.InvariantCulture)),
            ("full", quote.FullAmountCny.ToString("0.##", CultureInfo.InvariantCulture))), now, ct);
        return 1;
    }

    private async Task<int> SuggestLapseAsync(Design design, AnnualFee fee, DateTimeOffset now, CancellationToken ct)
    {
        var key = LapseKey(design, fee);
        if (await db.RightProposals.AnyAsync(p => p.SystemKey == key, ct))
            return 0;
        db.RightProposals.Add(new RightProposal
        {
            Id = Guid.CreateVersion7(now),
            DesignId = design.Id,
            // 细则115: the right ends with the end of the period in which the fee was due, not with the grace.
            Facts = new RightFacts { Kind = RightEntryKind.Lapsed, EffectiveOn = fee.Nominal, Note = string.Create(CultureInfo.InvariantCulture, $"第 {fee.Year} 年度年费未见缴纳记录") },
            SubmittedByName = Actor.SystemName,
            SubmittedAt = now,
            SystemKey = key,
        });
        audit.Record(Actor.System(now, "annual-fee"), "right.lapse-suggested", $"design:{design.Id}", null, AuditVisibility.Staff,
            ("number", design.PatentNumber), ("year", fee.Year.ToString(CultureInfo.InvariantCulture)));
        await notices.ToRolesAsync(Roles.ExaminingStaff, null, null, LapseNotice, RightNotice.Arguments(design), now, ct);
        return 1;
    }
}

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
        var today = ChinaTime.DateOf(now);
        var rights = await db.Designs.AsNoTracking()
            .Where(d => d.Numbering == "" && d.FirmId != null && (d.Status == DesignStatus.InForce || d.Status == DesignStatus.Unknown) && d.FiledOn != null && (d.ExpiresOn == null || d.ExpiresOn > today))
            .OrderBy(d => d.Id)
            .ToListAsync(ct);
        var ids = rights.Select(d => d.Id).ToList();
        var payments = (await db.AnnualFeePayments.AsNoTracking().Where(p => ids.Contains(p.DesignId)).ToListAsync(ct)).ToLookup(p => p.DesignId);
        var sent = (await db.FeeReminders.AsNoTracking().Where(r => ids.Contains(r.DesignId)).ToListAsync(ct)).Select(r => (r.DesignId, r.Year, r.Step)).ToHashSet();
        var made = 0;
        foreach (var design in rights)
        {
            if (calendar.Next(design, payments[design.Id]) is not { } fee)
                continue;
            if (fee.IsGraceOver(today))
                made += await SuggestLapseAsync(design, fee, now, ct);
            else if (reference.FeeReminders.StepOn(fee, today) is { } step && sent.Add((design.Id, fee.Year, step)))
                made += await RemindAsync(design, fee, step, today, now, ct);
        }
        return made;
    }

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
        var key = $"lapse:{design.Id:N}:{fee.Year}";
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

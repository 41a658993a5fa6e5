using System.Globalization;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Designs;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.AnnualFees;

/// <summary>What a receipt of the office says.</summary>
public sealed record FeeReceipt(int? Year, DateOnly? PaidOn, decimal? AmountCny, string ReceiptNumber);

/// <summary>
/// Records what the owner paid to the office, with proof, voids a wrong record, and keeps whether the office reduces the
/// fees. The owner's people and the staff may record; only the staff may void.
/// </summary>
public sealed class AnnualFeeRecords(
    CaseworkDbContext db, RightAccess rights, AnnualFeeCalendar calendar, ReceiveRightDocument documents, AuditTrail audit)
{
    public async Task<Result<AnnualFeePayment>> PayAsync(
        Guid id, Guid designId, FeeReceipt receipt, SentFile? proof, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (await rights.FindAsync(designId, viewer, ct) is not { } design)
            return new RuleViolation("case.not-found");
        if (await db.AnnualFeePayments.FindAsync([id], ct) is { } existing)
            return existing;
        var fees = calendar.Of(design, await db.AnnualFeePayments.Where(p => p.DesignId == designId).ToListAsync(ct));
        var violations = Check(design, fees, receipt, proof, viewer, ChinaTime.DateOf(actor.At));
        if (violations.Count > 0)
            return violations;
        Guid? document = null;
        if (proof is not null)
        {
            var received = await documents.ExecuteAsync(designId, proof, "proof", actor, ct);
            if (!received.Succeeded)
                return received.Violations.ToList();
            document = received.Value.Id;
        }
        var payment = new AnnualFeePayment
        {
            Id = id,
            DesignId = designId,
            Year = receipt.Year!.Value,
            PaidOn = receipt.PaidOn!.Value,
            AmountCny = receipt.AmountCny!.Value,
            ReceiptNumber = receipt.ReceiptNumber.Trim(),
            DocumentId = document,
            RecordedAt = actor.At,
            RecordedBy = actor.PersonId!.Value,
            RecordedByName = actor.Name,
        };
        db.AnnualFeePayments.Add(payment);
        audit.Record(actor, "annual-fee.paid", $"design:{designId}", null, AuditVisibility.Parties,
            ("number", design.PatentNumber), ("year", Text(payment.Year)), ("amount", Text(payment.AmountCny)));
        return payment;
    }

    public async Task<Result<AnnualFeePayment>> VoidAsync(Guid paymentId, string reason, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (!viewer.IsExaminingStaff || await db.AnnualFeePayments.FindAsync([paymentId], ct) is not { } payment)
            return new RuleViolation("case.not-found");
        if (!payment.IsValid)
            return payment;
        if (string.IsNullOrWhiteSpace(reason))
            return new RuleViolation("field.required", "reason");
        var design = (await db.Designs.FindAsync([payment.DesignId], ct))!;
        payment.Void(reason.Trim(), actor.PersonId!.Value, actor.At);
        audit.Record(actor.Because(reason.Trim()), "annual-fee.voided", $"design:{design.Id}", null, AuditVisibility.Parties,
            ("number", design.PatentNumber), ("year", Text(payment.Year)));
        return payment;
    }

    /// <summary>Whether the office reduces the fees, and for how many owners; never why (do not disturb).</summary>
    public async Task<Result<Design>> ReduceAsync(Guid designId, bool reduced, int owners, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (await rights.FindAsync(designId, viewer, ct) is not { } design)
            return new RuleViolation("case.not-found");
        if (owners is < 1 or > 20)
            return new RuleViolation("fee.owners", "owners");
        if ((design.FeesReduced, design.OwnerCount) != (reduced, owners))
        {
            (design.FeesReduced, design.OwnerCount) = (reduced, owners);
            audit.Record(actor, reduced ? "annual-fee.reduced" : "annual-fee.not-reduced", $"design:{designId}", null, AuditVisibility.Parties,
                ("number", design.PatentNumber), ("owners", Text(owners)));
        }
        return design;
    }

    private static List<RuleViolation> Check(
        Design design, IReadOnlyList<AnnualFee> fees, FeeReceipt receipt, SentFile? proof, Viewer viewer, DateOnly today)
    {
        List<RuleViolation> found = [];
        var fee = fees.FirstOrDefault(f => f.Year == receipt.Year);
        if (fee is null || !fee.IsOpen)
            found.Add(new("fee.year-not-open", "year"));
        else if (fees.FirstOrDefault(f => f.IsOpen && f.Year < fee.Year) is { } earlier)
            found.Add(new("fee.earlier-open", "year", Text(earlier.Year)));
        // A lapsed right is paid for when it is restored (细则6).
        if (design.StatusOn(today) is DesignStatus.Expired or DesignStatus.Invalidated or DesignStatus.Abandoned)
            found.Add(new("right.not-in-force", null, RightNames.Of(design.StatusOn(today)).Zh, RightNames.Of(design.StatusOn(today)).En));
        if (receipt.PaidOn is null)
            found.Add(new("field.required", "paidOn"));
        else if (receipt.PaidOn > today)
            found.Add(new("date.not-future", "paidOn"));
        if (receipt.ReceiptNumber.Trim().Length == 0)
            found.Add(new("field.required", "receiptNumber"));
        if (receipt.AmountCny is null)
            found.Add(new("field.required", "amountCny"));
        else if (fee is { IsOpen: true } && receipt.PaidOn is { } on && Needed(fee, on) is var needed && receipt.AmountCny < needed)
            found.Add(new("fee.too-little", "amountCny", Text(needed)));
        // Staff may have seen the receipt at the counter; an owner's own word needs a proof.
        if (proof is null && !viewer.IsExaminingStaff)
            found.Add(new("field.required", "proof"));
        return found;
    }

    /// <summary>After the grace it can only be paid with a restoration, with all of the surcharge.</summary>
    private static decimal Needed(AnnualFee fee, DateOnly on) => (fee.StepOn(on) ?? fee.Steps[^1]).Quote.AmountCny;

    private static string Text(IFormattable value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}

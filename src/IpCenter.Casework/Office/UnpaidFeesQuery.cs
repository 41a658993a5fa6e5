using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Documents;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Office;

/// <summary>A case whose fee is not known to be paid, or was declared and not proven.</summary>
/// <param name="LastDay">Of the fast lane.</param>
/// <param name="AcknowledgedAt">When somebody of the firm said "received" to the notice of the fee.</param>
/// <param name="ProofOwed">The payment was declared and its proof promised.</param>
public sealed record UnpaidFee(
    Guid CaseId, string Number, string Title, string FirmName, string ContactName, string ContactPhone, DateOnly? AcceptedOn, DateOnly LastDay,
    DateTimeOffset? AcknowledgedAt, bool ProofOwed);

/// <summary>Whose fee the centre is waiting for, the nearest last day first: who is called before the fast lane is lost.</summary>
public sealed class UnpaidFeesQuery(CaseworkDbContext db)
{
    public const string DueNotice = "filing-fee-due";

    public async Task<IReadOnlyList<UnpaidFee>> ReadAsync(CancellationToken ct)
    {
        var waiting = await (
            from item in db.WorkItems.AsNoTracking()
            where item.Name == RecordFeePayment.Task && item.CompletedAt == null && item.CancelledAt == null
            select new { item.CaseId, item.DueAt, Proof = false }).ToListAsync(ct);
        var unproven = await (
            from owed in db.OwedDocuments.AsNoTracking()
            where owed.Kind == DocumentKinds.FeeProof && (owed.State == OwedState.Owed || owed.State == OwedState.Returned)
            select new { owed.CaseId, DueAt = (DateTimeOffset?)owed.DueAt, Proof = true }).ToListAsync(ct);
        var all = waiting.Concat(unproven).ToList();
        var ids = all.Select(w => w.CaseId).ToList();
        var files = await (
            from file in db.Cases.AsNoTracking()
            join application in db.Applications.AsNoTracking() on file.Id equals application.Id
            join firm in db.Firms.AsNoTracking() on file.FirmId equals firm.Id
            where ids.Contains(file.Id) && file.ClosedAt == null
            select new { file.Id, file.Number, file.Title, Firm = firm, application.OfficeAcceptedOn }).ToDictionaryAsync(f => f.Id, ct);
        var acknowledged = (await db.Notices.AsNoTracking()
            .Where(n => n.Template == DueNotice && n.CaseId != null && ids.Contains(n.CaseId.Value) && n.AcknowledgedAt != null)
            .Select(n => new { n.CaseId, n.AcknowledgedAt }).ToListAsync(ct)).ToLookup(n => n.CaseId!.Value, n => n.AcknowledgedAt!.Value);
        return
        [
            .. from wait in all
               where files.ContainsKey(wait.CaseId)
               let file = files[wait.CaseId]
               let last = ChinaTime.DateOf(wait.DueAt ?? DateTimeOffset.MaxValue.AddDays(-1))
               orderby last, file.Number
               select new UnpaidFee(
                   file.Id, file.Number ?? "", file.Title, file.Firm.Name, file.Firm.ContactName, file.Firm.ContactPhone, file.OfficeAcceptedOn, last,
                   acknowledged[wait.CaseId].Order().Select(at => (DateTimeOffset?)at).FirstOrDefault(), wait.Proof),
        ];
    }
}

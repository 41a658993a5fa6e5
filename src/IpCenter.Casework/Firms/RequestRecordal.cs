using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Firms;

/// <summary>What a firm says of itself when it asks to be recorded.</summary>
public sealed record RecordalInput
{
    /// <summary>Given by the form, so that a double click asks once.</summary>
    public required Guid Id { get; init; }

    public required string Name { get; init; }
    public required string CreditCode { get; init; }
    public required FirmKind Kind { get; init; }
    public required string Address { get; init; }
    public required string Postcode { get; init; }
    public required string PlaceCode { get; init; }
    public string? Town { get; init; }
    public required string ContactName { get; init; }
    public required string ContactPhone { get; init; }
    public required string Business { get; init; }
    public required IReadOnlyList<string> Classes { get; init; }
    public required bool Promised { get; init; }
}

/// <summary>
/// A firm asks to be recorded (备案). A wrong check digit in the credit code is a warning to re-check and
/// blocks nothing: codes that fail it exist.
/// </summary>
public sealed class RequestRecordal(CaseworkDbContext db, AuditTrail audit)
{
    public async Task<Result<Recordal>> ExecuteAsync(RecordalInput input, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (await db.Recordals.FindAsync([input.Id], ct) is { } existing)
            return existing;
        var code = input.CreditCode.Trim().ToUpperInvariant();
        var firm = await db.Firms.SingleOrDefaultAsync(f => f.CreditCode == code, ct);
        if (Check(input, firm, viewer) is { Count: > 0 } violations)
            return violations;

        if (firm is null)
        {
            firm = new Firm
            {
                Id = Guid.CreateVersion7(actor.At),
                Name = input.Name.Trim(),
                CreditCode = code,
                Kind = input.Kind,
                Address = input.Address.Trim(),
                Postcode = input.Postcode.Trim(),
                PlaceCode = input.PlaceCode,
                Town = input.Town,
                ContactName = input.ContactName.Trim(),
                ContactPhone = input.ContactPhone.Trim(),
                CreatedAt = actor.At,
            };
            db.Firms.Add(firm);
            var membership = new Mandate
            {
                Id = Guid.CreateVersion7(actor.At),
                FirmId = firm.Id,
                PersonId = viewer.PersonId!.Value,
                Kind = MandateKind.Member,
                RequestedAt = actor.At,
            };
            membership.Consent(viewer.PersonId!.Value, actor.At);
            db.Mandates.Add(membership);
        }
        if (await db.Recordals.AnyAsync(r => r.FirmId == firm.Id && r.Status == RecordalStatus.Submitted, ct))
            return new RuleViolation("recordal.pending");

        var recordal = new Recordal
        {
            Id = input.Id,
            FirmId = firm.Id,
            SubmittedAt = actor.At,
            SubmittedBy = viewer.PersonId!.Value,
            Business = input.Business.Trim(),
            Classes = [.. input.Classes],
            PromisedAt = actor.At,
        };
        db.Recordals.Add(recordal);
        audit.Record(actor with { OnBehalfOfFirmId = firm.Id }, "recordal.requested", $"firm:{firm.Id}", null, AuditVisibility.Parties, ("firm", firm.Name));
        return recordal;
    }

    private static List<RuleViolation> Check(RecordalInput input, Firm? known, Viewer viewer)
    {
        List<RuleViolation> violations = [];
        foreach (var (value, field) in new[]
        {
            (input.Name, "name"), (input.Address, "address"), (input.ContactName, "contactName"),
            (input.ContactPhone, "contactPhone"), (input.Business, "business"), (input.PlaceCode, "placeCode"),
        })
        {
            if (string.IsNullOrWhiteSpace(value))
                violations.Add(new("field.required", field));
        }
        if (input.Postcode.Trim() is not { Length: 6 } postcode || !postcode.All(char.IsAsciiDigit))
            violations.Add(new("postcode.form", "postcode"));
        IdentifierViolations.CreditCode(input.CreditCode, "creditCode", violations);
        if (input.Classes.Count == 0)
            violations.Add(new("recordal.classes", "classes"));
        if (!input.Promised)
            violations.Add(new("recordal.promise", "promised"));
        if (known is not null && !viewer.ActsFor(known.Id))
            violations.Add(new("recordal.other-people", "creditCode"));
        return violations;
    }
}

using IpCenter.Casework.Audit;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Documents;
using IpCenter.Casework.People;
using IpCenter.Casework.ReferenceData;
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

    /// <summary>The business licence, where it came with the request.</summary>
    public CheckedFile? Licence { get; init; }

    /// <summary>Whether it is the firm whose code was freed; asked of who has one and names a code that nobody bears.</summary>
    public bool? IsTheFreedFirm { get; init; }
}

/// <summary>
/// A firm asks to be recorded (备案): the first time, again after a refusal or the end, or for the renewal of what is in force,
/// which holds on until its end whatever comes of the request. Of a known firm only its owners ask. A wrong check digit in the
/// credit code is a warning to re-check and blocks nothing: codes that fail it exist.
/// </summary>
public sealed class RequestRecordal(CaseworkDbContext db, ReferenceLibrary reference, SupplyLicence licences, AuditTrail audit)
{
    public async Task<Result<Recordal>> ExecuteAsync(RecordalInput input, Viewer viewer, Actor actor, CancellationToken ct)
    {
        // A double click that raced itself finds what the first one made.
        if (await db.Recordals.FindAsync([input.Id], ct) is { } mine && mine.SubmittedBy == viewer.PersonId)
            return mine;
        var code = input.CreditCode.Trim().ToUpperInvariant();
        var firm = code.Length == 0 ? null : await db.Firms.SingleOrDefaultAsync(f => f.CreditCode == code, ct);
        if (firm is not null && !viewer.Governs(firm.Id))
            return new RuleViolation(viewer.Powers.ContainsKey(firm.Id) ? "firm.owner-only" : "recordal.other-people", "creditCode");
        // Who helps firms becomes no owner of one: the firm opens its account and consents.
        if (firm is null && viewer.IsAny([Roles.Agent, Roles.TownOfficer]) && !viewer.Is(Roles.Merchant))
            return new RuleViolation("recordal.helpers-ask", "creditCode");
        if (await db.Recordals.FindAsync([input.Id], ct) is { } existing)
            return existing.FirmId == firm?.Id ? existing : new RuleViolation("recordal.not-found");
        if (Check(input) is { Count: > 0 } violations)
            return violations;

        Guid? renews = null;
        if (firm is null)
        {
            if (await WasFreedFromAsync(code, viewer, ct))
                return new RuleViolation("recordal.code-freed", "creditCode");
            if (await FindFreedAsync(viewer, ct) is { } freed)
            {
                if (input.IsTheFreedFirm is not { } same)
                    return new RuleViolation("recordal.freed-firm", "isTheFreedFirm", freed.Name);
                if (same)
                {
                    freed.CreditCode = code;
                    firm = freed;
                }
            }
        }
        if (firm is null)
        {
            firm = NewFirm(input, code, viewer, actor);
        }
        else
        {
            var today = ChinaTime.DateOf(actor.At);
            var recordals = await db.Recordals.AsNoTracking().Where(r => r.FirmId == firm.Id).ToListAsync(ct);
            var standing = FirmStanding.Of(recordals, today, reference.Recordals.Term);
            if (NotNow(standing, today) is { } refused)
                return refused;
            renews = standing.Current?.Id;
            // How the firm is reached says nothing about its eligibility and is true from now on.
            (firm.ContactName, firm.ContactPhone) = (input.ContactName.Trim(), input.ContactPhone.Trim());
        }

        var recordal = new Recordal
        {
            Id = input.Id,
            FirmId = firm.Id,
            SubmittedAt = actor.At,
            SubmittedBy = viewer.PersonId!.Value,
            Business = input.Business.Trim(),
            Classes = [.. input.Classes],
            PromisedAt = actor.At,
            RenewsId = renews,
            Facts = new(input.Name.Trim(), input.Kind, input.Address.Trim(), input.Postcode.Trim(), input.PlaceCode, input.Town),
        };
        db.Recordals.Add(recordal);
        audit.Record(actor with { OnBehalfOfFirmId = firm.Id }, renews is null ? "recordal.requested" : "recordal.renewal-requested",
            $"firm:{firm.Id}", null, AuditVisibility.Parties, ("firm", firm.Name), ("code", code));
        if (input.Licence is { } licence)
            licences.Keep(recordal, licence, null, actor);
        return recordal;
    }

    /// <summary>
    /// The firm whose code was freed, because it is another's: under the right one it may go on, for its drafts wait there. Only
    /// its owner knows whether the code named now is its own or that of one more firm.
    /// </summary>
    public async Task<Firm?> FindFreedAsync(Viewer viewer, CancellationToken ct)
    {
        var governed = Governed(viewer);
        return (await db.Firms.Where(f => f.CreditCode == "" && governed.Contains(f.Id)).ToListAsync(ct)).OrderBy(f => f.CreatedAt).ThenBy(f => f.Id).FirstOrDefault();
    }

    /// <summary>What was taken from somebody as another's is not claimed again by the same people while that other has not come yet.</summary>
    private Task<bool> WasFreedFromAsync(string code, Viewer viewer, CancellationToken ct) => ReturnCreditCode.IsFreedFromAsync(db, Governed(viewer), code, ct);

    private static List<Guid> Governed(Viewer viewer) => [.. viewer.Powers.Where(p => p.Value == FirmPower.Govern).Select(p => p.Key)];

    private Firm NewFirm(RecordalInput input, string code, Viewer viewer, Actor actor)
    {
        var firm = new Firm
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
        membership.Consent(viewer.PersonId!.Value, actor.At, FirmPower.Govern);
        db.Mandates.Add(membership);
        return firm;
    }

    /// <summary>Why a known firm cannot ask today; <c>null</c>: it can.</summary>
    private static RuleViolation? NotNow(FirmStanding standing, DateOnly today)
    {
        if (standing.Pending is not null)
            return new("recordal.pending");
        if (standing.State == StandingState.Suspended)
            return new("recordal.suspended");
        if (standing.Next is { ValidUntil: { } nextEnd })
            return new("recordal.renewed", null, $"{nextEnd:yyyy-MM-dd}");
        return standing.MayAsk || standing.MayRenewOn(today) ? null : new("recordal.too-early", null, $"{standing.RenewalOpensOn:yyyy-MM-dd}");
    }

    private static List<RuleViolation> Check(RecordalInput input)
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
        return violations;
    }
}

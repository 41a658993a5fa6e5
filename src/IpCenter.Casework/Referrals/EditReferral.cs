using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Results;
using IpCenter.Casework.Venues;

namespace IpCenter.Casework.Referrals;

/// <summary>What decides the venue, as the officer knows it.</summary>
public sealed record ReferralFacts
{
    public required string Cause { get; init; }
    public required long? AmountYuan { get; init; }
    public required string DefendantName { get; init; }
    public required string DefendantPlace { get; init; }
    public required IReadOnlyList<ActPlace> ActPlaces { get; init; }
}

/// <summary>The officer states the facts of the dispute; the venue is proposed anew at once.</summary>
public sealed class EditReferral(CaseworkDbContext db, VenueProposal proposal, ReferenceLibrary reference, AuditTrail audit)
{
    public async Task<Result<Referral>> ExecuteAsync(Guid referralId, ReferralFacts facts, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var referral = await db.Referrals.FindAsync([referralId], ct);
        if (referral is null || !viewer.IsRightsStaff)
            return new RuleViolation("case.not-found");
        if (referral.SentAt is not null && referral.ReturnReason is null)
            return new RuleViolation("referral.sent");
        List<RuleViolation> violations = [];
        if (reference.Venues.Cause(facts.Cause) is null)
            violations.Add(new("venue.cause", "cause"));
        if (facts.AmountYuan is < 0)
            violations.Add(new("venue.amount", "amountYuan"));
        if (string.IsNullOrWhiteSpace(facts.DefendantName))
            violations.Add(new("field.required", "defendantName"));
        if (violations.Count > 0)
            return violations;

        (referral.Cause, referral.AmountYuan) = (facts.Cause, facts.AmountYuan);
        (referral.DefendantName, referral.DefendantPlace) = (facts.DefendantName.Trim(), facts.DefendantPlace.Trim());
        referral.ActPlaces = [.. facts.ActPlaces];
        proposal.Propose(referral, actor.At);
        if ((await db.Cases.FindAsync([referralId], ct)) is { } file)
            file.Title = referral.DefendantName;
        audit.Record(actor, "referral.edited", $"referral:{referralId}", referralId, AuditVisibility.Parties, ("court", referral.ProposedCourtId));
        return referral;
    }
}

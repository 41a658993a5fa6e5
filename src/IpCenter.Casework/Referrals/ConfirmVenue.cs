using IpCenter.Casework.Applications;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Results;
using IpCenter.Casework.Tasks;

namespace IpCenter.Casework.Referrals;

/// <summary>What the officer says about the venue that the rules propose.</summary>
public sealed record VenueConfirmation
{
    public required Guid WorkItemId { get; init; }

    /// <summary><c>confirmed</c>, <c>overruled</c> or <c>abandoned</c>.</summary>
    public required string Outcome { get; init; }

    public string? CourtId { get; init; }

    public string? HearingOptionId { get; init; }

    public string Reason { get; init; } = "";
}

/// <summary>The officer confirms the proposed court or names another one with a reason: venue is decided by a person.</summary>
public sealed class ConfirmVenue(CaseworkDbContext db, TaskDesk desk, ReferenceLibrary reference, AuditTrail audit)
{
    public static IReadOnlyList<string> Tasks { get; } = ["ConfirmVenue", "ConfirmOverdueVenue"];

    public async Task<Result<WorkItem>> ExecuteAsync(VenueConfirmation input, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var found = await desk.FindOpenAsync(input.WorkItemId, viewer, ct);
        if (!found.Succeeded)
            return found;
        var item = found.Value;
        var referral = (await db.Referrals.FindAsync([item.CaseId], ct))!;
        var court = input.Outcome == "confirmed" ? input.CourtId ?? referral.ProposedCourtId : input.CourtId;
        List<RuleViolation> violations = [];
        if (input.Outcome != "abandoned" && (court is null || reference.Venues.Courts.All(c => c.Id != court)))
            violations.Add(new("venue.choose", "courtId"));
        if (input.Outcome != "confirmed" && string.IsNullOrWhiteSpace(input.Reason))
            violations.Add(new("reason.required", "reason"));
        if (violations.Count > 0)
            return violations;

        if (input.Outcome != "abandoned")
            referral.Choose(court!, input.HearingOptionId, input.Outcome == "overruled" ? input.Reason : null);
        db.Decisions.Add(new Decision
        {
            Id = Guid.CreateVersion7(actor.At),
            CaseId = item.CaseId,
            Task = item.Name,
            Outcome = input.Outcome,
            Reason = input.Reason,
            By = viewer.PersonId!.Value,
            ByName = viewer.Name,
            At = actor.At,
            Round = 0,
        });
        audit.Record(actor.Because(input.Reason), $"referral.venue-{input.Outcome}", $"referral:{item.CaseId}", item.CaseId, AuditVisibility.Parties,
            ("court", court), ("proposed", referral.ProposedCourtId));
        return await desk.CompleteAsync(item, input.Outcome, new Dictionary<string, object?> { ["courtId"] = court }, actor, ct);
    }
}

using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Results;
using IpCenter.Casework.Tasks;

namespace IpCenter.Casework.Referrals;

/// <summary>What the clerk of the court answers.</summary>
public sealed record CourtAnswer
{
    public required Guid WorkItemId { get; init; }

    /// <summary><c>accept</c>, <c>return</c> or <c>transfer</c>.</summary>
    public required string Outcome { get; init; }

    public string CaseNumber { get; init; } = "";

    public DateTimeOffset? HearingAt { get; init; }

    public string? TransferTo { get; init; }

    public string Reason { get; init; } = "";
}

/// <summary>The venue's clerk accepts a referral under the court's own number, returns it with a reason, or transfers it.</summary>
public sealed class AnswerReferral(CaseworkDbContext db, TaskDesk desk, ReferenceLibrary reference, AuditTrail audit)
{
    /// <summary>The clerk's own task, and the officer's who asked the silent court and records its answer.</summary>
    public static IReadOnlyList<string> Tasks { get; } = ["CourtIntake", "RecordCourtIntake"];

    public async Task<Result<WorkItem>> ExecuteAsync(CourtAnswer input, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var found = await desk.FindOpenAsync(input.WorkItemId, viewer, ct);
        if (!found.Succeeded)
            return found;
        var item = found.Value;
        if (Check(input, viewer) is { Count: > 0 } violations)
            return violations;

        var referral = (await db.Referrals.FindAsync([item.CaseId], ct))!;
        switch (input.Outcome)
        {
            case "accept":
                referral.Accept(input.CaseNumber.Trim(), input.HearingAt);
                break;
            case "return":
                referral.Return(input.Reason.Trim());
                break;
            case "transfer":
                referral.Transfer(input.TransferTo!, input.Reason.Trim());
                break;
        }
        audit.Record(actor.Because(input.Reason), $"referral.{input.Outcome}", $"referral:{item.CaseId}", item.CaseId, AuditVisibility.Parties,
            ("caseNumber", input.CaseNumber), ("court", input.TransferTo ?? viewer.CourtId));
        return await desk.CompleteAsync(item, input.Outcome, new Dictionary<string, object?> { ["courtId"] = input.TransferTo }, actor, ct);
    }

    private List<RuleViolation> Check(CourtAnswer input, Viewer viewer)
    {
        List<RuleViolation> violations = [];
        if (input.Outcome == "accept" && string.IsNullOrWhiteSpace(input.CaseNumber))
            violations.Add(new("court.case-number", "caseNumber"));
        if (input.Outcome is "return" or "transfer" && string.IsNullOrWhiteSpace(input.Reason))
            violations.Add(new("reason.required", "reason"));
        if (input.Outcome == "transfer" && (input.TransferTo is not { } to || to == viewer.CourtId || reference.Venues.Courts.All(c => c.Id != to)))
            violations.Add(new("venue.choose", "transferTo"));
        return violations;
    }
}

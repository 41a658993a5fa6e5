using IpCenter.Casework.Audit;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Notices;
using IpCenter.Casework.People;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Results;
using IpCenter.Casework.Staffing;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Firms;

/// <summary>What an officer decides on a request.</summary>
/// <param name="Status">Approved or refused.</param>
/// <param name="Settled">What the officer found out on criteria that the software could not tell, by key.</param>
/// <param name="LicenceId">The licence that the officer had before the eyes; <c>null</c>: none was sent.</param>
public sealed record RecordalAnswer(RecordalStatus Status, string? Reason, IReadOnlyDictionary<string, CriterionVerdict> Settled, Guid? LicenceId = null)
{
    public static RecordalAnswer Of(RecordalStatus status, string? reason = null) => new(status, reason, new Dictionary<string, CriterionVerdict>());

    /// <summary>Approved by somebody who compared the licence.</summary>
    public static RecordalAnswer ApprovedOnLicence { get; } =
        new(RecordalStatus.Approved, null, new Dictionary<string, CriterionVerdict> { [CriterionKeys.Licence] = CriterionVerdict.Met });
}

/// <summary>
/// The centre approves or refuses a recordal, with a reason that the firm reads. The criteria are kept as they stood. A renewal
/// begins on the day after what it renews has ended, so that no day is lost and none counts twice.
/// </summary>
public sealed class DecideRecordal(CaseworkDbContext db, ReferenceLibrary reference, AssessRecordal assess, TaskConflicts conflicts, AuditTrail audit, NoticeSending notices)
{
    public async Task<Result<Recordal>> ExecuteAsync(Guid recordalId, RecordalAnswer answer, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var recordal = await db.Recordals.FindAsync([recordalId], ct);
        if (recordal is null || !viewer.IsExaminingStaff)
            return new RuleViolation("recordal.not-found");
        if (recordal.Status != RecordalStatus.Submitted || answer.Status is not (RecordalStatus.Approved or RecordalStatus.Refused))
            return new RuleViolation("recordal.decided");
        if ((await conflicts.FirmsOfAsync(viewer.PersonId!.Value, actor.At, ct)).Contains(recordal.FirmId))
            return new RuleViolation("task.own-firm");
        if (answer.Settled.ContainsKey(CriterionKeys.Licence) && (await assess.LicenceAsync(recordal, ct))?.Id != answer.LicenceId)
            return new RuleViolation("recordal.licence-changed");
        var firm = (await db.Firms.FindAsync([recordal.FirmId], ct))!;
        var assessment = Settle(await assess.ExecuteAsync(recordal, firm, actor.At, ct), answer.Settled);
        if (string.IsNullOrWhiteSpace(answer.Reason))
        {
            if (answer.Status == RecordalStatus.Refused)
                return new RuleViolation("reason.required", "reason");
            if (assessment.FirstOrDefault(c => c.Standing == CriterionVerdict.NotMet) is { } unmet)
                return new RuleViolation("recordal.overrule", "reason", unmet.Name.Zh, unmet.Name.En);
            // Whoever is recorded acts for the firm from now on: that they are the firm is looked at, not believed.
            if (answer.Status == RecordalStatus.Approved && assessment.Any(c => c is { Key: CriterionKeys.Licence, Standing: CriterionVerdict.Unknown }))
                return new RuleViolation("recordal.licence-unread", "reason");
        }

        if (answer.Status == RecordalStatus.Approved)
        {
            var (from, until) = await TermAsync(recordal, ChinaTime.DateOf(actor.At), ct);
            recordal.Decide(answer.Status, answer.Reason, until, viewer.PersonId!.Value, actor.At, from, assessment);
            recordal.Facts?.ApplyTo(firm);
            // A suspension concerns the firm, and so the renewal too; it is lifted for both.
            if (recordal.RenewsId is not null && await db.RecordalSuspensions.AnyAsync(s => s.FirmId == firm.Id && s.LiftedAt == null, ct))
                recordal.Suspend();
        }
        else
        {
            recordal.Decide(answer.Status, answer.Reason, null, viewer.PersonId!.Value, actor.At, null, assessment);
        }
        await TellAsync(recordal, firm, answer, actor, ct);
        return recordal;
    }

    private async Task TellAsync(Recordal recordal, Firm firm, RecordalAnswer answer, Actor actor, CancellationToken ct)
    {
        var action = (recordal.RenewsId is null ? "recordal." : "recordal.renewal-") + answer.Status.ToString().ToLowerInvariant();
        audit.Record(actor.Because(answer.Reason), action, $"firm:{recordal.FirmId}", null, AuditVisibility.Parties, ("firm", firm.Name));
        await notices.ToFirmAsync(
            recordal.FirmId, null, action.Replace('.', '-'), [("firm", firm.Name), ("reason", answer.Reason ?? ""), ("toFirm", $"{firm.Id}")], actor.At, ct);
    }

    private async Task<(DateOnly From, DateOnly Until)> TermAsync(Recordal recordal, DateOnly today, CancellationToken ct)
    {
        var renewed = recordal.RenewsId is { } id ? await db.Recordals.FindAsync([id], ct) : null;
        var from = renewed?.ValidUntil is { } end && end >= today ? end.AddDays(1) : today;
        var until = from.AddYears(reference.Recordals.Term.ValidYears);
        return (from, from == today ? until : until.AddDays(-1));
    }

    /// <summary>Where the software told something the officer's finding does not stand beside it: that is overruled by the decision.</summary>
    private static List<CriterionAssessment> Settle(IReadOnlyList<CriterionAssessment> assessment, IReadOnlyDictionary<string, CriterionVerdict> settled) =>
    [
        .. assessment.Select(c => c.Verdict == CriterionVerdict.Unknown && settled.TryGetValue(c.Key, out var found) && found != CriterionVerdict.Unknown
            ? c with { SettledAs = found }
            : c),
    ];
}

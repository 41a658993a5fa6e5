using System.Globalization;
using IpCenter.Casework.Applications;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Documents;
using IpCenter.Casework.Notices;
using IpCenter.Casework.People;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Results;
using IpCenter.Casework.Staffing;

namespace IpCenter.Casework.Office;

/// <summary>
/// Mends a slip in the number or the days of the filing, with a reason. What hangs on the days is counted anew in the same save: the
/// documents that the law counts from the filing, and the last day of the fee while it is still waited for.
/// </summary>
public sealed class CorrectOfficeFiling(
    CaseworkDbContext db, OfficeFilingCheck check, OweDocuments documents, DeadlineBook book, MoveDeadline move, FeeDuty duty, TaskConflicts conflicts,
    NoticeSending notices, ReferenceLibrary reference, AuditTrail audit)
{
    /// <summary>
    /// Until the office's decision is told; after it number and days stand in its papers. Of a case that ended before, a supervisor
    /// corrects them: a number that was another's must not stay with it.
    /// </summary>
    public static bool MayCorrect(bool isOpen, DesignApplication application, Viewer viewer) =>
        (isOpen || viewer.Is(Roles.Supervisor)) && application is { OfficeNumber: not null, PatentNumber: null };

    public async Task<Result<DesignApplication>> ExecuteAsync(
        Guid caseId, OfficeFiling filing, string? reason, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (await db.Applications.FindAsync([caseId], ct) is not { } application || await db.Cases.FindAsync([caseId], ct) is not { } file
            || !(viewer.ActsFor(application.FirmId) || viewer.IsExaminingStaff))
            return new RuleViolation("case.not-found");
        if (!viewer.ActsFor(application.FirmId) && await conflicts.OfCaseAsync(caseId, viewer.PersonId!.Value, actor.At, ct) is { } conflict)
            return conflict;
        if (!MayCorrect(file.IsOpen, application, viewer))
            return new RuleViolation("office.not-correctable", null, file.Number ?? "");
        var read = await check.ReadAsync(caseId, filing, actor.At, ct, new(application.OfficeNumber!, application.OfficeFiledOn, application.OfficeAcceptedOn));
        List<RuleViolation> violations = [.. read.Violations];
        if (string.IsNullOrWhiteSpace(reason))
            violations.Add(new("reason.required", "reason"));
        if (application.FeePaidOn is { } paid && filing.FiledOn > paid)
            violations.Add(new("office.filed-after-payment", "filedOn", Day(paid)));
        if (violations.Count > 0)
            return violations;
        var before = (application.OfficeNumber!, application.OfficeFiledOn!.Value, application.OfficeAcceptedOn!.Value);
        var after = (Number: read.Value, filing.FiledOn!.Value, filing.AcceptedOn!.Value);
        if (before == after)
            return application;

        var wasInTime = application.FeePaidOn is { } on && duty.Of(application).IsInTime(on);
        application.RecordFiling(after.Number, after.Item2, after.Item3);
        var due = duty.Of(application);
        // Days by which a payment in time would be late cost the fast lane: those the centre enters, with the notice before its eyes.
        if (wasInTime && !viewer.IsExaminingStaff && !due.IsInTime(application.FeePaidOn!.Value))
        {
            application.RecordFiling(before.Item1, before.Item2, before.Item3);
            return new RuleViolation("office.correction-by-centre", "acceptedOn");
        }
        if (!wasInTime && RestoreFastLane.MayBeAsked(application, due))
            await notices.ToRolesAsync([Roles.Supervisor], null, file, RestoreFastLane.AskNotice, [], actor.At, ct);
        audit.Record(actor.Because(reason!.Trim()), "office.filing-corrected", $"application:{caseId}", caseId, AuditVisibility.Parties,
            ("number", Words(after)), ("was", Words(before)));
        await documents.RecountAsync(application, actor, ct, again: true);
        await MoveFeeAsync(file, actor, ct);
        return application;
    }

    /// <summary>The date of the fee moves with the day of the acceptance notice; the process waits by the new one.</summary>
    private async Task MoveFeeAsync(CaseFile file, Actor actor, CancellationToken ct)
    {
        if (await book.OpenAsync(file.Id, ct) is not { RuleKey: DeadlineKeys.FilingFee } open)
            return;
        var calendar = reference.Calendar;
        var counted = await book.RecountAsync(file, open, [], calendar, ct);
        if (counted.DueAt != open.DueAt)
            await move.ExecuteAsync(file, open, counted, DeadlineCause.Correction, null, calendar, actor.At, ct);
    }

    private static string Words((string Number, DateOnly Filed, DateOnly Accepted) filing) => $"{filing.Number} {Day(filing.Filed)} {Day(filing.Accepted)}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

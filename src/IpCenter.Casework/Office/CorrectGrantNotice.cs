using System.Globalization;
using IpCenter.Casework.Applications;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Letters;
using IpCenter.Casework.Notices;
using IpCenter.Casework.People;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Results;
using IpCenter.Casework.Staffing;

namespace IpCenter.Casework.Office;

/// <summary>
/// The centre mends a slip in the day on which the notice of grant was received. The two months for the registration run from that day
/// (细则60), so its last day moves in the same save, for the case, its task and the process.
/// </summary>
public sealed class CorrectGrantNotice(
    CaseworkDbContext db, TaskConflicts conflicts, DeadlineBook book, MoveDeadline move, NoticeSending notices, IssueLetter letters, RegistrationDuty duty,
    ReferenceLibrary reference, AuditTrail audit)
{
    /// <summary>To the firm, with a letter that takes the place of the one with the old day.</summary>
    public const string Notice = "registration-moved";

    /// <summary>While the registration is waited for: afterwards nothing hangs on the day any more.</summary>
    public static bool MayCorrect(bool isOpen, DesignApplication application) =>
        isOpen && application is { GrantNoticeOn: not null, RegisteredOn: null, PatentNumber: null };

    public async Task<Result<DesignApplication>> ExecuteAsync(Guid caseId, DateOnly? receivedOn, string? reason, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (!viewer.IsExaminingStaff || await db.Applications.FindAsync([caseId], ct) is not { } application || await db.Cases.FindAsync([caseId], ct) is not { } file)
            return new RuleViolation("case.not-found");
        if (await conflicts.OfCaseAsync(caseId, viewer.PersonId!.Value, actor.At, ct) is { } conflict)
            return conflict;
        if (!MayCorrect(file.IsOpen, application))
            return new RuleViolation("office.not-correctable", null, file.Number ?? "");
        List<RuleViolation> violations = [];
        if (receivedOn is not { } day || day > ChinaTime.DateOf(actor.At) || day < application.OfficeAcceptedOn)
            violations.Add(new("office.notice-day", "noticeOn"));
        if (string.IsNullOrWhiteSpace(reason))
            violations.Add(new("reason.required", "reason"));
        if (violations.Count > 0)
            return violations;
        var before = application.GrantNoticeOn!.Value;
        if (before == receivedOn)
            return application;

        application.RecordGrantNotice(receivedOn!.Value);
        audit.Record(actor.Because(reason!.Trim()), "office.grant-notice-corrected", $"application:{caseId}", caseId, AuditVisibility.Parties,
            ("day", Day(receivedOn.Value)), ("was", Day(before)));
        if (await book.OpenAsync(caseId, ct) is { RuleKey: DeadlineKeys.Registration } open)
        {
            var calendar = reference.Calendar;
            var counted = await book.RecountAsync(file, open, [], calendar, ct);
            if (counted.DueAt != open.DueAt)
                await move.ExecuteAsync(file, open, counted, DeadlineCause.Correction, null, calendar, actor.At, ct);
        }
        await notices.ToFirmAsync(application.FirmId, file, Notice, [("due", Day(duty.Of(application)!.Last.DueDate))], actor.At, ct);
        await letters.ExecuteAsync(file, LetterKind.GrantNotice, actor, ct, reason.Trim());
        return application;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

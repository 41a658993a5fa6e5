using System.Globalization;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Notices;
using IpCenter.Casework.People;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Results;

namespace IpCenter.Casework.Pauses;

/// <summary>
/// Lets the running clock of a case stand still to a working day. The date that is due moves at once by the working days between,
/// with the tasks and timers that bear it; the applicant is told. Only periods of the centre move, and none whose day has passed.
/// </summary>
public sealed class PauseClock(
    CaseworkDbContext db, CaseAccess access, PauseRights rights, PauseRules rules, CaseClockwork clocks, DeadlineBook book, MoveDeadline move,
    NoticeSending notices, AuditTrail audit, ReferenceLibrary reference)
{
    public const int LongestWords = 500;

    public async Task<Result<CasePause>> ExecuteAsync(PauseRequest request, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (await access.FindAsync(request.CaseId, viewer, ct) is not { } file)
            return new RuleViolation("case.not-found");
        if (!await rights.MayAsync(file, viewer, actor.At, ct))
            return new RuleViolation("pause.not-yours");
        if (await db.CasePauses.FindAsync([request.Id], ct) is { } known)
            return known.CaseId == file.Id && known.EndedAt is null ? known : new RuleViolation("changed-meanwhile");
        var checkedFacts = await rules.CheckAsync(request, file, actor.At, ct);
        if (!checkedFacts.Succeeded)
            return checkedFacts.Violations.ToList();
        var (current, deadline, reason) = checkedFacts.Value;

        var pause = new CasePause
        {
            Id = request.Id,
            CaseId = file.Id,
            Owner = current.Owner,
            RuleKey = deadline.RuleKey,
            ReasonKey = reason.Key,
            Words = request.Words.Trim(),
            Consent = reason.NeedsConsent ? request.Consent!.Trim() : null,
            From = actor.At,
            ExpectedEnd = request.ExpectedEnd!.Value,
            PausedBy = actor.PersonId!.Value,
            PausedByName = actor.Name,
        };
        db.CasePauses.Add(pause);
        await clocks.PauseAsync(file.Id, reason.Key, actor.At, ct);
        var calendar = reference.Calendar;
        var counted = await book.RecountAsync(file, deadline, await book.PausesOfAsync(deadline, ct), calendar, ct, keepsDate: true);
        if (await move.ExecuteAsync(file, deadline, counted, DeadlineCause.Pause, pause.Id, calendar, actor.At, ct) is not { } moved)
            return new RuleViolation("pause.nothing-due");
        audit.Record(actor.Because(pause.Words), "clock.paused", $"case:{file.Id}", file.Id, AuditVisibility.Parties,
            ("pauseReason", reason.Key), ("untilDay", Day(pause.ExpectedEnd)), ("wasDay", Day(deadline.DueAt)), ("dueDay", Day(moved.DueAt)));
        (string, string)[] words = [("pauseReason", reason.Key), ("words", pause.Words), ("until", Day(pause.ExpectedEnd)), ("due", Day(moved.DueAt))];
        await notices.ToFirmAsync(file.FirmId, file, "clock-paused", words, actor.At, ct);
        notices.Send(await rights.HoldersAsync(file.Id, actor.PersonId, ct), file, "clock-paused-holder", words, actor.At);
        return pause;
    }

    internal static string Day(DateTimeOffset at) => Day(ChinaTime.DateOf(at));

    internal static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

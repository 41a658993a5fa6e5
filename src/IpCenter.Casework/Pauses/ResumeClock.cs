using System.Globalization;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Notices;
using IpCenter.Casework.People;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Pauses;

/// <summary>
/// Lets a paused clock run again: by a person, which makes a date of the centre earlier, never one that the applicant was told for its
/// own clock; or by itself on the expected day, which leaves the date where the pause had put it, however late the system comes to it.
/// </summary>
public sealed class ResumeClock(
    CaseworkDbContext db, CaseAccess access, PauseRights rights, CaseClockwork clocks, DeadlineBook book, MoveDeadline move,
    NoticeSending notices, AuditTrail audit, ReferenceLibrary reference)
{
    /// <summary>A person ends the pause of a case, with a reason.</summary>
    public async Task<Result<CasePause>> ExecuteAsync(Guid caseId, Guid pauseId, string words, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (await access.FindAsync(caseId, viewer, ct) is not { } file)
            return new RuleViolation("case.not-found");
        if (!await rights.MayAsync(file, viewer, actor.At, ct))
            return new RuleViolation("pause.not-yours");
        if (await db.CasePauses.FindAsync([pauseId], ct) is not { } pause || pause.CaseId != caseId)
            return new RuleViolation("pause.none");
        // Ended by then, by whomever: what was asked for is so.
        if (pause.EndedAt is not null)
            return pause;
        if (string.IsNullOrWhiteSpace(words))
            return new RuleViolation("reason.required", "words");
        if (words.Trim().Length > PauseClock.LongestWords)
            return new RuleViolation("pause.words-too-long", "words", PauseClock.LongestWords.ToString(CultureInfo.InvariantCulture));
        // The host has not come yet: the pause ended when it was to end.
        var at = actor.At < pause.ExpectedEndAt ? actor.At : pause.ExpectedEndAt;
        pause.End(PauseEnding.ByPerson, at, actor.PersonId, actor.Name, words.Trim());
        await GoOnAsync(file, pause, at, actor.Because(words.Trim()), ct);
        return pause;
    }

    /// <summary>The pauses whose day has come.</summary>
    public async Task<IReadOnlyList<Guid>> DueAsync(DateTimeOffset now, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(now);
        var open = await db.CasePauses.AsNoTracking().Where(p => p.EndedAt == null && p.ExpectedEnd <= today).ToListAsync(ct);
        return [.. open.Where(p => p.ExpectedEndAt <= now).OrderBy(p => p.ExpectedEnd).ThenBy(p => p.Id).Select(p => p.Id)];
    }

    /// <summary>Ends a pause whose day has come; whether anything is to be saved.</summary>
    public async Task<bool> EndExpectedAsync(Guid pauseId, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.CasePauses.FindAsync([pauseId], ct) is not { EndedAt: null } pause || pause.ExpectedEndAt > now)
            return false;
        var file = (await db.Cases.FindAsync([pause.CaseId], ct))!;
        pause.End(PauseEnding.AsExpected, pause.ExpectedEndAt, null, null, null);
        await GoOnAsync(file, pause, pause.ExpectedEndAt, Actor.System(now, "pause-over"), ct);
        return true;
    }

    private async Task GoOnAsync(CaseFile file, CasePause pause, DateTimeOffset at, Actor actor, CancellationToken ct)
    {
        await clocks.ResumeAsync(file.Id, "resumed", at, ct);
        var due = await book.OpenAsync(file.Id, ct);
        // A period that the data no longer has, or no longer lets a pause move, keeps the date that was said.
        if (due is not null && due.RuleKey == pause.RuleKey && reference.Deadlines.Contains(due.RuleKey) && reference.Deadlines[due.RuleKey].IsPausable)
        {
            var calendar = reference.Calendar;
            var keepsDate = pause.Owner == ClockOwner.Applicant || at >= pause.ExpectedEndAt;
            var counted = await book.RecountAsync(file, due, await book.PausesOfAsync(due, ct), calendar, ct, keepsDate);
            // Who comes late sets no date that has passed by then.
            if (counted.DueAt >= actor.At && (counted.DueAt != due.DueAt || counted.WarnAt != due.WarnAt))
                due = await move.ExecuteAsync(file, due, counted, DeadlineCause.Resumption, pause.Id, calendar, actor.At, ct) ?? due;
            else if (counted.DueAt == due.DueAt)
                // The date is the one that was said; what was expected has come true.
                DeadlineBook.Reword(due, counted);
        }
        var day = due is null ? "" : PauseClock.Day(due.DueAt);
        audit.Record(actor, "clock.resumed", $"case:{file.Id}", file.Id, AuditVisibility.Parties, ("pauseReason", pause.ReasonKey), ("dueDay", day));
        await notices.ToFirmAsync(file.FirmId, file, "clock-resumed", [("due", day)], actor.At, ct);
        notices.Send(await rights.HoldersAsync(file.Id, actor.PersonId, ct), file, "clock-resumed-holder", [("due", day)], actor.At);
    }
}

using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;

namespace IpCenter.Casework.CaseNotes;

/// <summary>The author takes a note back, with the reason; it stays readable and is shown struck.</summary>
public sealed class WithdrawCaseNote(CaseworkDbContext db, CaseNotesQuery notes, AuditTrail audit)
{
    public async Task<Result<CaseNote>> ExecuteAsync(Guid noteId, string? reason, Viewer viewer, Actor actor, CancellationToken ct)
    {
        var note = await db.CaseNotes.FindAsync([noteId], ct);
        if (note is null || !await notes.MayAsync(note.CaseId, viewer, actor.At, ct))
            return new RuleViolation("case.not-found");
        if (note.AuthorId != viewer.PersonId)
            return new RuleViolation("note.not-own");
        if (note.IsWithdrawn)
            return note;
        var why = reason?.Trim() ?? "";
        if (why.Length == 0)
            return new RuleViolation("reason.required", "reason");
        if (why.Length > CaseNote.LongestReason)
            return new RuleViolation("note.too-long", "reason", $"{CaseNote.LongestReason}");
        note.Withdraw(why, actor.At);
        // The reason stands at the note, for those who may read notes.
        audit.Record(actor, "note.withdrawn", $"note:{noteId}", note.CaseId, AuditVisibility.Staff);
        return note;
    }
}

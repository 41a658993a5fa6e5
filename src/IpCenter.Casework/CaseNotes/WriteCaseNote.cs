using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.Notices;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.Staffing;

namespace IpCenter.Casework.CaseNotes;

/// <summary>One of the examining staff writes a note into the record of a case; a colleague to whom it is addressed gets a notice.</summary>
public sealed class WriteCaseNote(
    CaseworkDbContext db, CaseAccess access, CaseNotesQuery notes, TaskConflicts conflicts, NoticeSending notices, AuditTrail audit)
{
    public const string Notice = "case-note";

    /// <param name="id">The note's id, made with the form: sent twice, the note is written once.</param>
    public async Task<Result<CaseNote>> ExecuteAsync(Guid id, Guid caseId, string? text, Guid? addressee, Viewer viewer, Actor actor, CancellationToken ct)
    {
        if (!await notes.MayAsync(caseId, viewer, actor.At, ct) || await access.FindAsync(caseId, viewer, ct) is not { } file)
            return new RuleViolation("case.not-found");
        var written = text?.ReplaceLineEndings("\n").Trim() ?? "";
        if (written.Length == 0)
            return new RuleViolation("note.empty", "text");
        if (written.Length > CaseNote.LongestText)
            return new RuleViolation("note.too-long", "text", $"{CaseNote.LongestText}");
        var known = await db.CaseNotes.FindAsync([id], ct);
        if (known is not null && known.CaseId == caseId && known.AuthorId == viewer.PersonId && known.Text == written && known.AddresseeId == addressee)
            return known;
        NoteColleague? colleague = null;
        if (addressee is { } wanted)
        {
            colleague = (await notes.StaffAsync(ct)).Find(p => p.Id == wanted && p.Id != viewer.PersonId);
            if (colleague is null)
                return new RuleViolation("note.no-colleague", "addressee");
            if (await conflicts.OfCaseAsync(caseId, wanted, actor.At, ct) is not null)
                return new RuleViolation("task.own-firm.of", "addressee", colleague.Name);
        }
        var note = new CaseNote
        {
            // Another text from an old form is another note.
            Id = known is null && id != Guid.Empty ? id : Guid.CreateVersion7(actor.At),
            CaseId = caseId,
            AuthorId = viewer.PersonId!.Value,
            AuthorName = actor.Name,
            Text = written,
            WrittenAt = actor.At,
            AddresseeId = colleague?.Id,
            AddresseeName = colleague?.Name,
        };
        db.CaseNotes.Add(note);
        if (colleague is not null)
            notices.Send([colleague.Id], file, Notice, [("author", actor.Name)], actor.At);
        // What it says stays in the note: the trail names that it was written, by whom and to whom.
        audit.Record(actor, "note.written", $"note:{note.Id}", caseId, AuditVisibility.Staff, ("addressee", colleague?.Name));
        return note;
    }
}

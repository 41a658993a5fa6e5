using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.Notices;
using IpCenter.Casework.People;
using IpCenter.Casework.Staffing;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.CaseNotes;

/// <summary>A colleague to whom a note may be addressed.</summary>
public sealed record NoteColleague(Guid Id, string Name);

/// <summary>The notes of a case, the newest first, and who else may be told.</summary>
public sealed record NotesOfCase(IReadOnlyList<CaseNote> Notes, IReadOnlyList<NoteColleague> Colleagues);

/// <summary>
/// Reads the notes of a case. They are for the examining staff who may work on it: to the applicant, to everybody else and to
/// whoever of the staff has a relation to the firm there is nothing.
/// </summary>
public sealed class CaseNotesQuery(CaseworkDbContext db, CaseAccess access, TaskConflicts conflicts, NoticeSending people)
{
    /// <returns><c>null</c> to whom there is nothing.</returns>
    public async Task<NotesOfCase?> ReadAsync(Guid caseId, Viewer viewer, DateTimeOffset now, CancellationToken ct)
    {
        if (!await MayAsync(caseId, viewer, now, ct))
            return null;
        var notes = await db.CaseNotes.AsNoTracking().Where(n => n.CaseId == caseId)
            .OrderByDescending(n => n.WrittenAt).ThenByDescending(n => n.Id).ToListAsync(ct);
        var keptOut = await conflicts.PeopleOfCaseAsync(caseId, now, ct);
        return new(notes, [.. (await StaffAsync(ct)).Where(c => c.Id != viewer.PersonId && !keptOut.Contains(c.Id))]);
    }

    /// <summary>Whether a person may read and write notes of a case.</summary>
    internal async Task<bool> MayAsync(Guid caseId, Viewer viewer, DateTimeOffset now, CancellationToken ct) =>
        viewer is { IsExaminingStaff: true, PersonId: { } person }
        && await access.FindAsync(caseId, viewer, ct) is { Kind: CaseKind.DesignApplication }
        && await conflicts.OfCaseAsync(caseId, person, now, ct) is null;

    /// <summary>The examining staff whose accounts are open.</summary>
    internal async Task<List<NoteColleague>> StaffAsync(CancellationToken ct)
    {
        var ids = await people.PeopleAsync(Roles.ExaminingStaff, null, ct);
        return await db.Users.AsNoTracking()
            .Where(p => ids.Contains(p.Id) && (p.LockoutEnd == null || p.LockoutEnd < Person.LockedForGood))
            .OrderBy(p => p.DisplayName).Select(p => new NoteColleague(p.Id, p.DisplayName)).ToListAsync(ct);
    }
}

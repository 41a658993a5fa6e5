using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.Results;

namespace IpCenter.Casework.Imports;

/// <summary>What a person does with an import that is there: stop it, go on with it, do in earnest what was rehearsed, take it back.</summary>
public sealed class GovernImport(CaseworkDbContext db, AuditTrail audit)
{
    public Task<Result<DesignImport>> StopAsync(Guid id, Actor actor, CancellationToken ct) => DoAsync(
        id, i => i.IsAtWork ? null : "import.not-at-work",
        i =>
        {
            i.RequestStop(actor.At);
            Record(actor, "designs.import-stopped", i);
            return i;
        }, ct);

    public Task<Result<DesignImport>> ContinueAsync(Guid id, Actor actor, CancellationToken ct) => DoAsync(
        id, i => i.State == ImportState.Stopped ? null : "import.not-stopped",
        i =>
        {
            i.Continue();
            Record(actor, "designs.import-continued", i);
            return i;
        }, ct);

    /// <summary>A rehearsal is followed by the import itself, with the same files.</summary>
    public Task<Result<DesignImport>> CarryOutAsync(Guid id, Guid newId, Actor actor, CancellationToken ct) => DoAsync(
        id, i => i is { IsRehearsal: true, State: ImportState.Finished } ? null : "import.not-rehearsed",
        i =>
        {
            if (db.DesignImports.Find(newId) is { } already)
                return already;
            var import = new DesignImport
            {
                Id = newId,
                CreatedAt = actor.At,
                RequestedBy = actor.PersonId,
                RequestedByName = actor.Name,
                FileName = i.FileName,
                TableSha256 = i.TableSha256,
                FilesOf = i.FilesOf,
                PicturesAt = i.PicturesAt,
                PicturesName = i.PicturesName,
                PicturesMark = i.PicturesMark,
                IsRehearsal = false,
                Encoding = i.Encoding,
                Separator = i.Separator,
                Header = i.Header,
                Rows = i.Rows,
                Notes = i.Notes,
            };
            db.DesignImports.Add(import);
            audit.Record(actor, "designs.import-started", $"import:{newId}", null, AuditVisibility.Staff, ("file", import.FileName), ("rows", $"{import.Rows}"));
            return import;
        }, ct);

    public Task<Result<DesignImport>> UndoAsync(Guid id, Actor actor, CancellationToken ct) => DoAsync(
        id,
        i => i is { IsRehearsal: false, State: ImportState.Finished or ImportState.Stopped } ? null : "import.not-undoable",
        i =>
        {
            i.StartUndo();
            Record(actor, "designs.import-undo-started", i);
            return i;
        }, ct);

    private async Task<Result<DesignImport>> DoAsync(Guid id, Func<DesignImport, string?> refuse, Func<DesignImport, DesignImport> act, CancellationToken ct) =>
        await db.DesignImports.FindAsync([id], ct) is not { } import ? new RuleViolation("not-found")
        : refuse(import) is { } code ? new RuleViolation(code)
        : act(import);

    private void Record(Actor actor, string action, DesignImport import) =>
        audit.Record(actor, action, $"import:{import.Id}", null, AuditVisibility.Staff, ("file", import.FileName), ("rows", $"{import.RowsDone}"));
}

using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IpCenter.Casework.Imports;

/// <summary>The files of an import as they were sent.</summary>
/// <param name="Table">The table; <c>null</c>: it lies in the archive.</param>
/// <param name="TableName">As its sender calls it.</param>
/// <param name="Archive">A ZIP with the pictures.</param>
/// <param name="ArchiveName">As its sender calls it.</param>
/// <param name="Folder">A folder with the pictures, instead of an archive.</param>
/// <param name="IsReceived">The files were received for this and are taken over; else they are the sender's and stay where they are.</param>
public sealed record ImportSource(string? Table, string? TableName, string? Archive, string? ArchiveName, string? Folder, bool IsReceived);

/// <summary>Looks at the files and makes the job; nothing of the table is read into the register yet.</summary>
public sealed class StartImport(CaseworkDbContext db, ImportFiles files, AuditTrail audit, IOptions<ImportOptions> options)
{
    /// <summary>Starts an import, or goes on with the one of the same files that was not finished.</summary>
    public async Task<Result<DesignImport>> ExecuteAsync(Guid id, ImportSource source, bool isRehearsal, Actor actor, CancellationToken ct)
    {
        try
        {
            var made = await MakeAsync(id, source, isRehearsal, actor, ct);
            if (!made.Succeeded || made.Value.Id != id)
                files.Discard(id);
            return made;
        }
        catch (IOException e) when (DiskFull.Is(e))
        {
            files.Discard(id);
            return new RuleViolation("import.disk-full");
        }
    }

    private async Task<Result<DesignImport>> MakeAsync(Guid id, ImportSource source, bool isRehearsal, Actor actor, CancellationToken ct)
    {
        if (await db.DesignImports.FindAsync([id], ct) is { } already)
            return already;
        if (source.Folder is { } folder && !Directory.Exists(folder))
            return new RuleViolation("import.pictures.no-folder", "pictures", folder);
        if (!files.HasRoom())
            return new RuleViolation("import.disk-full");
        PictureArchive? archive = null;
        try
        {
            if (source.Archive is { } path)
            {
                var opened = PictureArchive.Open(path, options.Value);
                if (!opened.Succeeded)
                    return (List<RuleViolation>)[.. opened.Violations];
                archive = opened.Value;
            }
            var name = await TableAsync(id, source, archive, ct);
            if (!name.Succeeded)
                return (List<RuleViolation>)[.. name.Violations];
            var table = ImportTable.Inspect(files.TableOf(id));
            if (!table.Succeeded)
                return (List<RuleViolation>)[.. table.Violations];
            return await FindOrAddAsync(id, name.Value, source, table.Value, archive?.Notes ?? [], isRehearsal, actor, ct);
        }
        catch (InvalidDataException)
        {
            return new RuleViolation("import.archive.corrupt", "pictures");
        }
        finally
        {
            archive?.Dispose();
        }
    }

    /// <summary>Puts the table into its place; gives its name.</summary>
    private async Task<Result<string>> TableAsync(Guid id, ImportSource source, PictureArchive? archive, CancellationToken ct)
    {
        var target = files.NewTable(id);
        var most = options.Value.MaxTableBytes;
        if (source.Table is { } table)
        {
            if (new FileInfo(table).Length > most)
                return new RuleViolation("import.table.too-large", "table", $"{most >> 20}");
            if (source.IsReceived)
                File.Move(table, target, overwrite: true);
            else
                File.Copy(table, target, overwrite: true);
            return source.TableName ?? Path.GetFileName(table);
        }
        if (archive?.Tables is not [var only])
            return archive is null or { Tables.Count: 0 }
                ? new RuleViolation("import.archive.no-table", "table")
                : new RuleViolation("import.archive.several-tables", "table", string.Join("、", archive.Tables.Take(5)));
        return await archive.CopyAsync(only, target, most, ct)
            ? $"{source.ArchiveName}/{only}"
            : new RuleViolation("import.table.too-large", "table", $"{most >> 20}");
    }

    private async Task<DesignImport> FindOrAddAsync(
        Guid id, string name, ImportSource source, ImportTable table, IReadOnlyList<ImportNote> notes, bool isRehearsal, Actor actor, CancellationToken ct)
    {
        var sha256 = await ImportFiles.HashAsync(files.TableOf(id), ct);
        var mark = await MarkAsync(source, ct);
        var unfinished = await db.DesignImports.FirstOrDefaultAsync(
            i => i.TableSha256 == sha256 && i.PicturesMark == mark && i.IsRehearsal == isRehearsal
                && (i.State == ImportState.Waiting || i.State == ImportState.Running || i.State == ImportState.Stopped), ct);
        if (unfinished is not null)
        {
            if (unfinished.State != ImportState.Stopped)
                return unfinished;
            // Its own may have been taken away meanwhile; these are the same, byte for byte.
            if (source is { IsReceived: true, Archive: { } again })
                files.KeepArchive(unfinished.FilesOf, again);
            unfinished.Continue();
            audit.Record(actor, "designs.import-continued", $"import:{unfinished.Id}", null, AuditVisibility.Staff, ("file", unfinished.FileName));
            return unfinished;
        }
        if (source is { IsReceived: true, Archive: { } archive })
            files.KeepArchive(id, archive);
        if (table.UnknownHeadings is { Count: > 0 } unknown)
            notes = [.. notes, new("table.unknown-columns", [string.Join("、", unknown.Take(10))])];
        var import = new DesignImport
        {
            Id = id,
            CreatedAt = actor.At,
            RequestedBy = actor.PersonId,
            RequestedByName = actor.Name,
            FileName = name.Length <= 260 ? name : name[^260..],
            TableSha256 = sha256,
            FilesOf = id,
            PicturesAt = source.IsReceived ? null : source.Folder ?? source.Archive,
            PicturesName = Path.GetFileName(source.ArchiveName ?? source.Folder ?? ""),
            PicturesMark = mark,
            IsRehearsal = isRehearsal,
            Encoding = table.Encoding,
            Separator = $"{table.Separator}",
            Header = table.Header,
            Rows = table.Rows,
            Notes = notes,
        };
        db.DesignImports.Add(import);
        audit.Record(actor, "designs.import-started", $"import:{id}", null, AuditVisibility.Staff,
            ("file", import.FileName), ("rows", $"{import.Rows}"), ("rehearsal", isRehearsal ? "（试运行 dry run）" : null));
        return import;
    }

    /// <summary>Tells other pictures from the same: by content where it was received, by size and time where it stays with its owner.</summary>
    private static async Task<string> MarkAsync(ImportSource source, CancellationToken ct) => source switch
    {
        { Folder: { } folder } => folder,
        { Archive: null } => "",
        { IsReceived: true } => await ImportFiles.HashAsync(source.Archive, ct),
        _ => $"{source.Archive}:{new FileInfo(source.Archive).Length}:{File.GetLastWriteTimeUtc(source.Archive).Ticks}",
    };
}

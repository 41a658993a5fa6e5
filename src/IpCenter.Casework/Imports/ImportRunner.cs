using IpCenter.Casework.Audit;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Images;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.SimilarDesigns;
using IpCenter.Imaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IpCenter.Casework.Imports;

/// <summary>
/// Runs imports a few rows at a time: read, decode, save. A save holds the rows, what became of them and how far the import
/// is, so that a kill at any moment costs the rows in hand at most, and these are read again.
/// </summary>
public sealed partial class ImportRunner(
    IServiceScopeFactory scopes, ImportFiles files, ReferenceLibrary reference, ImageReader images, ViewFeatureStore features,
    IOptions<ImportOptions> options, TimeProvider clock, ILogger<ImportRunner> log)
{
    /// <summary>Who was killed holds an import for so long. A save that takes longer finds that it lost the lease, and saves nothing.</summary>
    public static TimeSpan LeaseTime { get; } = TimeSpan.FromMinutes(2);

    /// <summary>Runs the import that waits longest, to its end; gives its id, or <c>null</c> when none waits.</summary>
    public async Task<Guid?> RunNextAsync(CancellationToken ct) => await ClaimAsync(null, ct) is { } claimed ? await RunAsync(claimed, null, ct) : null;

    /// <summary>Runs one import, to its end; <c>false</c>: somebody else runs it, or there is nothing to do.</summary>
    /// <param name="importId">The import.</param>
    /// <param name="told">Is told after each save how far it is.</param>
    /// <param name="ct">Stops after what is in hand; the import waits for the next run.</param>
    public async Task<bool> RunAsync(Guid importId, Action<DesignImport> told, CancellationToken ct)
    {
        if (await ClaimAsync(importId, ct) is not { } claimed)
            return false;
        await RunAsync(claimed, told, ct);
        return true;
    }

    private async Task<(Guid Id, Guid Lease)?> ClaimAsync(Guid? wanted, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseworkDbContext>();
        var now = clock.GetUtcNow();
        var free = db.DesignImports.Where(i =>
            (i.State == ImportState.Waiting || i.State == ImportState.Running || i.State == ImportState.Undoing)
            && (i.LeasedUntil == null || i.LeasedUntil < now)
            && (wanted == null || i.Id == wanted));
        if (await free.OrderBy(i => i.CreatedAt).Select(i => (Guid?)i.Id).FirstOrDefaultAsync(ct) is not { } id)
            return null;
        var lease = Guid.CreateVersion7(now);
        var (until, running) = (now + LeaseTime, ImportState.Running);
        var taken = await free.Where(i => i.Id == id).ExecuteUpdateAsync(
            s => s.SetProperty(i => i.Lease, lease).SetProperty(i => i.LeasedUntil, until)
                .SetProperty(i => i.State, i => i.State == ImportState.Waiting ? running : i.State), ct);
        return taken == 1 ? (id, lease) : null;
    }

    private async Task<Guid> RunAsync((Guid Id, Guid Lease) claimed, Action<DesignImport>? told, CancellationToken ct)
    {
        try
        {
            var import = await ReadAsync(claimed.Id, ct);
            if (import.State == ImportState.Undoing)
                await UndoAsync(claimed, told, ct);
            else
                await ReadRowsAsync(import, claimed.Lease, told, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await LetGoAsync(claimed);
            throw;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody else holds the lease and goes on from the last save.
            LeaseLost(log, claimed.Id);
        }
        catch (ImportInterruptedException e)
        {
            await StopAsync(claimed, e.Reason, told);
        }
        catch (Exception e)
        {
            Interrupted(log, claimed.Id, e);
            await StopAsync(claimed, DiskFull.Is(e) ? "disk-full" : "unexpected", told);
        }
        return claimed.Id;
    }

    private async Task ReadRowsAsync(DesignImport import, Guid lease, Action<DesignImport>? told, CancellationToken ct)
    {
        if (!File.Exists(files.TableOf(import.FilesOf)) || files.OpenPictures(import) is not { } source)
            throw new ImportInterruptedException("files-gone");
        using var pictures = new OpenPictures(source, files, scopes);
        var table = import.Table;
        var reader = new DesignRowReader(table, reference.Locarno, ChinaTime.DateOf(clock.GetUtcNow()));
        var preparation = new RowPreparation(import, reader, pictures, scopes, images, features);
        var began = clock.GetTimestamp();
        foreach (var chunk in table.ReadRows(files.TableOf(import.FilesOf)).Index().Skip(import.RowsDone).Chunk(options.Value.RowsPerSave))
        {
            if (!files.HasRoom())
                throw new ImportInterruptedException("disk-full");
            var rows = new PreparedRow[chunk.Length];
            await Parallel.ForEachAsync(chunk.Index(), ct, async (row, ct) => rows[row.Index] = await preparation.PrepareAsync(row.Item.Index + 1, row.Item.Item, ct));
            var isStopped = await SaveAsync(import.Id, lease, clock.GetElapsedTime(began), async (scope, saved, actor) =>
            {
                await new RowWriting(scope.GetRequiredService<CaseworkDbContext>(), scope.GetRequiredService<ReceiveImage>()).WriteAsync(saved, rows, actor, ct);
            }, told, ct);
            if (isStopped)
                return;
            began = clock.GetTimestamp();
        }
        await FinishAsync(import.Id, lease, told, ct);
        if (await ReadAsync(import.Id, ct) is { IsRehearsal: false, Refused: 0 } finished && !await IsNeededAsync(finished, ct))
            files.DiscardPictures(finished.FilesOf);
    }

    private async Task UndoAsync((Guid Id, Guid Lease) claimed, Action<DesignImport>? told, CancellationToken ct)
    {
        while (true)
        {
            var done = 0;
            var began = clock.GetTimestamp();
            var isStopped = await SaveAsync(claimed.Id, claimed.Lease, TimeSpan.Zero, async (scope, import, actor) =>
                done = await new RowUndoing(scope.GetRequiredService<CaseworkDbContext>()).UndoAsync(import, options.Value.RowsPerSave, actor, ct), told, ct);
            if (isStopped)
                return;
            if (done == 0)
            {
                await FinishAsync(claimed.Id, claimed.Lease, told, ct);
                return;
            }
        }
    }

    /// <summary>One save under the lease; <c>true</c>: a person asked to stop, and it is stopped.</summary>
    private async Task<bool> SaveAsync(
        Guid id, Guid lease, TimeSpan worked, Func<IServiceProvider, DesignImport, Actor, Task> write, Action<DesignImport>? told, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, import) = await HeldAsync(scope.ServiceProvider, id, lease, ct);
        var now = clock.GetUtcNow();
        await write(scope.ServiceProvider, import, ActorOf(import, now));
        import.Work(worked, now + LeaseTime);
        var stops = import.StopRequested;
        if (stops)
            import.Stop(null, now);
        await db.SaveChangesAsync(ct);
        told?.Invoke(import);
        return stops;
    }

    private async Task FinishAsync(Guid id, Guid lease, Action<DesignImport>? told, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, import) = await HeldAsync(scope.ServiceProvider, id, lease, ct);
        var now = clock.GetUtcNow();
        import.Finish(now);
        var audit = scope.ServiceProvider.GetRequiredService<AuditTrail>();
        if (import.State == ImportState.Undone)
            audit.Record(ActorOf(import, now), "designs.import-undone", $"import:{id}", null, AuditVisibility.Staff,
                ("file", import.FileName), ("taken", $"{import.TakenBack}"), ("kept", $"{import.KeptBack}"));
        else
            audit.Record(ActorOf(import, now), import.IsRehearsal ? "designs.import-rehearsed" : "designs.import-finished", $"import:{id}", null, AuditVisibility.Staff,
                ("added", $"{import.Added}"), ("changed", $"{import.Changed}"), ("unchanged", $"{import.Unchanged}"), ("refused", $"{import.Refused}"));
        await db.SaveChangesAsync(ct);
        told?.Invoke(import);
    }

    private async Task StopAsync((Guid Id, Guid Lease) claimed, string reason, Action<DesignImport>? told)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var (db, import) = await HeldAsync(scope.ServiceProvider, claimed.Id, claimed.Lease, CancellationToken.None);
            var now = clock.GetUtcNow();
            import.Stop(reason, now);
            scope.ServiceProvider.GetRequiredService<AuditTrail>().Record(
                Actor.System(now, reason), "designs.import-interrupted", $"import:{claimed.Id}", null, AuditVisibility.Staff, ("file", import.FileName), ("rows", $"{import.RowsDone}"));
            await db.SaveChangesAsync();
            told?.Invoke(import);
        }
        catch (Exception e) when (e is DbUpdateException or Microsoft.Data.Sqlite.SqliteException or IOException)
        {
            // Not even this can be written: the lease runs out, and the import is tried again.
            Interrupted(log, claimed.Id, e);
        }
    }

    private async Task LetGoAsync((Guid Id, Guid Lease) claimed)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CaseworkDbContext>().DesignImports
            .Where(i => i.Id == claimed.Id && i.Lease == claimed.Lease)
            .ExecuteUpdateAsync(s => s.SetProperty(i => i.Lease, (Guid?)null).SetProperty(i => i.LeasedUntil, (DateTimeOffset?)null));
    }

    private static async Task<(CaseworkDbContext Db, DesignImport Import)> HeldAsync(IServiceProvider services, Guid id, Guid lease, CancellationToken ct)
    {
        var db = services.GetRequiredService<CaseworkDbContext>();
        var import = await db.DesignImports.SingleAsync(i => i.Id == id, ct);
        return import.Lease == lease ? (db, import) : throw new DbUpdateConcurrencyException("The lease went to somebody else.");
    }

    private async Task<DesignImport> ReadAsync(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CaseworkDbContext>().DesignImports.AsNoTracking().SingleAsync(i => i.Id == id, ct);
    }

    /// <summary>Whether another import of the same files still has to read the pictures.</summary>
    private async Task<bool> IsNeededAsync(DesignImport import, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CaseworkDbContext>().DesignImports
            .AnyAsync(i => i.FilesOf == import.FilesOf && i.State != ImportState.Finished && i.State != ImportState.Undone, ct);
    }

    /// <summary>Whoever asked for the import is the author of what it writes.</summary>
    private static Actor ActorOf(DesignImport import, DateTimeOffset now) => new(import.RequestedBy, import.RequestedByName, now, Reason: import.FileName);

    [LoggerMessage(1, LogLevel.Error, "Import {Id} was interrupted; it can be continued.")]
    private static partial void Interrupted(ILogger log, Guid id, Exception e);

    [LoggerMessage(2, LogLevel.Warning, "Import {Id} is run by another process; this one lets go of it.")]
    private static partial void LeaseLost(ILogger log, Guid id);
}

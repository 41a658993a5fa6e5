using IpCenter.Casework.Data;
using IpCenter.Casework.Processes;
using IpCenter.Workflow.Definitions;
using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Runtime;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging.Abstractions;

namespace IpCenter.Benchmarks.Processes;

/// <summary>The product's database with one definition: the store, the units of work and the runner that the application has.</summary>
internal sealed class ProcessDatabase : IWorkflowScopeFactory
{
    private readonly WorkflowCatalog _catalog;
    private readonly PooledDbContextFactory<SqliteCaseworkDbContext> _contexts;
    private int _timesHandled;

    private ProcessDatabase(string file, WorkflowCatalog catalog)
    {
        _catalog = catalog;
        _contexts = new(SqliteCaseworkDbContext.OptionsFor(file));
    }

    /// <summary>How often the task's handler was called and its result saved.</summary>
    public int TimesHandled => _timesHandled;

    public static async Task<ProcessDatabase> CreateAsync(string file, WorkflowCatalog catalog)
    {
        var database = new ProcessDatabase(file, catalog);
        await using var db = database.Open();
        await db.Database.MigrateAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL");
        return database;
    }

    public SqliteCaseworkDbContext Open() => _contexts.CreateDbContext();

    /// <summary>Starts an instance; gives what it waits for.</summary>
    public async Task<IReadOnlyList<WorkflowWait>> StartAsync()
    {
        await using var db = Open();
        var id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString();
        var inputs = new Dictionary<string, object?> { ["CaseId"] = id };
        await Runtime(db).StartAsync(_catalog.Definitions[0].DefinitionId, id, inputs, TimeProvider.System.GetUtcNow(), default);
        await db.SaveChangesAsync();
        return [.. db.WorkflowWaits.Local];
    }

    /// <summary>One unit of work; who meets a conflict begins anew, as the application's boundaries do.</summary>
    public async Task<ResumeOutcome> InUnitAsync(Func<WorkflowRuntime, DateTimeOffset, Task<ResumeOutcome>> work)
    {
        while (true)
        {
            await using var db = Open();
            var outcome = await work(Runtime(db), TimeProvider.System.GetUtcNow());
            if (await Store(db).SaveAsync(default) == SaveOutcome.Saved)
                return outcome;
        }
    }

    /// <summary>One pass of the runner.</summary>
    public async Task<int> RunOnceAsync()
    {
        using var runner = new WorkflowRunner(_catalog, this, TimeProvider.System, NullLogger<WorkflowRunner>.Instance, new WorkflowRunnerOptions());
        return await runner.RunOnceAsync(default);
    }

    /// <summary>Passes of the runner until nothing is due.</summary>
    public async Task DrainAsync()
    {
        while (await RunOnceAsync() > 0)
        {
        }
    }

    /// <summary>Bytes of the pages in use, and rows of the runtime's tables.</summary>
    public async Task<(long Bytes, long Rows)> SizeAsync()
    {
        await using var db = Open();
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        var bytes = await db.Database.SqlQueryRaw<long>(
            "SELECT (p.page_count - f.freelist_count) * s.page_size AS Value FROM pragma_page_count p, pragma_freelist_count f, pragma_page_size s").SingleAsync();
        var rows = await db.WorkflowInstances.LongCountAsync() + await db.WorkflowJournal.LongCountAsync()
            + await db.WorkflowWaits.LongCountAsync() + await db.WorkflowInbox.LongCountAsync();
        return (bytes, rows);
    }

    public async Task<int> UnfinishedAsync()
    {
        await using var db = Open();
        return await db.WorkflowInstances.CountAsync(instance => instance.Status != WorkflowStatus.Finished);
    }

    /// <summary>Instances that each wait for an instant a month away, written directly.</summary>
    public async Task AddTimersAsync(int count)
    {
        await using var db = Open();
        var now = TimeProvider.System.GetUtcNow();
        for (var i = 0; i < count; i++)
        {
            var instance = new WorkflowInstance
            {
                Id = Guid.CreateVersion7(now),
                DefinitionId = _catalog.Definitions[0].DefinitionId,
                DefinitionVersion = 1,
                CorrelationId = $"case-{i}",
                Status = WorkflowStatus.Running,
                StateJson = WorkflowEngine.Initial(_catalog.Definitions[0], new Dictionary<string, object?>()).ToJson(),
                CreatedAt = now,
                UpdatedAt = now
            };
            db.WorkflowInstances.Add(instance);
            db.WorkflowWaits.Add(new WorkflowWait
            {
                Id = Guid.CreateVersion7(now),
                InstanceId = instance.Id,
                CorrelationId = instance.CorrelationId,
                ActivityId = "deadline",
                Kind = WaitKind.Timer,
                Name = "Elsa.Delay",
                DueAt = now.AddDays(30).AddSeconds(i),
                CreatedAt = now
            });
            if (i % 5_000 == 4_999)
            {
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
            }
        }
        await db.SaveChangesAsync();
    }

    public IWorkflowScope CreateScope() => new Scope(this, Open());

    private WorkflowRuntime Runtime(SqliteCaseworkDbContext db) => new(_catalog, Store(db));

    private static EfWorkflowStore Store(SqliteCaseworkDbContext db) => new(db, new WorkItemOpening(db, TimeProvider.System));

    private sealed class Scope(ProcessDatabase database, SqliteCaseworkDbContext db) : IWorkflowScope
    {
        public IWorkflowStore Store { get; } = ProcessDatabase.Store(db);

        public IWorkflowTaskHandler? FindHandler(string taskName) => new Handler(taskName, database);

        public ValueTask DisposeAsync() => db.DisposeAsync();
    }

    private sealed class Handler(string taskName, ProcessDatabase database) : IWorkflowTaskHandler
    {
        public string TaskName => taskName;

        public Task<TaskResult> HandleAsync(WorkflowTaskContext context, CancellationToken ct)
        {
            Interlocked.Increment(ref database._timesHandled);
            return Task.FromResult(new TaskResult("done"));
        }
    }
}

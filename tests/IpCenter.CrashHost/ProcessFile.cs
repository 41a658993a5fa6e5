using IpCenter.Casework.Audit;
using IpCenter.Casework.Processes;
using IpCenter.Workflow.Definitions;
using IpCenter.Workflow.Runtime;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace IpCenter.CrashHost;

/// <summary>The processes in one database file, as one process sees them.</summary>
/// <param name="file">The SQLite file; its schema is there.</param>
/// <param name="clock">The time.</param>
/// <param name="acknowledgements">Where saves are told.</param>
/// <param name="chance">Numbers from 0 to 1 that make handlers dawdle and fail; without them they do neither.</param>
internal sealed class ProcessFile(string file, TimeProvider clock, Acknowledgements acknowledgements, Func<double>? chance = null)
    : IWorkflowScopeFactory
{
    private static readonly HashSet<string> Tasks = ["Prepare", "Announce", "Seal", "Work", "Check"];

    private readonly DbContextOptions<CrashContext> _options = CrashContext.OptionsFor(file);

    public static WorkflowCatalog Catalog { get; } = Read();

    public DateTimeOffset Now => clock.GetUtcNow();

    public CrashContext Open() => new(_options, acknowledgements);

    public WorkflowRunner NewRunner(WorkflowRunnerOptions options) => new(Catalog, this, clock, NullLogger<WorkflowRunner>.Instance, options);

    /// <summary>One use case: work, then one save, repeated from fresh state when somebody else was first.</summary>
    public async Task<T> UseAsync<T>(Func<WorkflowRuntime, Task<T>> work)
    {
        while (true)
        {
            await using var db = Open();
            var store = StoreOn(db);
            var result = await work(new WorkflowRuntime(Catalog, store));
            if (await store.SaveAsync(CancellationToken.None) == SaveOutcome.Saved)
                return result;
        }
    }

    public IWorkflowScope CreateScope()
    {
        var db = Open();
        return new Scope(db, StoreOn(db), name => new EffectHandler(name, new AuditTrail(db), acknowledgements, chance));
    }

    private EfWorkflowStore StoreOn(CrashContext db) => new(db, new WorkItemOpening(db, clock));

    private static WorkflowCatalog Read()
    {
        var reading = WorkflowCatalog.Load(
            Path.Combine(AppContext.BaseDirectory, "Definitions"), new CatalogRules(Tasks) { WaitsNeedDeadlines = false });
        return reading.Catalog ?? throw new InvalidOperationException(string.Join(Environment.NewLine, reading.Problems));
    }

    private sealed class Scope(CrashContext db, IWorkflowStore store, Func<string, IWorkflowTaskHandler> handlers) : IWorkflowScope
    {
        public IWorkflowStore Store => store;

        public IWorkflowTaskHandler? FindHandler(string taskName) => handlers(taskName);

        public ValueTask DisposeAsync() => db.DisposeAsync();
    }
}

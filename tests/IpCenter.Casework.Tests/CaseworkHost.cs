using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.Storage;
using IpCenter.Casework.Tasks;
using IpCenter.Testing;
using IpCenter.Workflow.Runtime;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests;

/// <summary>
/// The whole casework over a real SQLite file in a folder of its own, with a clock that the test moves. Opening
/// another one on the same folder is what a restart is.
/// </summary>
public sealed class CaseworkHost : IAsyncDisposable
{
    private static readonly Lazy<CaseworkSources> Sources = new(() =>
        CaseworkSources.Read(Repository.PathTo("data"), Repository.PathTo("workflows")));

    // Migrating takes longer than most tests: it is done once, and every new folder begins with a copy.
    private static readonly Lazy<Task<byte[]>> MigratedDatabase = new(MigrateAsync);

    private readonly ServiceProvider _services;
    private readonly bool _ownsFolder;

    private CaseworkHost(string folder, bool ownsFolder, ManualClock clock, bool validate = false)
    {
        (Folder, _ownsFolder, Clock) = (folder, ownsFolder, clock);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddLogging();
        services.Configure<StorageOptions>(o => o.Root = folder);
        services.AddCasework(Sources.Value);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = validate, ValidateScopes = true });
    }

    public string Folder { get; }

    public ManualClock Clock { get; }

    /// <summary>Monday 2026-11-16, 09:00 China time.</summary>
    public static DateTimeOffset Monday { get; } = new(2026, 11, 16, 9, 0, 0, TimeSpan.FromHours(8));

    public static async Task<CaseworkHost> StartAsync(string? folder = null, ManualClock? clock = null)
    {
        var host = new CaseworkHost(folder ?? NewFolder(), folder is null, clock ?? new ManualClock(Monday));
        Directory.CreateDirectory(host.Folder);
        if (!File.Exists(host.DatabaseFile))
            await File.WriteAllBytesAsync(host.DatabaseFile, await MigratedDatabase.Value);
        await host._services.GetRequiredService<DatabaseMigration>().RunAsync(CancellationToken.None);
        return host;
    }

    private string DatabaseFile => new StorageOptions { Root = Folder }.DatabaseFile;

    private static string NewFolder() => Directory.CreateTempSubdirectory("ipcenter-").FullName;

    private static async Task<byte[]> MigrateAsync()
    {
        await using var host = new CaseworkHost(NewFolder(), ownsFolder: true, new ManualClock(Monday), validate: true);
        await host._services.GetRequiredService<DatabaseMigration>().RunAsync(CancellationToken.None);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return await File.ReadAllBytesAsync(host.DatabaseFile);
    }

    /// <summary>Runs one use case as a person and saves once, as a page does.</summary>
    public async Task<T> DoAsync<T>(string userName, Func<IServiceProvider, Viewer, Actor, Task<T>> work)
    {
        await using var scope = _services.CreateAsyncScope();
        var (viewer, actor) = await AsAsync(scope.ServiceProvider, userName);
        var result = await work(scope.ServiceProvider, viewer, actor);
        await scope.ServiceProvider.GetRequiredService<CaseworkDbContext>().SaveChangesAsync();
        return result;
    }

    public async Task<T> AskAsync<T>(Func<CaseworkDbContext, Task<T>> question)
    {
        await using var scope = _services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<CaseworkDbContext>());
    }

    public async Task ChangeAsync(Func<CaseworkDbContext, Task> change)
    {
        await using var scope = _services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseworkDbContext>();
        await change(db);
        await db.SaveChangesAsync();
    }

    public AsyncServiceScope Scope() => _services.CreateAsyncScope();

    /// <summary>Lets the system do everything that is due by the clock; a step that failed fails the test with its reason.</summary>
    public async Task RunAsync()
    {
        var runner = _services.GetRequiredService<WorkflowRunner>();
        while (await runner.RunOnceAsync(CancellationToken.None) > 0)
        {
        }
        var failed = await AskAsync(db => db.WorkflowWaits.Where(w => w.LastError != null).Select(w => w.Name + ": " + w.LastError).ToListAsync());
        Assert.Empty(failed);
    }

    public async Task<WorkItem> TaskAsync(Guid caseId, string name) => await AskAsync(async db =>
    {
        var open = await db.WorkItems.AsNoTracking().Where(w => w.CaseId == caseId && w.CompletedAt == null && w.CancelledAt == null).ToListAsync();
        return open.SingleOrDefault(w => w.Name == name)
            ?? throw new InvalidOperationException($"No open task {name}; open are: {string.Join(", ", open.Select(w => w.Name))}; stage {(await db.Cases.FindAsync(caseId))?.Stage}");
    });

    public static T Must<T>(Result<T> result) => result.Succeeded
        ? result.Value
        : throw new InvalidOperationException(string.Join("; ", result.Violations.Select(v => $"{v.Code} {v.Field} {string.Join(' ', v.Arguments)}")));

    public static async Task<(Viewer Viewer, Actor Actor)> AsAsync(IServiceProvider services, string userName)
    {
        var db = services.GetRequiredService<CaseworkDbContext>();
        var person = await db.Users.AsNoTracking().SingleAsync(p => p.UserName == userName);
        var roles = await (from link in db.UserRoles join role in db.Roles on link.RoleId equals role.Id where link.UserId == person.Id select role.Name!).ToListAsync();
        var viewer = await services.GetRequiredService<ViewerAccess>().ForAsync(person.Id, roles, CancellationToken.None);
        return (viewer, new Actor(person.Id, person.DisplayName, services.GetRequiredService<TimeProvider>().GetUtcNow()));
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (_ownsFolder)
            Directory.Delete(Folder, recursive: true);
    }
}

using IpCenter.Casework.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Durability;

/// <summary>A database as the product's migrations make it, in a folder that goes with it.</summary>
internal sealed class EmptyDatabase : IDisposable
{
    private static readonly Lazy<Task<byte[]>> Migrated = new(MigrateAsync);

    private readonly string _folder;

    private EmptyDatabase(string folder) => _folder = folder;

    public string File => Path.Combine(_folder, "ipcenter.db");

    public static async Task<EmptyDatabase> CreateAsync()
    {
        var database = new EmptyDatabase(Directory.CreateTempSubdirectory("ipcenter-").FullName);
        await System.IO.File.WriteAllBytesAsync(database.File, await Migrated.Value);
        return database;
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<byte[]> MigrateAsync()
    {
        using var database = new EmptyDatabase(Directory.CreateTempSubdirectory("ipcenter-").FullName);
        await using (var services = new ServiceCollection()
            .AddScoped<CaseworkDbContext>(_ => new SqliteCaseworkDbContext(SqliteCaseworkDbContext.OptionsFor(database.File)))
            .BuildServiceProvider())
            await new DatabaseMigration(services.GetRequiredService<IServiceScopeFactory>()).RunAsync(CancellationToken.None);
        // The last connection that closes moves the write-ahead log into the file.
        SqliteConnection.ClearAllPools();
        return await System.IO.File.ReadAllBytesAsync(database.File);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace IpCenter.Casework.Data;

/// <summary>The database as one SQLite file in WAL mode; its migrations lie in <c>Data/Migrations/Sqlite</c>.</summary>
public sealed class SqliteCaseworkDbContext(DbContextOptions<SqliteCaseworkDbContext> options) : CaseworkDbContext(options)
{
    public static DbContextOptions<SqliteCaseworkDbContext> OptionsFor(string file) =>
        Configure(new DbContextOptionsBuilder<SqliteCaseworkDbContext>(), file).Options;

    public static TBuilder Configure<TBuilder>(TBuilder builder, string file)
        where TBuilder : DbContextOptionsBuilder
    {
        builder.UseSqlite($"Data Source={file};Default Timeout=30").AddInterceptors(new SqlitePragmas());
        return builder;
    }
}

/// <summary>Lets <c>dotnet-ef</c> make migrations without starting the application.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteCaseworkDbContext>
{
    public SqliteCaseworkDbContext CreateDbContext(string[] args) => new(SqliteCaseworkDbContext.OptionsFor("design-time.db"));
}

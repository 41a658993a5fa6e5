using IpCenter.Casework.Data;
using IpCenter.Casework.Tests.Office;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Durability;

/// <summary>What a start does with rows of before.</summary>
public sealed class OlderDatabaseTests
{
    [Fact]
    public async Task A_number_that_two_applications_bore_stays_with_the_right_or_the_older_and_is_marked_at_the_other()
    {
        using var database = await EmptyDatabase.CreateAsync();
        await using var db = new SqliteCaseworkDbContext(SqliteCaseworkDbContext.OptionsFor(database.File));
        await db.GetService<IMigrator>().MigrateAsync("20261123065356_ClocksAndWorkbench");
        await AddAsync(db, "AAAA", "202630000001.1", null);
        await AddAsync(db, "BBBB", "202630000001.1", "ZL202630000001.1");
        await AddAsync(db, "CCCC", "202630000002.2", null);
        await AddAsync(db, "DDDD", "202630000002.2", null);
        await AddAsync(db, "EEEE", "202630000003.3", null);
        await AddAsync(db, "FFFF", null, null);
        await AddAsync(db, "0000", null, null);

        await db.GetService<IMigrator>().MigrateAsync();

        var after = await db.Database.SqlQueryRaw<string>("SELECT substr(Id, 1, 4) || ' ' || coalesce(OfficeNumber, '-') AS Value FROM Applications ORDER BY rowid").ToListAsync();
        Assert.Equal(
            ["AAAA 202630000001.1#AAAA", "BBBB 202630000001.1", "CCCC 202630000002.2", "DDDD 202630000002.2#DDDD", "EEEE 202630000003.3", "FFFF -", "0000 -"], after);
    }

    [Fact]
    public async Task At_a_start_the_terms_of_what_is_under_way_are_watched_and_of_what_is_filed_or_over_not()
    {
        await using var host = await SampleCentre.StartAsync();
        var waiting = await host.FileAsync(1);
        var (filed, over) = (await host.FileAsync(2), await host.FileAsync(3));
        await host.ChangeAsync(async db =>
        {
            foreach (var application in await db.Applications.ToListAsync())
            {
                application.Save(
                    application.Form with { Priorities = [new() { Country = "JP", Number = "2026-012345", Date = new(2026, 6, 1) }] }, application.DraftStep, host.Clock.GetUtcNow());
                db.Entry(application).Property(a => a.TermEndsOn).CurrentValue = null;
            }
            (await db.Applications.SingleAsync(a => a.Id == filed)).RecordFiling(GrantDesk.Number, new(2026, 11, 16), new(2026, 11, 16));
            (await db.Cases.SingleAsync(c => c.Id == over)).Close("withdrawn", host.Clock.GetUtcNow());
        });

        await using (var scope = host.Scope())
            await new DatabaseMigration(scope.ServiceProvider.GetRequiredService<IServiceScopeFactory>()).RunAsync(default);

        var terms = await host.AskAsync(db => db.Applications.ToDictionaryAsync(a => a.Id, a => a.TermEndsOn));
        Assert.Equal((new DateOnly(2026, 12, 1), null, null), (terms[waiting], terms[filed], terms[over]));
    }

    /// <summary>A row of the older schema, with nothing but what its table asks for.</summary>
    private static async Task AddAsync(SqliteCaseworkDbContext db, string id, string? officeNumber, string? patentNumber)
    {
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF;");
        var columns = await db.Database.SqlQueryRaw<string>(
            "SELECT name || '|' || type AS Value FROM pragma_table_info('Applications') WHERE \"notnull\" = 1 AND dflt_value IS NULL AND name <> 'Id'").ToListAsync();
        var required = columns.Select(c => c.Split('|')).ToList();
        var names = string.Join(", ", required.Select(c => $"\"{c[0]}\""));
        var values = string.Join(", ", required.Select(c => c[1] == "INTEGER" ? "0" : "'{}'"));
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"INSERT INTO Applications (Id, OfficeNumber, PatentNumber, {names}) VALUES (@id, @office, @patent, {values})";
        foreach (var (name, value) in new (string, object?)[] { ("@id", $"{id}0000-0000-7000-8000-000000000000"), ("@office", officeNumber), ("@patent", patentNumber) })
            command.Parameters.Add(new SqliteParameter(name, value ?? DBNull.Value));
        await command.ExecuteNonQueryAsync();
    }
}

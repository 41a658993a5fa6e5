using IpCenter.Casework.Applications;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Firms;
using IpCenter.Casework.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Data;

/// <summary>Brings the database to the model's state at start: creates it, migrates it, and makes the roles and what older rows lack.</summary>
public sealed class DatabaseMigration(IServiceScopeFactory scopes)
{
    public async Task RunAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseworkDbContext>();
        if (db.Database.GetConnectionString() is { } connection
            && new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(connection).DataSource is { Length: > 0 } file
            && Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
            Directory.CreateDirectory(folder);
        await db.Database.MigrateAsync(ct);
        // WAL stays with the file: readers and the one writer do not block each other.
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", ct);
        await AddRolesAsync(db, ct);
        await WriteFirmKeysAsync(db, ct);
        // A host of processes alone knows of no terms.
        if (scope.ServiceProvider.GetService<FilingTerms>() is { } terms)
            await WatchTermsAsync(db, terms, ct);
    }

    /// <summary>Applications under way from before their terms were watched.</summary>
    private static async Task WatchTermsAsync(CaseworkDbContext db, FilingTerms terms, CancellationToken ct)
    {
        var waiting = await (
            from application in db.Applications
            join file in db.Cases on application.Id equals file.Id
            where file.SubmittedAt != null && file.Outcome == null && application.OfficeNumber == null && application.TermEndsOn == null
            select new { application, file.SubmittedAt }).ToListAsync(ct);
        foreach (var found in waiting)
            if (terms.LastDay(found.application.Form, ChinaTime.DateOf(found.SubmittedAt!.Value)) is { } last)
                found.application.WatchTerm(last);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Keys and names are not made of the rows by any words of SQL.</summary>
    private static async Task WriteFirmKeysAsync(CaseworkDbContext db, CancellationToken ct)
    {
        foreach (var firm in await db.Firms.Where(f => f.AddressKey == null).ToListAsync(ct))
            firm.WriteKeys();
        await NamedParties.WriteMissingAsync(db, ct);
        await db.SaveChangesAsync(ct);
    }

    private static async Task AddRolesAsync(CaseworkDbContext db, CancellationToken ct)
    {
        var known = await db.Roles.Select(r => r.Name!).ToListAsync(ct);
        foreach (var role in Roles.All.Except(known))
            db.Roles.Add(new IdentityRole<Guid> { Id = RoleIds.Of(role), Name = role, NormalizedName = role.ToUpperInvariant(), ConcurrencyStamp = role });
        await db.SaveChangesAsync(ct);
    }
}

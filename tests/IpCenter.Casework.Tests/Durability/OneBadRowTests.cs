using IpCenter.Casework.AnnualFees;
using IpCenter.Casework.Documents;
using IpCenter.Casework.Firms;
using IpCenter.Casework.Notices;
using IpCenter.Casework.Tests.Designs;
using IpCenter.Casework.Tests.Documents;
using IpCenter.Casework.Tests.Firms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Durability;

/// <summary>What the database refuses of one row holds up no other of its round.</summary>
public sealed class OneBadRowTests
{
    [Fact]
    public async Task Of_notices_to_be_brought_up()
    {
        await using var host = await SampleCentre.StartAsync();
        var (bad, good) = (Notice("bad", 1), Notice("good", 2));
        await host.ChangeAsync(db =>
        {
            db.Notices.AddRange(bad, good);
            return Task.CompletedTask;
        });
        await RefuseAsync(host, "UPDATE", "Notices", "DispatchId", bad.DispatchId);

        Assert.Equal(1, await RunAsync<BringUpNotices>(host, (round, now) => round.RunAsync(now, default)));
        Assert.Equal([good.Id], await host.AskAsync(db => db.Notices.Where(n => n.BroughtUpAt != null).Select(n => n.Id).ToListAsync()));
    }

    [Fact]
    public async Task Of_owed_documents()
    {
        await using var host = await SampleCentre.StartAsync();
        var (bad, good) = (await host.FileOwingAsync(), await host.FileOwingAsync(2));
        host.Clock.Set((await host.OwedAsync(good, OwingCentre.Power)).WarnAt);
        await RefuseAsync(host, "UPDATE", "OwedDocuments", "CaseId", bad);

        Assert.Equal(1, await RunAsync<TellOwedDocuments>(host, (round, now) => round.RunAsync(now, default)));
        Assert.Equal(["merchant"], await host.ReadersAsync(good, "document-reminder"));
    }

    [Fact]
    public async Task Of_firms_whose_recordal_ends()
    {
        await using var host = await SampleCentre.StartAsync();
        host.Clock.Set(new DateTimeOffset(2028, 12, 2, 9, 0, 0, TimeSpan.FromHours(8)));
        // A firm that is gone in spite of every key: its name cannot be read.
        await host.AskAsync(async db =>
        {
            await db.Database.OpenConnectionAsync();
            await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF");
            return await db.Firms.Where(f => f.Id == SampleCentre.IdOf("rival-firm")).ExecuteDeleteAsync();
        });

        Assert.Equal(1, await RunAsync<RemindFirms>(host, (round, now) => round.RunAsync(now, default)));
        Assert.Equal(["recordal-ends"], await host.NoticesOfAsync("merchant"));
    }

    [Fact]
    public async Task Of_rights_whose_fee_is_due()
    {
        await using var host = await SampleCentre.StartAsync();
        var bad = await host.PublishAsync(SampleRights.Right(new DateOnly(2025, 11, 20)));
        var good = await host.PublishAsync(SampleRights.Right(new DateOnly(2025, 11, 21), null, "2"));
        await RefuseAsync(host, "INSERT", "FeeReminders", "DesignId", bad);

        Assert.Equal((1, 0), (await RunAsync<FeeRounds>(host, (round, now) => round.RunAsync(now, default)), await RunAsync<FeeRounds>(host, (round, now) => round.RunAsync(now, default))));
        Assert.Equal([good], await host.AskAsync(db => db.FeeReminders.Select(r => r.DesignId).ToListAsync()));
    }

    private static Notice Notice(string key, int hours)
    {
        var notice = new Notice
        {
            Id = SampleCentre.IdOf(key),
            DispatchId = SampleCentre.IdOf($"dispatch:{key}"),
            PersonId = SampleCentre.IdOf("merchant"),
            Template = "pre-examination-passed",
            Arguments = [],
            SentAt = CaseworkHost.Monday.AddDays(-3),
        };
        notice.AskBy(CaseworkHost.Monday.AddHours(-hours), 0);
        return notice;
    }

    private static async Task RefuseAsync(CaseworkHost host, string what, string table, string column, Guid id)
    {
        var trigger = $"CREATE TRIGGER Refuse BEFORE {what} ON {table} WHEN upper(NEW.{column}) = '{id.ToString().ToUpperInvariant()}' BEGIN SELECT RAISE(ABORT, 'refused'); END";
        await host.AskAsync(db => db.Database.ExecuteSqlRawAsync(trigger));
    }

    private static async Task<int> RunAsync<T>(CaseworkHost host, Func<T, DateTimeOffset, Task<int>> run)
        where T : notnull
    {
        await using var scope = host.Scope();
        return await run(scope.ServiceProvider.GetRequiredService<T>(), host.Clock.GetUtcNow());
    }
}

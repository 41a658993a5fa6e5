using IpCenter.Casework;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.Demo;
using IpCenter.Casework.Storage;
using IpCenter.Testing;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Apply;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;

namespace IpCenter.Web.Tests.Journeys;

/// <summary>
/// The server is killed again and again in the middle of an application and started on the same files: what somebody was told
/// is there, what the system had begun goes on, and nothing is done twice.
/// </summary>
[Collection(Browser.Collection)]
public sealed class KilledServerTests(Browser browser) : IAsyncLifetime
{
    private const string Design = "wood-jewellery-box-01";

    private static readonly CaseworkSources Sources = CaseworkSources.Read(Repository.PathTo("data"), Repository.PathTo("workflows"));

    private readonly string _storage = Directory.CreateTempSubdirectory("ipcenter-killed-").FullName;

    public async Task InitializeAsync()
    {
        await using var services = Casework();
        await services.GetRequiredService<DatabaseMigration>().RunAsync(default);
        // People and firms of the demo, without its history: there are no pictures in this folder.
        await DemoSeeding.RunAsync(new StorageOptions { Root = _storage }, Sources, _storage, TimeProvider.System.GetUtcNow(), NullLogger.Instance, default);
    }

    public Task DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_storage, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task An_application_survives_the_server_s_death_at_every_step()
    {
        await using var server = new ServerProcess(_storage);
        await server.StartAsync();
        var phone = await browser.OpenAsync(server.Address, 390);
        await phone.SignInAsync("merchant2", DemoPeople.Password);
        await phone.DescribeAsync("首饰盒", "用于收纳首饰", "09-03");
        foreach (var position in DemoPictures.Positions.Take(3))
            await phone.UploadAsync(position, DemoPictures.View(Design, position));

        await RestartAsync(server);
        await phone.ReloadAsync();
        await Assertions.Expect(phone.Locator("[id^=view-1-] img")).ToHaveCountAsync(3);
        foreach (var position in DemoPictures.Positions.Skip(3))
            await phone.UploadAsync(position, DemoPictures.View(Design, position));
        var number = await phone.FinishAsync("李桐生");

        // The process has only begun to check the application.
        await RestartAsync(server);
        await phone.ReloadAsync();
        await Assertions.Expect(phone.Locator(".receipt-number")).ToHaveTextAsync(number);
        var desk = await browser.OpenAsync(server.Address);
        await desk.SignInAsync("examiner", DemoPeople.Password);
        await desk.UntilAsync("/examine", number);
        await desk.ClickAsync($"main a:has-text('{number}')");
        await desk.CheckAsync("[value=pass]");
        await desk.ClickAsync("button[value=preview]");
        await desk.ClickAsync("button[value=confirm]");
        await desk.WaitForURLAsync("**/examine");

        await RestartAsync(server);
        // Passed, or drawn for a second reading: decided once either way.
        await phone.UntilAsync("/mine", "待向国知局提交", "质量复核");
        await server.KillAsync();
        await OnceAsync(number);
    }

    private static async Task RestartAsync(ServerProcess server)
    {
        await server.KillAsync();
        await server.StartAsync();
    }

    /// <summary>One case, one of every view, one of every step, and an unbroken audit trail.</summary>
    private async Task OnceAsync(string number)
    {
        await using var services = Casework();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseworkDbContext>();
        var file = Assert.Single(await db.Cases.ToListAsync());
        Assert.Equal(number, file.Number);
        Assert.Equal(7, await db.ApplicationViews.CountAsync(v => v.ApplicationId == file.Id));
        Assert.Single(await db.Decisions.Where(d => d.CaseId == file.Id && d.Task == "Examine").ToListAsync());
        var entries = await db.AuditEvents.Where(e => e.CaseId == file.Id).ToListAsync();
        foreach (var action in new[] { "application.drafted", "application.submitted", "formalities.checked" })
            Assert.Single(entries, e => e.Action == action);
        Assert.Equal(7, entries.Count(e => e.Action == "application.view-added"));
        Assert.False(await db.WorkflowWaits.AnyAsync(w => w.IsIncident));
        var clerk = new Actor(null, "test", TimeProvider.System.GetUtcNow());
        Assert.Null((await scope.ServiceProvider.GetRequiredService<CheckAuditChain>().ExecuteAsync(clerk, default)).Value.Break);
    }

    private ServiceProvider Casework()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(Options.Create(new StorageOptions { Root = _storage }));
        services.AddCasework(Sources);
        return services.BuildServiceProvider();
    }
}

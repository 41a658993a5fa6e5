using System.Net;
using AngleSharp.Html.Dom;
using IpCenter.Casework;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Demo;
using IpCenter.Casework.Storage;
using IpCenter.Testing;
using IpCenter.Web.Tests.Infrastructure;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace IpCenter.Web.Tests.Journeys;

/// <summary>
/// A hundred people press "submit" at the same moment, some of them twice, some from two windows: every application is filed
/// once, with a number of its own, and nobody meets an error.
/// </summary>
public sealed class CrowdTests : IAsyncLifetime
{
    private const int Crowd = 100, Tries = 5;

    private static readonly CaseworkSources Sources = CaseworkSources.Read(Repository.PathTo("data"), Repository.PathTo("workflows"));

    private readonly string _storage = Directory.CreateTempSubdirectory("ipcenter-crowd-").FullName;
    private IReadOnlyList<Filer> _filers = [];

    public async Task InitializeAsync()
    {
        await using var services = Casework();
        await services.GetRequiredService<DatabaseMigration>().RunAsync(default);
        // The staff of the demo: whom the system may hand the applications to.
        await DemoSeeding.RunAsync(new StorageOptions { Root = _storage }, Sources, _storage, TimeProvider.System.GetUtcNow(), NullLogger.Instance, default);
        _filers = await FilingCrowd.GatherAsync(
            services, Crowd, People.Password,
            new Dictionary<string, byte[]> { ["Front"] = Pictures.Product(1), ["Back"] = Pictures.Product(1, side: 3) }, default);
    }

    public Task DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_storage, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_hundred_people_file_at_once_and_each_application_is_filed_once()
    {
        await using var server = new ServerProcess(_storage);
        await server.StartAsync();
        // The year of the numbers, read before anybody files.
        var year = ChinaTime.DateOf(TimeProvider.System.GetUtcNow()).Year;
        var windows = await OpenAsync(server.Address);

        var start = new TaskCompletionSource();
        var presses = windows.Select(async window =>
        {
            await start.Task;
            return await PressAsync(window);
        }).ToList();
        start.SetResult();
        var numbers = await Task.WhenAll(presses);

        Assert.Equal(Numbers(year), numbers.Distinct().Order(StringComparer.Ordinal));
        Assert.All(windows.Zip(numbers).GroupBy(one => one.First.Filer.Draft), same => Assert.Single(same.Select(one => one.Second).Distinct()));
        await UntilExaminersHaveThemAsync();
        await server.KillAsync();
        await OnceAsync(year);
    }

    /// <summary>Everybody in front of the last page; every fifth presses twice, every seventh has it open in a second window.</summary>
    private async Task<List<Window>> OpenAsync(string address)
    {
        var opened = new List<Window>[_filers.Count];
        await Parallel.ForEachAsync(_filers.Index(), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (one, ct) =>
        {
            var (index, filer) = one;
            var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(address) };
            await client.SignInAsync(filer.UserName);
            var page = await client.GetPageAsync($"/apply/{filer.Draft}/check");
            opened[index] = [new(filer, client, page)];
            if (index % 5 == 0)
                opened[index].Add(new(filer, client, page));
            if (index % 7 == 0)
                opened[index].Add(new(filer, client, await client.GetPageAsync($"/apply/{filer.Draft}/check")));
        });
        return [.. opened.SelectMany(one => one)];
    }

    /// <summary>Presses until the receipt is there; who is told to wait is told so in words, and presses again.</summary>
    private static async Task<string> PressAsync(Window window)
    {
        var page = window.Page;
        for (var tries = 1; ; tries++)
        {
            using var answer = await window.Client.SubmitAsync(page, "form:has(.btn-lg)", []);
            Assert.True((int)answer.StatusCode < 500, $"{window.Filer.UserName} was answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
            if (answer.StatusCode == HttpStatusCode.Found)
            {
                Assert.EndsWith($"/cases/{window.Filer.Draft}/receipt", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
                break;
            }
            page = await answer.ReadPageAsync();
            var words = page.QuerySelector("main")!.Text();
            Assert.True(page.QuerySelector(".error-summary") is { } told && told.Text().Contains('请', StringComparison.Ordinal), $"{(int)answer.StatusCode}: {words}");
            Assert.True(tries < Tries, $"{window.Filer.UserName} was refused {tries} times: {words}");
        }
        var receipt = await window.Client.GetPageAsync($"/cases/{window.Filer.Draft}/receipt");
        return receipt.QuerySelector(".receipt-number")!.Text();
    }

    private static IEnumerable<string> Numbers(int year) => Enumerable.Range(1, Crowd).Select(n => $"CX-D-{year}-{n:D5}");

    private async Task UntilExaminersHaveThemAsync()
    {
        await using var services = Casework();
        for (var looks = 0; looks < 600; looks++)
        {
            await using var scope = services.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<CaseworkDbContext>().WorkItems.CountAsync(w => w.Name == "Examine") >= Crowd)
                return;
            await Task.Delay(500);
        }
        Assert.Fail("Not every application reached the examiners.");
    }

    private async Task OnceAsync(int year)
    {
        await using var services = Casework();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseworkDbContext>();
        var cases = await db.Cases.AsNoTracking().ToListAsync();
        Assert.Equal(Crowd, cases.Count);
        Assert.Equal(Numbers(year), cases.Select(c => c.Number!).Order(StringComparer.Ordinal));
        var (ids, expected) = (cases.Select(c => c.Id.ToString()).Order().ToList(), cases.Select(c => c.Id).Order().ToList());
        Assert.Equal(ids, (await db.WorkflowInstances.AsNoTracking().Select(i => i.CorrelationId!).ToListAsync()).Order());
        Assert.Equal(expected, (await db.GuestCodes.AsNoTracking().Select(g => g.CaseId).ToListAsync()).Order());
        Assert.Equal(expected, (await db.WorkItems.AsNoTracking().Select(w => w.CaseId).ToListAsync()).Order());
        foreach (var action in new[] { "application.submitted", "formalities.checked" })
            Assert.Equal(expected, (await db.AuditEvents.AsNoTracking().Where(e => e.Action == action).Select(e => e.CaseId!.Value).ToListAsync()).Order());
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

    private sealed record Window(Filer Filer, HttpClient Client, IHtmlDocument Page);
}

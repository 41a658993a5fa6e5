using System.Net;
using System.Text.Json;
using IpCenter.Casework.People;
using IpCenter.Casework.SimilarDesigns;
using IpCenter.Search;
using IpCenter.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Web.Tests.Pages.Register;

/// <summary>What the application does while it cannot use its index, and how an administrator has it built again.</summary>
public sealed class IndexUpkeepTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task While_another_process_has_the_index_everything_else_works_and_afterwards_it_is_opened()
    {
        await using var factory = new WebFactory();
        var other = SearchIndex.Open(Path.Combine(factory.Storage, "index"));
        using var visitor = factory.CreatePlainClient("zh-CN");
        var index = factory.Services.GetRequiredService<DesignIndex>();
        await Assert.ThrowsAsync<IndexInUseException>(() => factory.PublishAsync("ZL202630000031.1", "首饰盒", 31));

        using (var page = await visitor.GetAsync("/register?q=首饰盒"))
            Assert.Contains("检索库正在重建", (await page.ReadPageAsync()).QuerySelector("main")!.Text(), StringComparison.Ordinal);
        Assert.Equal("[]", (await visitor.GetStringAsync("/register/suggestions?typed=首饰")).Trim());
        Assert.Equal("Degraded", await HealthAsync(visitor));
        using var admin = await factory.SignedInAsAsync(Roles.Admin, "zh-CN");
        var state = (await admin.GetPageAsync("/admin")).QuerySelector("main")!;
        Assert.Contains("检索库正被另一个进程使用", state.Text(), StringComparison.Ordinal);
        Assert.Contains($"process {Environment.ProcessId} since", state.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain(state.QuerySelectorAll("button"), button => button.Text() == "重建检索库");

        other.Dispose();
        await index.CatchUpAsync(CancellationToken.None);

        Assert.Single((await visitor.GetPageAsync("/register?q=首饰盒")).QuerySelectorAll(".register-hit"));
        Assert.Equal("Healthy", await HealthAsync(visitor));
    }

    [Fact]
    public async Task An_administrator_has_the_index_built_again_and_the_trail_tells_it()
    {
        await using var factory = new WebFactory();
        await factory.PublishAsync("ZL202630000032.1", "首饰盒", 32);
        using var admin = await factory.SignedInAsAsync(Roles.Admin, "zh-CN");
        var before = await CurrentAsync(factory);

        using var answer = await admin.SubmitAsync(await admin.GetPageAsync("/admin"), "form:has(input[value=rebuild])", []);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        using var patience = new CancellationTokenSource(Patience);
        while (await CurrentAsync(factory) == before)
            await Task.Delay(50, patience.Token);
        Assert.Equal(1, await factory.WithDatabaseAsync(db => db.AuditEvents.CountAsync(e => e.Action == AskForIndexRebuild.Action)));
        using var visitor = factory.CreatePlainClient("zh-CN");
        Assert.Single((await visitor.GetPageAsync("/register?q=首饰盒")).QuerySelectorAll(".register-hit"));
    }

    [Fact]
    public async Task A_rebuild_that_is_asked_for_twice_is_done_once()
    {
        await using var factory = new WebFactory();
        using var index = ActivatorUtilities.CreateInstance<DesignIndex>(factory.Services);

        Assert.True(index.AskForRebuild());
        Assert.False(index.AskForRebuild());
    }

    [Fact]
    public async Task An_index_that_finds_no_room_answers_as_before_says_why_and_goes_on_by_itself()
    {
        await using var factory = new WebFactory();
        await factory.PublishAsync("ZL202630000033.1", "首饰盒", 33);
        var link = Path.Combine(factory.Storage, "index", await CurrentAsync(factory), "manifest.json.tmp");
        File.CreateSymbolicLink(link, "/dev/full");
        await Assert.ThrowsAsync<IOException>(() => factory.PublishAsync("ZL202630000034.X", "灯笼", 34));
        using var visitor = factory.CreatePlainClient("zh-CN");

        Assert.Single((await visitor.GetPageAsync("/register?q=首饰盒")).QuerySelectorAll(".register-hit"));
        Assert.Empty((await visitor.GetPageAsync("/register?q=灯笼")).QuerySelectorAll(".register-hit"));
        Assert.Equal("Degraded", await HealthAsync(visitor));
        using var admin = await factory.SignedInAsAsync(Roles.Admin, "zh-CN");
        var state = (await admin.GetPageAsync("/admin")).QuerySelector("main")!.Text();
        Assert.Contains("检索库写不进去", state, StringComparison.Ordinal);
        Assert.Contains("No space left", state, StringComparison.Ordinal);

        File.Delete(link);
        using var patience = new CancellationTokenSource(Patience);
        while (await HealthAsync(visitor) != "Healthy")
            await Task.Delay(100, patience.Token);
        Assert.Single((await visitor.GetPageAsync("/register?q=灯笼")).QuerySelectorAll(".register-hit"));
    }

    [Fact]
    public async Task Features_that_find_no_room_are_used_all_the_same()
    {
        await using var factory = new WebFactory();
        Directory.CreateDirectory(factory.Storage);
        File.CreateSymbolicLink(Path.Combine(factory.Storage, "features"), "/dev/full");

        var image = await factory.PublishAsync("ZL202630000035.1", "首饰盒", 35);
        await factory.AddViewAsync(image, "Back", 36, side: 2);

        var index = factory.Services.GetRequiredService<DesignIndex>();
        Assert.Null(index.Fault);
        Assert.Equal(1, index.Index.Count);
        using var visitor = factory.CreatePlainClient("zh-CN");
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"/register?view={image}")).StatusCode);
    }

    private static Task<string> CurrentAsync(WebFactory factory) => File.ReadAllTextAsync(Path.Combine(factory.Storage, "index", "current"));

    private static async Task<string?> HealthAsync(HttpClient client)
    {
        using var health = JsonDocument.Parse(await client.GetStringAsync("/health/ready"));
        return health.RootElement.GetProperty("checks").GetProperty("search").GetString();
    }
}

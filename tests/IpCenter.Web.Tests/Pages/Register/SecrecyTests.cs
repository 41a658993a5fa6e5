using System.Net;
using IpCenter.Casework.People;
using IpCenter.Casework.SavedSearches;
using IpCenter.Testing;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Apply;
using IpCenter.Web.Tests.Pages.Examine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Web.Tests.Pages.Register;

/// <summary>An unpublished application leaves no trace for anybody outside the case and the examining staff.</summary>
public sealed class SecrecyTests(WebFactory factory) : IClassFixture<WebFactory>
{
    private const string Key = "secret-firm";

    private static readonly string[] Addresses =
    [
        "/register", "/register?q=首饰盒", "/register?q=首*", "/register?q=秘密", "/register?q=owner:曹县", "/register?q=-马面裙",
        "/register?kind=application", "/register?class=09-03", "/register?from=2026-11-01",
        "/register?q=首饰盒&sort=newest", "/register?q=秘密 OR 首饰盒&status=InForce&year=2026",
        "/register/suggestions?typed=首饰", "/register/suggestions?typed=秘密",
        "/register/results.csv", "/register/results.csv?q=首饰盒", "/register/results.csv?kind=application", "/register/results.csv?q=秘密&sort=newest",
    ];

    [Fact]
    public async Task An_application_of_another_firm_leaves_no_trace()
    {
        var published = await factory.PublishAsync("ZL202630000002.5", "木质首饰盒", seed: 2);
        using var anonymous = factory.CreatePlainClient("zh-CN");
        var (rival, _, _) = await factory.SignedInWithFirmAsync("rival");
        string[] addresses = [.. Addresses, $"/register?view={published}"];
        var before = await SeenAsync(anonymous, addresses);
        var beforeByRival = await SeenAsync(rival, addresses);

        var task = await factory.FileAsync(Key, "秘密首饰盒");
        await factory.CatchUpAsync();

        Assert.Equal(before, await SeenAsync(anonymous, addresses));
        Assert.Equal(beforeByRival, await SeenAsync(rival, addresses));
        var image = await factory.WithDatabaseAsync(db => db.ApplicationViews.Where(v => v.ApplicationId == task.CaseId).Select(v => v.ImageId).FirstAsync());
        foreach (var client in new[] { anonymous, rival })
            foreach (var size in new[] { "thumbnail", "display" })
                Assert.Equal(await AnswerAsync(client, $"/images/{Guid.CreateVersion7(WebFactory.Start)}/{size}"), await AnswerAsync(client, $"/images/{image}/{size}"));
        Assert.Equal((HttpStatusCode.NotFound, true), await StatusAsync(anonymous, $"/register?view={image}"));

        using var examiner = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");
        using var owner = factory.CreatePlainClient("zh-CN");
        await owner.SignInAsync($"merchant-{Key}");
        foreach (var client in new[] { examiner, owner })
        {
            var hit = (await client.GetPageAsync("/register?q=秘密")).QuerySelector(".register-hit")!;
            Assert.Contains("未公开", hit.Text(), StringComparison.Ordinal);
            Assert.Contains("秘密首饰盒", await client.GetStringAsync("/register/suggestions?typed=秘密"), StringComparison.Ordinal);
            Assert.Equal((HttpStatusCode.OK, true), await StatusAsync(client, $"/images/{image}/display"));
            Assert.Equal((HttpStatusCode.OK, true), await StatusAsync(client, $"/register?view={image}"));
        }
        rival.Dispose();
    }

    [Fact]
    public async Task A_picture_of_it_finds_nothing_more_and_no_saved_search_tells_of_it()
    {
        await factory.PublishAsync("ZL202630000004.5", "竹编首饰盒", seed: 4);
        using var anonymous = factory.CreatePlainClient("zh-CN");
        var (rival, _, _) = await factory.SignedInWithFirmAsync("rival-with-picture", "93371721DD272HD1TY");
        var pictured = new Dictionary<HttpClient, string[]>();
        foreach (var client in new[] { anonymous, rival })
            pictured[client] = await AskedByPictureAsync(client);
        foreach (var search in new[] { pictured[rival][0], "/register?q=秘密 OR 首饰盒", "/register?class=09-03" })
        {
            using var saved = await rival.SubmitAsync(await rival.GetPageAsync(search), "form[action='/register/save']", new() { ["name"] = search[..20] });
            Assert.Equal(HttpStatusCode.Found, saved.StatusCode);
        }
        var searches = (await rival.GetPageAsync("/register/saved")).QuerySelectorAll(".register-saved h2 a").Select(a => a.GetAttribute("href")!).ToList();
        string[] own = ["/register/saved", .. searches, .. searches.Select(s => $"{s}/hits.csv"), "/notices"];
        var (before, beforeByRival) = (await SeenAsync(anonymous, pictured[anonymous]), await SeenAsync(rival, [.. pictured[rival], .. own]));

        var task = await factory.FileAsync("secret-with-picture", "秘密首饰盒");
        await factory.CatchUpAsync();
        Assert.Equal(0, await factory.Services.GetRequiredService<WatchSearches>().RunAsync(factory.Clock.GetUtcNow(), default));

        Assert.Equal(before, await SeenAsync(anonymous, pictured[anonymous]));
        Assert.Equal(beforeByRival, await SeenAsync(rival, [.. pictured[rival], .. own]));
        Assert.False(await factory.WithDatabaseAsync(db => db.SavedSearchHits.AnyAsync(h => h.SubjectId == task.CaseId)));
        using var examiner = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");
        Assert.Contains(await SeenAsync(examiner, await AskedByPictureAsync(examiner)), page => page.Contains("秘密首饰盒", StringComparison.Ordinal));
        var read = await factory.WithDatabaseAsync(db => db.AccessRecords.SingleAsync(r => r.CaseId == task.CaseId && r.Purpose == "export"));
        Assert.Equal((await factory.AddPersonAsync(Roles.Examiner)).Id, read.PersonId);
        rival.Dispose();
    }

    /// <summary>It goes on with every application that is filed.</summary>
    [Fact]
    public async Task How_far_the_results_go_cannot_be_read_from_the_form_that_saves_them()
    {
        await factory.AddPersonAsync(Roles.Merchant, "rival-who-counts");
        using var rival = factory.CreatePlainClient("zh-CN");
        await rival.SignInAsync("rival-who-counts");
        var before = await PlaceAsync(rival);
        await factory.FileAsync("secret-counted", "秘密灯笼");
        await factory.CatchUpAsync();
        var after = await PlaceAsync(rival);

        Assert.Equal(before.Length, after.Length);
        Assert.False(before.All(char.IsDigit) || after.All(char.IsDigit));
        Assert.NotEqual(after, await PlaceAsync(rival));

        static async Task<string> PlaceAsync(HttpClient client) =>
            (await client.GetPageAsync("/register?q=灯笼")).QuerySelector("input[name=position]")!.GetAttribute("value")!;
    }

    [Fact]
    public async Task A_published_picture_is_kept_by_browsers_under_its_hash()
    {
        var image = await factory.PublishAsync("ZL202630000003.5", "灯笼", seed: 3);
        using var client = factory.CreatePlainClient();

        using var first = await client.GetAsync($"/images/{image}/thumbnail");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/images/{image}/thumbnail");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await client.SendAsync(request);

        Assert.Equal("image/webp", first.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", first.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(first.Headers.CacheControl is { Public: true, MaxAge.TotalDays: >= 30 });
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    /// <summary>Addresses of searches with a picture of the secret product: as it is found, the newest first, narrowed, as a table.</summary>
    private static async Task<string[]> AskedByPictureAsync(HttpClient client)
    {
        using var answer = await client.SubmitAsync(
            await client.GetPageAsync("/register"), "form[data-search]", [], ("picture", "photo.png", Pictures.Product(1), "image/png"));
        var address = answer.Headers.Location!.ToString();
        return
        [
            address, $"{address}&sort=newest", $"{address}&q=首饰盒", $"{address}&class=09-03", $"{address}&kind=application",
            address.Replace("/register", "/register/results.csv", StringComparison.Ordinal),
        ];
    }

    /// <summary>Everything that an address says, but for the token and the id of its form.</summary>
    private static async Task<IReadOnlyList<string>> SeenAsync(HttpClient client, IEnumerable<string> addresses)
    {
        List<string> seen = [];
        foreach (var address in addresses)
        {
            using var answer = await client.GetAsync(address);
            var page = await answer.ReadPageAsync();
            foreach (var token in page.QuerySelectorAll("input[name=__RequestVerificationToken], input[name=id], input[name=position]"))
                token.Remove();
            seen.Add($"{address} {(int)answer.StatusCode} {page.DocumentElement.OuterHtml}");
        }
        return seen;
    }

    private static async Task<string> AnswerAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address);
        var page = await answer.ReadPageAsync();
        return $"{answer.StatusCode} {answer.Headers.CacheControl} {answer.Headers.ETag} {page.QuerySelector("main")?.InnerHtml}";
    }

    private static async Task<(HttpStatusCode Status, bool IsNeverKept)> StatusAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address);
        return (answer.StatusCode, answer.Headers.CacheControl is { NoStore: true });
    }
}

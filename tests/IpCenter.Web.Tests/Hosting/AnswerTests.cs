using System.Net;
using System.Text.Json;
using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;

namespace IpCenter.Web.Tests.Hosting;

public sealed class AnswerTests(WebFactory factory) : IClassFixture<WebFactory>
{
    [Fact]
    public async Task A_page_runs_nothing_inline_and_loads_nothing_from_elsewhere()
    {
        using var client = factory.CreatePlainClient();

        using var answer = await client.GetAsync("/");

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("style-src 'self';", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-store", answer.Headers.GetValues("Cache-Control").Single());
        var page = await answer.ReadPageAsync();
        Assert.Empty(page.QuerySelectorAll("script:not([src]), style, [style], [onclick]"));
        Assert.All(page.QuerySelectorAll("[src], link[href]"), e =>
            Assert.DoesNotContain("//", e.GetAttribute("src") ?? e.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_file_that_a_page_names_is_served_and_kept_by_the_browser()
    {
        using var client = factory.CreatePlainClient();
        var page = await client.GetPageAsync("/");

        foreach (var element in page.QuerySelectorAll("script[src], link[rel=stylesheet], link[rel=icon], img"))
        {
            using var file = await client.GetAsync("/" + (element.GetAttribute("src") ?? element.GetAttribute("href")));
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
            Assert.False(file.Headers.CacheControl?.NoStore, $"{file.RequestMessage!.RequestUri} is not kept.");
        }
    }

    [Fact]
    public async Task An_address_without_a_page_is_answered_with_words()
    {
        using var client = await factory.SignedInAsAsync(Roles.Merchant);

        using var answer = await client.GetAsync("/no/such/page");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("没有找到", (await answer.ReadPageAsync()).QuerySelector("h1")!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_is_told_by_name_and_state_only()
    {
        using var client = factory.CreatePlainClient();

        using var live = await client.GetAsync("/health/live");
        using var ready = JsonDocument.Parse(await client.GetStringAsync("/health/ready"));

        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        var checks = ready.RootElement.GetProperty("checks");
        Assert.Equal("Healthy", checks.GetProperty("database").GetString());
        Assert.Equal("Healthy", checks.GetProperty("storage").GetString());
        Assert.Equal("Healthy", checks.GetProperty("workflows").GetString());
        Assert.DoesNotContain(factory.Storage, ready.RootElement.GetRawText(), StringComparison.Ordinal);
    }
}

using System.Net;
using System.Text.RegularExpressions;
using IpCenter.Testing;
using IpCenter.Web.Tests.Infrastructure;

namespace IpCenter.Web.Tests.Hosting;

public sealed partial class ProductionAnswerTests(ProductionFactory factory) : IClassFixture<ProductionFactory>
{
    [Fact]
    public async Task A_form_without_its_token_is_refused_with_words()
    {
        using var client = factory.CreatePlainClient();

        using var answer = await client.PostAsync("/sign-in", new FormUrlEncodedContent([new("_handler", "sign-in"), new("Input.UserName", "x")]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotNull((await answer.ReadPageAsync()).QuerySelector("h1"));
    }

    [Fact]
    public async Task Too_much_is_refused_with_words_before_it_is_read()
    {
        using var client = factory.CreatePlainClient("zh-CN");

        using var answer = await client.PostAsync("/sign-in", new ByteArrayContent(new byte[1024 * 1024 + 1]));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("文件太大", (await answer.ReadPageAsync()).QuerySelector("h1")!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_page_transfers_at_most_150_KB_besides_pictures()
    {
        using var client = factory.CreatePlainClient();
        client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");
        var page = await client.GetPageAsync("/");
        var files = page.QuerySelectorAll("script[src], link[rel=stylesheet]").Select(e => e.GetAttribute("src") ?? e.GetAttribute("href")!).ToList();
        var modules = Import().Matches(await File.ReadAllTextAsync(Repository.PathTo("src/IpCenter.Web/wwwroot/js/app.js")))
            .Select(m => $"js/{m.Groups["file"].Value}");

        var bytes = System.Text.Encoding.UTF8.GetByteCount(page.Source.Text);
        foreach (var file in files.Concat(modules))
            bytes += (await client.GetByteArrayAsync($"/{file}")).Length;

        Assert.InRange(bytes, 1, 150 * 1024);
    }

    [GeneratedRegex(@"^import .* from '\./(?<file>[^']+)'", RegexOptions.Multiline)]
    private static partial Regex Import();
}

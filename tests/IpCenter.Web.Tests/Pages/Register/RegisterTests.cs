using System.Net;
using IpCenter.Casework.SimilarDesigns;
using IpCenter.Search;
using IpCenter.Testing;
using IpCenter.Web.Hosting;
using IpCenter.Web.Pages.Register;
using IpCenter.Web.Tests.Infrastructure;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IpCenter.Web.Tests.Pages.Register;

public sealed class RegisterTests(WebFactory factory) : IClassFixture<WebFactory>, IAsyncLifetime
{
    private const string Number = "ZL202630000001.5";

    private static readonly SemaphoreSlim Once = new(1);

    private static Guid _image;

    [Fact]
    public async Task Anybody_finds_a_published_design_by_its_name()
    {
        using var client = factory.CreatePlainClient("zh-CN");

        var hit = (await client.GetPageAsync("/register?q=首饰盒")).QuerySelector(".register-hit")!;

        Assert.Equal("木质首饰盒", hit.QuerySelector("h3 a")!.Text());
        Assert.Equal($"/register/{Number}", hit.QuerySelector("h3 a")!.GetAttribute("href"));
        Assert.Contains(PublishedDesigns.OwnerName, hit.Text(), StringComparison.Ordinal);
        Assert.Contains("2026年11月17日", hit.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_shows_the_front_of_a_design_whichever_view_was_stored_first()
    {
        var front = await factory.PublishAsync("ZL202630000009.0", "折叠矮凳", 9);
        await factory.AddViewAsync(front, "Bottom", 9, side: 5);
        using var client = factory.CreatePlainClient();

        var hit = (await client.GetPageAsync("/register?q=折叠矮凳")).QuerySelector(".register-hit")!;

        Assert.Equal($"/images/{front}/thumbnail", hit.QuerySelector("img")!.GetAttribute("src"));
    }

    [Theory]
    [InlineData("q=首饰盒&class=09-03", 1)]
    [InlineData("q=首饰盒&class=02-02", 0)]
    [InlineData("q=首饰盒&status=InForce&year=2026", 1)]
    [InlineData("q=首饰盒&from=2026-11-17&to=2026-11-17", 1)]
    [InlineData("q=首饰盒&from=2026-11-18", 0)]
    [InlineData("q=首饰盒&from=nonsense&page=-3&to=", 1)]
    [InlineData("q=灯笼", 0)]
    public async Task Filters_narrow_what_is_found(string query, int expected)
    {
        using var client = factory.CreatePlainClient();

        Assert.Equal(expected, (await client.GetPageAsync($"/register?{query}")).QuerySelectorAll(".register-hit").Length);
    }

    [Fact]
    public async Task Facets_say_the_class_in_words_with_a_count()
    {
        using var client = factory.CreatePlainClient("en");

        var choice = (await client.GetPageAsync("/register?q=首饰盒")).QuerySelector("input[name=class][value='09-03']")!.ParentElement!;

        Assert.Matches("^09-03 .+ \\(1\\)$", choice.Text());
    }

    [Fact]
    public async Task A_query_that_cannot_be_read_is_explained_with_its_place()
    {
        using var client = factory.CreatePlainClient("zh-CN");

        var page = await client.GetPageAsync("/register?q=" + Uri.EscapeDataString("木 (首饰盒"));

        Assert.Contains("第 3 个字符", page.QuerySelector("[role=alert]")!.Text(), StringComparison.Ordinal);
        Assert.Equal("(", page.QuerySelector(".register-problem mark")!.TextContent);
        Assert.Equal("木 (首饰盒", page.QuerySelector("#q")!.GetAttribute("value"));
        Assert.Empty(page.QuerySelectorAll(".register-hit"));
    }

    [Fact]
    public async Task A_picture_finds_the_design_that_it_shows_and_filters_keep_it()
    {
        using var client = factory.CreatePlainClient("zh-CN");

        using var answer = await SendAsync(client, Pictures.Product(1), "photo.png");

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var page = await client.GetPageAsync(answer.Headers.Location!.ToString());
        var hit = page.QuerySelector(".register-hit")!;
        Assert.Equal("木质首饰盒", hit.QuerySelector("h3 a")!.Text());
        Assert.Contains("很可能是同一产品", hit.Text(), StringComparison.Ordinal);
        Assert.Equal(2, hit.QuerySelectorAll(".marked rect").Length);
        Assert.Matches(@"\d+ 处花纹细节位置相符", hit.QuerySelector(".register-why")!.Text());
        using var picture = await client.GetAsync(page.QuerySelector(".register-query img")!.GetAttribute("src"));
        Assert.Equal("image/webp", picture.Content.Headers.ContentType!.MediaType);
        Assert.True(picture.Headers.CacheControl!.NoStore);
        Assert.Single((await client.GetPageAsync($"{answer.Headers.Location}&class=09-03&q=首饰盒")).QuerySelectorAll(".register-hit"));
    }

    [Fact]
    public async Task A_forgotten_picture_is_asked_for_again()
    {
        using var client = factory.CreatePlainClient("zh-CN");

        var page = await client.GetPageAsync("/register?picture=00000000000000000000000000000000");

        Assert.Contains("请重新选择", page.QuerySelector(".register-pictures [role=status]")!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_design_is_shown_with_its_views_its_days_and_why()
    {
        using var client = factory.CreatePlainClient("zh-CN");

        var page = await client.GetPageAsync($"/register/{Number}");

        Assert.Equal($"木质首饰盒（{Number}）", page.QuerySelector("h1")!.Text());
        Assert.Equal("主视图", page.QuerySelector(".view-grid p")!.Text());
        Assert.Contains("2041年10月8日", page.QuerySelector(".facts")!.Text(), StringComparison.Ordinal);
        Assert.Contains("第四十二条", page.QuerySelector(".facts")!.Text(), StringComparison.Ordinal);
        Assert.Equal($"/register?view={_image}", page.QuerySelector(".page-actions a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_design_is_not_like_itself()
    {
        using var client = factory.CreatePlainClient();

        var page = await client.GetPageAsync($"/register?view={_image}");

        Assert.DoesNotContain(page.QuerySelectorAll(".register-hit a"), a => a.GetAttribute("href") == $"/register/{Number}");
    }

    [Fact]
    public async Task A_page_behind_the_last_leads_to_the_first()
    {
        using var client = factory.CreatePlainClient();

        using var answer = await client.GetAsync("/register?q=首饰盒&page=9");

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("/register?q=首饰盒", Uri.UnescapeDataString(answer.Headers.Location!.PathAndQuery));
    }

    [Fact]
    public async Task A_filter_that_does_not_exist_is_shown_as_it_was_written()
    {
        using var client = factory.CreatePlainClient("zh-CN");

        var page = await client.GetPageAsync($"/register?kind=nonsense&class=99-99&owner={new string('长', 201)}");

        Assert.Equal(["去掉条件 99-99 ×", "去掉条件 nonsense ×", "全部清除"], page.QuerySelectorAll(".register-chips li a").Select(a => a.Text()));
    }

    [Fact]
    public async Task A_right_whose_term_ran_out_is_called_so_wherever_it_is_listed()
    {
        await factory.PublishAsync("ZL202630000008.2", "旧式屏风", seed: 8);
        await factory.WithDatabaseAsync(async db =>
        {
            (await db.Designs.SingleAsync(d => d.ProductName == "旧式屏风")).ExpiresOn = new DateOnly(2026, 11, 22);
            await db.SaveChangesAsync();
        });
        using var client = factory.CreatePlainClient("zh-CN");

        var hit = (await client.GetPageAsync("/register?q=旧式屏风")).QuerySelector(".register-hit")!;

        Assert.Contains("已届满", hit.Text(), StringComparison.Ordinal);
        Assert.Contains("已届满", await client.GetStringAsync("/register/results.csv?q=旧式屏风"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_words_than_are_read_are_told_and_not_lost()
    {
        var words = new string('长', 3000);
        using var client = factory.CreatePlainClient("zh-CN");

        using var answer = await client.SubmitAsync(await client.GetPageAsync("/register"), "form[data-search]", new() { ["q"] = words });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.Contains("文字太长，请控制在 2000 个字符以内。", page.QuerySelector(".error-summary")!.Text(), StringComparison.Ordinal);
        Assert.Equal(words, page.QuerySelector("#q")!.GetAttribute("value"));
    }

    [Fact]
    public void An_address_has_room_for_the_longest_words_also_as_where_to_go_back_to()
    {
        var address = new RegisterAsked { Words = new string('长', 2000) }.Address();
        var limits = factory.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;

        Assert.InRange(address.Length, 1, RequestLimits.Address);
        Assert.InRange(Uri.EscapeDataString(address).Length, 1, limits.MaxRequestLineSize - 1000);
    }

    [Fact]
    public async Task A_table_that_does_not_hold_the_whole_list_says_so()
    {
        await using var own = new WebFactory();
        using var client = own.CreatePlainClient("zh-CN");
        var index = own.Services.GetRequiredService<DesignIndex>().Index;
        index.Apply([.. Enumerable.Range(1, 1000).Select(Entry)], index.Position);
        var whole = await client.GetPageAsync("/register?q=灯笼");
        index.Apply([Entry(1001)], index.Position);

        Assert.Null(whole.QuerySelector(".register-table-limit"));
        Assert.Equal("表格只含前 1000 项；请缩小范围后再导出其余的。", (await client.GetPageAsync("/register?q=灯笼")).QuerySelector(".register-table-limit")!.Text());

        static IndexChange Entry(int number) => IndexChange.Upsert(
            new SearchDocument { Id = $"design:{new Guid(number, 0, 0, new byte[8])}", Audiences = ["public"], Title = "灯笼" });
    }

    [Theory]
    [InlineData("/register/ZL209930000001.5")]
    [InlineData("/register?view=01900000-0000-7000-8000-000000000000")]
    [InlineData("/register?view=nonsense")]
    public async Task What_is_not_there_is_not_found(string address)
    {
        using var client = factory.CreatePlainClient();

        using var answer = await client.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    public async Task InitializeAsync()
    {
        await Once.WaitAsync();
        if (_image == Guid.Empty)
            _image = await factory.PublishAsync(Number, "木质首饰盒", seed: 1);
        Once.Release();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, byte[] bytes, string name) => await client.SubmitAsync(
        await client.GetPageAsync("/register"), "form[data-search]", [], ("picture", name, bytes, "application/octet-stream"));
}

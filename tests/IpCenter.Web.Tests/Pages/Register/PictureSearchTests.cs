using System.Net;
using IpCenter.Casework.People;
using IpCenter.Casework.SimilarDesigns;
using IpCenter.Search;
using IpCenter.Testing;
using IpCenter.Web.Pages.Register;
using IpCenter.Web.Tests.Infrastructure;

namespace IpCenter.Web.Tests.Pages.Register;

/// <summary>Pictures, words and filters are one question; a picture that cannot be used is told at its field and nothing else is lost.</summary>
public sealed class PictureSearchTests(WebFactory factory) : IClassFixture<WebFactory>, IAsyncLifetime
{
    private const string Number = "ZL202630000021.5", Other = "ZL202630000022.5";

    private static readonly SemaphoreSlim Once = new(1);

    private static Guid _image;

    [Theory]
    [InlineData("notes.txt", "文件“notes.txt”不是图片。请上传 JPG、PNG、WebP、TIFF、GIF 或 AVIF 图片。")]
    [InlineData("empty.jpg", "文件“empty.jpg”是空的，请重新选择。")]
    [InlineData("torn.png", "图片“torn.png”已损坏或没有传完整，请重新上传。")]
    [InlineData("dark.png", "图片“dark.png”是空白的，看不出产品。请重新拍摄或换一张。")]
    [InlineData("dot.png", "图片“dot.png”太小（边长至少 48 像素），看不清产品。请换一张更大的。")]
    [InlineData("wall.png", "图片“wall.png”的边长过大（最多 16384 像素）。")]
    [InlineData("field.png", "图片“field.png”像素过多（最多 4000 万像素），请缩小后再上传。")]
    [InlineData("page.svg", "不支持图片“page.svg”的格式。请用手机拍照或另存为 JPG 后再上传。")]
    [InlineData("large.jpg", "图片“large.jpg”太大（最多 20 MB）。")]
    public async Task A_picture_that_cannot_be_used_is_told_at_its_field_and_words_and_filters_stay(string name, string expected)
    {
        using var client = factory.CreatePlainClient("zh-CN");
        var before = await client.GetPageAsync("/register?class=09-03&from=2026-11-01&sort=newest");

        using var answer = await client.SubmitAsync(before, "form[data-search]", new() { ["q"] = "提篮" }, ("picture", name, Bad(name), "application/octet-stream"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.Equal(expected, page.QuerySelector("#picture-error")!.Text());
        Assert.Contains("picture-error", page.QuerySelector("#pictures")!.GetAttribute("aria-describedby")!, StringComparison.Ordinal);
        Assert.Equal("提篮", page.QuerySelector("#q")!.GetAttribute("value"));
        Assert.True(page.QuerySelector("input[name=class][value='09-03']")!.HasAttribute("checked"));
        Assert.Equal("2026-11-01", page.QuerySelector("#from")!.GetAttribute("value"));
        Assert.Equal("newest", page.QuerySelector("input[name=sort]")!.GetAttribute("value"));
        Assert.Single(page.QuerySelectorAll(".register-hit"));
    }

    [Fact]
    public async Task A_moving_picture_is_searched_with_by_its_first_frame()
    {
        using var client = factory.CreatePlainClient("zh-CN");

        using var answer = await SendAsync(client, [], ("turning.gif", TwoFrames()));

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var page = await client.GetPageAsync($"{answer.Headers.Location}");
        Assert.Single(page.QuerySelectorAll(".register-query img"));
        Assert.Contains("第 1 张是动图或有多页，只用第一帧（页）查找。", page.QuerySelectorAll(".form-hint").Select(hint => hint.Text()));
    }

    [Fact]
    public async Task A_bad_picture_takes_nothing_away_from_a_good_one()
    {
        using var client = factory.CreatePlainClient("zh-CN");

        using var answer = await SendAsync(client, [], ("good.png", Pictures.Product(21)), ("notes.txt", "nothing"u8.ToArray()));

        var page = await answer.ReadPageAsync();
        Assert.Contains("notes.txt", page.QuerySelector("#picture-error")!.Text(), StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll(".register-query img"));
        Assert.Equal("藤编提篮", page.QuerySelector(".register-hit h3")!.Text());
        using var again = await client.SubmitAsync(page, "form[data-search]", []);
        Assert.Single((await client.GetPageAsync($"{again.Headers.Location}")).QuerySelectorAll(".register-query img"));
    }

    [Fact]
    public async Task A_picture_that_was_forgotten_before_other_words_were_sent_is_told_and_the_words_stay()
    {
        using var client = factory.CreatePlainClient("zh-CN");
        using var first = await SendAsync(client, [], ("a.png", Pictures.Product(21)));
        var page = await client.GetPageAsync($"{first.Headers.Location}");

        using var answer = await client.SubmitAsync(page, "form[data-search]", new() { ["q"] = "提篮", ["picture"] = new string('0', 32) });

        var next = await client.GetPageAsync($"{answer.Headers.Location}");
        Assert.Contains("请重新选择", next.QuerySelector(".register-pictures [role=status]")!.Text(), StringComparison.Ordinal);
        Assert.Equal("提篮", next.QuerySelector("#q")!.GetAttribute("value"));
        Assert.DoesNotContain("picture=", next.QuerySelector(".register-sort a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void When_there_is_no_more_room_the_picture_that_was_just_sent_is_kept_and_old_ones_go()
    {
        using var kept = new PictureQueries();
        var picture = new PictureQuery(FeatureExtractor.Extract(new RgbImage(64, 64, new byte[64 * 64 * 3])), [1], [2], 1);
        var first = kept.Keep(picture);

        Assert.All(Enumerable.Range(0, 1200), _ => Assert.NotNull(kept.Find(kept.Keep(picture))));
        Assert.Null(kept.Find(first));
    }

    [Fact]
    public async Task Several_pictures_words_and_filters_are_one_address_and_each_can_be_taken_away()
    {
        using var client = factory.CreatePlainClient("zh-CN");

        using var answer = await SendAsync(client, new() { ["q"] = "提篮 OR 灯笼" }, ("a.png", Pictures.Product(22)), ("b.png", Pictures.Product(21)));

        var address = answer.Headers.Location!.ToString();
        var page = await client.GetPageAsync(address);
        Assert.Equal(2, page.QuerySelectorAll(".register-query img").Length);
        Assert.Equal("提篮 OR 灯笼", page.QuerySelector("#q")!.GetAttribute("value"));
        var basket = page.QuerySelectorAll(".register-hit").Single(h => h.QuerySelector("h3")!.Text() == "藤编提篮");
        var lantern = page.QuerySelectorAll(".register-hit").Single(h => h.QuerySelector("h3")!.Text() == "竹灯笼");
        Assert.Contains("与您的第 2 张图片相符", basket.Text(), StringComparison.Ordinal);
        Assert.Contains("与您的第 1 张图片相符", lantern.Text(), StringComparison.Ordinal);
        var less = await client.GetPageAsync(page.QuerySelectorAll(".register-remove")[1].GetAttribute("href")!);
        Assert.Equal(page.QuerySelector(".register-query img")!.GetAttribute("src"), Assert.Single(less.QuerySelectorAll(".register-query img")).GetAttribute("src"));
        Assert.Equal("竹灯笼", less.QuerySelector(".register-hit h3")!.Text());
        Assert.Empty((await client.GetPageAsync($"{address}&class=02-02")).QuerySelectorAll(".register-hit"));
    }

    [Fact]
    public async Task At_most_six_pictures_are_taken_and_the_rest_is_told()
    {
        using var client = factory.CreatePlainClient("zh-CN");

        using var answer = await SendAsync(client, [], [.. Enumerable.Range(0, 7).Select(i => ($"{i}.png", Pictures.Product(30 + i, size: 200)))]);

        var page = await answer.ReadPageAsync();
        Assert.Equal("一次最多用 6 张图片查找，多出的没有使用。", page.QuerySelector("#picture-error")!.Text());
        Assert.Equal(6, page.QuerySelectorAll(".register-query img").Length);
        Assert.Null(page.QuerySelector("#pictures"));
    }

    [Fact]
    public async Task A_hit_leads_to_the_comparison_of_the_two_pictures()
    {
        using var client = factory.CreatePlainClient();

        using var answer = await SendAsync(client, [], ("a.png", Pictures.Product(21)));
        var page = await client.GetPageAsync($"{answer.Headers.Location}");

        var key = page.QuerySelector(".register-query input")!.GetAttribute("value");
        var address = page.QuerySelector(".register-hit .register-found")!.GetAttribute("href")!;
        Assert.StartsWith($"/compare?query={key}&right={_image}&lbox=", address, StringComparison.Ordinal);
        var comparison = await client.GetPageAsync(address);
        Assert.Equal(
            [$"/register/by-picture/{key}/display", $"/images/{_image}/display"],
            comparison.QuerySelectorAll(".compare-pane img").Select(image => image.GetAttribute("src")));
        Assert.Equal(2, comparison.QuerySelectorAll(".compare-pane rect").Length);
    }

    [Fact]
    public async Task The_list_can_be_taken_along_as_a_table_with_its_likeness()
    {
        using var client = factory.CreatePlainClient("en");
        using var answer = await SendAsync(client, [], ("a.png", Pictures.Product(21)));
        var page = await client.GetPageAsync($"{answer.Headers.Location}");

        using var table = await client.GetAsync(page.QuerySelector("a[download]")!.GetAttribute("href"));

        Assert.Equal("text/csv", table.Content.Headers.ContentType!.MediaType);
        var lines = (await table.Content.ReadAsStringAsync()).TrimStart('\uFEFF').Split("\r\n");
        Assert.StartsWith("Number,Product,Owner,Locarno class,Status,Announced or submitted,Likeness (%),Places that agree,", lines[0], StringComparison.Ordinal);
        Assert.Matches($"^{Number},藤编提篮,{PublishedDesigns.OwnerName},\"?09-03 .+\"?,in force,2026-11-17,9\\d,\\d+,,http://localhost/register/{Number}$", lines[1]);
        using var forgotten = await client.GetAsync("/register/results.csv?picture=00000000000000000000000000000000");
        Assert.Equal(HttpStatusCode.NotFound, forgotten.StatusCode);
    }

    [Fact]
    public async Task Filters_in_use_are_shown_and_each_is_taken_away_by_its_link()
    {
        using var client = factory.CreatePlainClient("zh-CN");

        var page = await client.GetPageAsync("/register?q=提篮&status=InForce&from=2026-11-01&to=2026-11-30");

        var chips = page.QuerySelectorAll(".register-chips li a").ToDictionary(a => a.Text(), a => a.GetAttribute("href")!);
        Assert.Equal(["去掉条件 有效 ×", "去掉条件 2026年11月1日起 ×", "去掉条件 至2026年11月30日 ×", "全部清除"], chips.Keys);
        var less = await client.GetPageAsync(chips["去掉条件 2026年11月1日起 ×"]);
        Assert.Equal(["去掉条件 有效 ×", "去掉条件 至2026年11月30日 ×", "全部清除"], less.QuerySelectorAll(".register-chips li a").Select(a => a.Text()));
        Assert.Equal("提篮", less.QuerySelector("#q")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_newest_come_first_on_request_and_a_preset_of_days_keeps_the_words()
    {
        await factory.PublishAsync("ZL202630000023.5", "提篮 新款", seed: 23, announced: new DateOnly(2026, 11, 20));
        using var client = factory.CreatePlainClient("zh-CN");

        var page = await client.GetPageAsync("/register?q=提篮");
        var newest = await client.GetPageAsync(page.QuerySelectorAll(".register-sort a")[1].GetAttribute("href")!);

        Assert.Equal(["提篮 新款", "藤编提篮"], newest.QuerySelectorAll(".register-hit h3").Select(h => h.Text()));
        Assert.Equal("true", newest.QuerySelectorAll(".register-sort a")[1].GetAttribute("aria-current"));
        var recent = page.QuerySelector(".register-presets a")!.GetAttribute("href")!;
        Assert.Equal("2026-10-24", (await client.GetPageAsync(recent)).QuerySelector("#from")!.GetAttribute("value"));
        Assert.Equal("提篮", (await client.GetPageAsync(recent)).QuerySelector("#q")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_kind_is_a_filter_for_those_alone_who_find_both()
    {
        using var anonymous = factory.CreatePlainClient();
        using var examiner = await factory.SignedInAsAsync(Roles.Examiner);
        await Examine.ExaminationCentre.FileAsync(factory, "kind-of-two", "提篮");
        await factory.CatchUpAsync();

        Assert.Null((await anonymous.GetPageAsync("/register?q=提篮")).QuerySelector("input[name=kind]"));
        Assert.Equal(2, (await examiner.GetPageAsync("/register?q=提篮")).QuerySelectorAll("input[name=kind]").Length);
    }

    public async Task InitializeAsync()
    {
        await Once.WaitAsync();
        if (_image == Guid.Empty)
        {
            _image = await factory.PublishAsync(Number, "藤编提篮", seed: 21);
            await factory.PublishAsync(Other, "竹灯笼", seed: 22);
        }
        Once.Release();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, Dictionary<string, string?> answers, params (string Name, byte[] Bytes)[] pictures) =>
        await client.SubmitAsync(
            await client.GetPageAsync("/register"), "form[data-search]", answers,
            [.. pictures.Select(p => ("picture", p.Name, p.Bytes, "application/octet-stream"))]);

    private static byte[] Bad(string name) => name switch
    {
        "notes.txt" => "no picture at all"u8.ToArray(),
        "torn.png" => Pictures.Product(1)[..2000],
        "dark.png" => Flat(400, 400),
        "dot.png" => Pictures.Product(1, size: 40),
        "wall.png" => Flat(16_385, 50),
        "field.png" => Flat(7_000, 6_000),
        "page.svg" => "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(),
        "large.jpg" => new byte[20 * 1024 * 1024 + 1],
        _ => [],
    };

    private static byte[] Flat(int width, int height)
    {
        var rgb = new byte[width * height * 3];
        Array.Fill(rgb, (byte)30);
        return Pictures.Png(width, height, rgb);
    }

    /// <summary>A GIF of two frames, black and white halves turned (GIF89a, uncompressed LZW of one bit).</summary>
    private static byte[] TwoFrames()
    {
        const int Side = 64;
        List<byte> gif = [.. "GIF89a"u8, Side, 0, Side, 0, 0x80, 0, 0, 20, 20, 20, 235, 235, 235];
        foreach (var turned in new[] { false, true })
        {
            gif.AddRange([0x21, 0xF9, 4, 0, 10, 0, 0, 0, 0x2C, 0, 0, 0, 0, Side, 0, Side, 0, 0, 2]);
            gif.AddRange(Uncompressed(Side, turned));
        }
        return [.. gif, 0x3B];
    }

    /// <summary>Codes of three bits, cleared before the table grows to four: 0 and 1 are the colours, 4 clears, 5 ends.</summary>
    private static byte[] Uncompressed(int side, bool turned)
    {
        List<int> codes = [];
        for (var at = 0; at < side * side; at++)
        {
            if (at % 2 == 0)
                codes.Add(4);
            var (x, y) = (at % side / 8, at / side / 8);
            codes.Add((turned ? x * y + y : x + y * 3 + x * y) % 2);
        }
        codes.Add(5);
        var bits = codes.SelectMany(code => Enumerable.Range(0, 3).Select(bit => (code >> bit) & 1)).ToArray();
        var bytes = bits.Chunk(8).Select(chunk => (byte)chunk.Select((bit, i) => bit << i).Sum()).ToArray();
        return [.. bytes.Chunk(255).SelectMany(chunk => chunk.Prepend((byte)chunk.Length)), 0];
    }
}

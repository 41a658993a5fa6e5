using System.Text.Json;
using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;

namespace IpCenter.Web.Tests.Pages.Designs;

public sealed class DesignPageTests(WebFactory factory) : IClassFixture<WebFactory>
{
    [Fact]
    public async Task A_published_design_can_be_linked_cited_and_read_by_machines()
    {
        const string Number = "ZL202530500001.4";
        await factory.AddRightAsync(Number, null);
        using var client = factory.CreatePlainClient("zh-CN");

        var page = await client.GetPageAsync($"/register/{Number}");

        Assert.Equal($"http://localhost/register/{Number}", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal($"木质首饰盒（{Number}）", page.QuerySelector("meta[property='og:title']")!.GetAttribute("content"));
        using var data = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent);
        Assert.Equal(Number, data.RootElement.GetProperty("identifier").GetProperty("value").GetString());
        Assert.Equal(("2025-12-11", "2025-12-31", "2040-12-11"), (Text(data, "dateCreated"), Text(data, "datePublished"), Text(data, "expires")));
        Assert.Contains("<b>", Text(data, "abstract"));
        Assert.DoesNotContain("<b>", page.QuerySelector("script[type='application/ld+json']")!.TextContent);
        Assert.Contains($"外观设计专利 {Number}，授权公告日 2025年12月31日", page.QuerySelector(".design-citation")!.Text());
        Assert.Contains("有效", page.QuerySelector(".standing-good")!.Text());
        Assert.Contains("第 2 年度，最迟 2026年12月11日", page.QuerySelector(".facts")!.Text());
        Assert.Null(page.QuerySelector("a[href^='/designs/']"));
    }

    [Fact]
    public async Task What_a_party_keeps_to_itself_is_not_on_the_public_page()
    {
        const string Number = "ZL202530500002.9";
        var id = await factory.AddRightAsync(Number, null);
        using var examiner = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");
        foreach (var (party, publicity) in new[] { ("甲公司", "Whole"), ("乙公司", "FactOnly"), ("丙公司", "Hidden") })
        {
            using var saved = await examiner.SubmitAsync(await examiner.GetPageAsync($"/designs/{id}/change?kind=Licensed"), "form:has([name='Input.Party'])", new()
            {
                ["Input.Party"] = party,
                ["Input.Licence"] = "Ordinary",
                ["Input.EffectiveOn"] = "2026-05-06",
                ["Input.DocumentNumber"] = $"备案-{party}",
                ["Input.DocumentOn"] = "2026-05-06",
                ["Input.Publicity"] = publicity,
            });
            Assert.Equal(System.Net.HttpStatusCode.Found, saved.StatusCode);
        }

        using var visitor = factory.CreatePlainClient("zh-CN");
        var history = (await visitor.GetPageAsync($"/register/{Number}")).QuerySelector(".right-history")!.Text();

        Assert.Contains("甲公司", history);
        Assert.DoesNotContain("乙公司，", history);
        Assert.DoesNotContain("丙公司", history);
        Assert.DoesNotContain("测试", history);
        Assert.Contains("丙公司", (await examiner.GetPageAsync($"/designs/{id}")).QuerySelector(".right-history")!.Text());
    }

    private static string? Text(JsonDocument data, string name) => data.RootElement.GetProperty(name).GetString();
}

using IpCenter.Web.Tests.Infrastructure;

namespace IpCenter.Web.Tests.Languages;

public sealed class LanguageTests(WebFactory factory) : IClassFixture<WebFactory>
{
    [Theory]
    [InlineData(null, "zh-CN")]
    [InlineData("en-GB,en;q=0.9", "en")]
    [InlineData("zh-TW,en;q=0.9", "zh-CN")]
    [InlineData("fr,en;q=0.5", "en")]
    [InlineData("fr", "zh-CN")]
    [InlineData("en;q=0.3,zh;q=0.8", "zh-CN")]
    public async Task The_browser_chooses_and_Chinese_is_the_default(string? accepted, string expected)
    {
        using var client = factory.CreatePlainClient(accepted);

        var page = await client.GetPageAsync("/");

        Assert.Equal(expected, page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task The_switch_outweighs_the_browser_and_comes_back_to_the_page()
    {
        using var client = factory.CreatePlainClient("en");

        using var answer = await client.GetAsync("/language/zh-CN?back=/sign-in?x=1");

        Assert.Equal("/sign-in?x=1", answer.Headers.Location!.OriginalString);
        Assert.Equal("zh-CN", (await client.GetPageAsync("/sign-in")).DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task The_switch_leads_to_no_other_site()
    {
        using var client = factory.CreatePlainClient();

        using var answer = await client.GetAsync("/language/en?back=https://elsewhere.example/");

        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }
}

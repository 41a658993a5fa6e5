using IpCenter.Web.Tests.Infrastructure;

namespace IpCenter.Web.Tests.Pages.Terms;

public sealed class TermsPageTests(WebFactory factory) : IClassFixture<WebFactory>
{
    [Fact]
    public async Task Anybody_reckons_a_term_and_reads_why_it_is_this_date()
    {
        using var client = factory.CreatePlainClient("zh-CN");

        var page = await client.GetPageAsync("/terms?term=d20-defence&day=2026-09-17&time=");

        var answer = page.QuerySelector("section[aria-labelledby=answer]")!.TextContent;
        Assert.Contains("2026年10月8日", answer, StringComparison.Ordinal);
        Assert.Contains("民事诉讼法（2023）第128条", answer, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".error-summary"));
        Assert.True(page.QuerySelectorAll("section[aria-labelledby=all-terms] tbody tr").Length > 20);
    }

    [Theory]
    [InlineData("term=no-such&day=2026-09-17", "请从列表中选择")]
    [InlineData("term=d20-defence&day=gestern", "请填写日期")]
    [InlineData("term=d20-defence&day=", "请填写日期")]
    [InlineData("term=d15-preservation-ruling&day=2026-09-17&time=25:00", "请填写时间")]
    [InlineData("term=d15-preservation-ruling&day=2026-09-17&time=", "该期限以小时计算")]
    [InlineData("term=d11-content-platform&day=2026-09-17", "法律未规定具体天数")]
    [InlineData("term=d22-trademark-opposition&day=2027-03-01", "施行至 2027-01-01 之前")]
    public async Task What_cannot_be_reckoned_is_said_at_its_field_and_what_was_entered_stays(string query, string said)
    {
        using var client = factory.CreatePlainClient("zh-CN");

        var page = await client.GetPageAsync($"/terms?{query}");

        Assert.Contains(said, page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("section[aria-labelledby=answer]"));
        var day = query.Split("day=")[1].Split('&')[0];
        Assert.Equal(day, page.QuerySelector("#day")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_year_without_calendar_is_not_guessed()
    {
        using var client = factory.CreatePlainClient("en");

        var page = await client.GetPageAsync("/terms?term=d19-limitation&day=2026-11-20");

        Assert.Contains("The calendar of 2029 is not published", page.QuerySelector("section[aria-labelledby=answer]")!.TextContent, StringComparison.Ordinal);
    }
}

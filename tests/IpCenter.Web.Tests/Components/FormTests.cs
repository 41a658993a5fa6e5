using System.Net;
using IpCenter.Web.Tests.Infrastructure;

namespace IpCenter.Web.Tests.Components;

public sealed class FormTests(WebFactory factory) : IClassFixture<WebFactory>
{
    private const string Form = "form:has([name='Input.Product'])";

    [Fact]
    public async Task What_was_wrong_stands_at_the_field_and_in_the_summary_and_answers_stay()
    {
        using var client = factory.CreatePlainClient("zh-CN");
        var page = await client.GetPageAsync("/dev/components");

        using var answer = await client.SubmitAsync(page, Form, new()
        {
            ["Input.Product"] = new string('长', 21),
            ["Input.Use"] = "演出时穿",
            ["Input.ShownOn"] = "2026-02-30",
        });

        var refused = await answer.ReadPageAsync();
        var field = refused.QuerySelector("[name='Input.Product']")!;
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        Assert.Contains("最多 20 个字符", refused.GetElementById($"{field.Id}-error")!.Text(), StringComparison.Ordinal);
        Assert.Equal("演出时穿", refused.QuerySelector("[name='Input.Use']")!.TextContent);
        Assert.Equal(
            ["产品名称：最多 20 个字符", "请填写：结论", "首次公开日期：格式不对，请重新填写"],
            refused.QuerySelectorAll(".error-summary li").Select(li => li.Text()));
        Assert.All(refused.QuerySelectorAll(".error-summary a"), a => Assert.NotNull(refused.GetElementById(a.GetAttribute("href")!.Split('#')[1])));
    }

    [Fact]
    public async Task A_refusal_of_the_use_case_stands_at_its_field()
    {
        using var client = factory.CreatePlainClient("zh-CN");
        var page = await client.GetPageAsync("/dev/components");

        using var answer = await client.SubmitAsync(page, Form, new() { ["Input.Product"] = "taken", ["Input.Outcome"] = "Passed" });

        var refused = await answer.ReadPageAsync();
        Assert.Equal("f-Input-Product", refused.QuerySelector(".error-summary a")!.GetAttribute("href")!.Split('#')[1]);
    }

    [Fact]
    public async Task A_file_arrives_and_the_next_page_says_so_once()
    {
        using var client = factory.CreatePlainClient("zh-CN");
        var page = await client.GetPageAsync("/dev/components");

        using var answer = await client.SubmitAsync(
            page, Form, new() { ["Input.Product"] = "马面裙", ["Input.Outcome"] = "Passed" }, ("Input.Photo", "front.png", new byte[1234], "image/png"));
        var next = await client.GetPageAsync(answer.Headers.Location!.OriginalString);
        var after = await client.GetPageAsync("/dev/components");

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("已保存：马面裙，1234 字节", next.QuerySelector(".flash")!.Text());
        Assert.Null(after.QuerySelector(".flash"));
    }
}

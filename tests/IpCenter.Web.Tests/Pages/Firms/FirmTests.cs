using System.Net;
using IpCenter.Casework.Firms;
using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Apply;

namespace IpCenter.Web.Tests.Pages.Firms;

public sealed class FirmTests(WebFactory factory) : IClassFixture<WebFactory>
{
    [Fact]
    public async Task A_wrong_check_character_warns_and_lets_the_firm_be_recorded()
    {
        await factory.AddPersonAsync(Roles.Merchant, "new-firm");
        using var client = factory.CreatePlainClient("zh-CN");
        await client.SignInAsync("new-firm");
        using var asked = await client.SubmitAsync(await client.GetPageAsync("/firms/new"), "form:has([name='Asked.CreditCode'])", new() { ["Asked.CreditCode"] = "91371721MA3QK8T21X" });
        var page = await client.GetPageAsync(asked.Headers.Location!.ToString());
        Assert.Contains("校验位", page.QuerySelector(".notice")!.Text());

        using var saved = await client.SubmitAsync(page, "form:has([name='Input.Business'])", new()
        {
            ["Input.Name"] = "曹县新店",
            ["Input.Address"] = "曹县大集镇 1 号",
            ["Input.Postcode"] = "274400",
            ["Input.ContactName"] = "王",
            ["Input.ContactPhone"] = "0530-0000000",
            ["Input.Business"] = "演出服",
            ["Input.Classes"] = "02-02",
            ["Input.Promised"] = "true",
        });

        var firm = await client.GetPageAsync(saved.Headers.Location!.ToString());
        Assert.Equal("曹县新店", firm.QuerySelector("h1")!.Text());
        Assert.Contains("等待中心审核", firm.QuerySelector("main")!.Text());
    }

    [Fact]
    public async Task A_code_that_is_none_is_refused_at_its_field()
    {
        await factory.AddPersonAsync(Roles.Merchant, "bad-code");
        using var client = factory.CreatePlainClient("zh-CN");
        await client.SignInAsync("bad-code");

        using var answer = await client.SubmitAsync(await client.GetPageAsync("/firms/new"), "form:has([name='Asked.CreditCode'])", new() { ["Asked.CreditCode"] = "12345" });

        var page = await answer.ReadPageAsync();
        Assert.Contains("18位", page.QuerySelector(".field-error")!.Text());
        Assert.Equal("12345", page.QuerySelector("[name='Asked.CreditCode']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_refusal_is_shown_with_its_reason_and_can_be_followed_by_a_new_request()
    {
        var (client, firm, _) = await factory.SignedInWithFirmAsync("refused-firm", recordal: RecordalStatus.Refused);

        var page = await client.GetPageAsync($"/firms/{firm}");

        Assert.Contains("登记地不符", page.QuerySelector("main")!.Text());
        Assert.NotNull(page.QuerySelector($"a[href='/firms/new?code={Applicants.CreditCode}']"));
    }

    [Fact]
    public async Task A_firm_is_not_there_for_strangers()
    {
        var (_, firm, _) = await factory.SignedInWithFirmAsync("firm-owner", "92371721MA3RB5H87D");
        using var stranger = await factory.SignedInAsAsync(Roles.Merchant);

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/firms/{firm}")).StatusCode);
    }
}

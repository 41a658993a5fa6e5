using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Apply;
using IpCenter.Web.Tests.Pages.Examine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace IpCenter.Web.Tests.Journeys;

[Collection(Browser.Collection)]
public sealed class HelperDayTests(Browser browser, BrowserFactory factory) : RoleDay(browser, factory)
{
    [Theory]
    [InlineData(390, "zh-CN", Roles.TownOfficer, "92371721MA3RB5H71R")]
    [InlineData(390, "en", Roles.TownOfficer, "92371721MA3RB5H72W")]
    [InlineData(1366, "zh-CN", Roles.TownOfficer, "92371721MA3RB5H730")]
    [InlineData(1366, "en", Roles.TownOfficer, "92371721MA3RB5H743")]
    [InlineData(390, "zh-CN", Roles.Agent, "92371721MA3RB5H756")]
    [InlineData(390, "en", Roles.Agent, "92371721MA3RB5H769")]
    [InlineData(1366, "zh-CN", Roles.Agent, "92371721MA3RB5H77C")]
    [InlineData(1366, "en", Roles.Agent, "92371721MA3RB5H78F")]
    public async Task A_helper_files_for_a_firm_with_its_consent_sees_no_other_and_loses_sight_with_it(int width, string language, string role, string creditCode)
    {
        var (firm, ownerPerson) = await Factory.AddMerchantAsync($"day-owner-{role}-{width}-{language}", creditCode);
        var secret = (await Factory.FileAsync($"day-stranger-{role}-{width}-{language}", "屏风")).CaseId;
        var helper = await OpenAsync(await Factory.AddPersonAsync(role, $"day-{role}-{width}-{language}", town: role == Roles.TownOfficer ? "大集镇" : null), width, language);

        await helper.GotoAsync("/firms/mandate");
        await LookAsync(helper, $"day-ask-{role}-{language}");
        await helper.FillAsync("[name='Input.CreditCode']", creditCode);
        await helper.FillAsync("[name='Input.Purpose']", "代为提交春季新款的申请。");
        await helper.CheckAsync("[name='Input.Power'][value=Act]");
        await helper.FillAsync("[name='Input.Until']", "2027-03-31");
        await SendAsync(helper, "[name='Input.CreditCode']");
        Assert.True(await IsClosedAsync(helper, $"/firms/{firm}"));

        // The firm gives its consent on its own phone, whatever the helper works on.
        var owner = await OpenAsync(ownerPerson, 390, "zh-CN");
        await owner.GotoAsync($"/firms/{firm}/mandates");
        await owner.ClickAsync(".todo a");
        await LookAsync(owner, $"day-consent-{role}-zh-CN");
        await owner.CheckAsync("[name='Input.Power'][value=Act]");
        await SendAsync(owner, "[name='Input.Power']");
        var mandate = await Factory.WithDatabaseAsync(db => db.Mandates.Where(m => m.FirmId == firm && m.Kind != MandateKind.Member).Select(m => m.Id).SingleAsync());

        var application = await FileAsync(helper, $"day-{role}-{language}");
        Assert.Equal(200, (await helper.GotoAsync($"/cases/{application}"))!.Status);
        Assert.True(await IsClosedAsync(helper, $"/cases/{secret}"));
        Assert.DoesNotContain("day-stranger", await helper.ContentAsync(), StringComparison.Ordinal);
        await owner.GotoAsync($"/firms/{firm}/done");
        await LookAsync(owner, $"day-done-zh-CN-{role}");
        await Assertions.Expect(owner.Locator("main")).ToContainTextAsync($"{role} 测试");

        await owner.GotoAsync($"/firms/{firm}/mandates/{mandate}");
        await owner.FillAsync("[name='Ending.Reason']", "改为自己办理");
        await owner.ClickAsync("form:has([name='Ending.Reason']) summary");
        await SendAsync(owner, "[name='Ending.Reason']");
        Assert.True(await IsClosedAsync(helper, $"/cases/{application}"));
        Assert.Equal(200, (await owner.GotoAsync($"/cases/{application}"))!.Status);
    }
}

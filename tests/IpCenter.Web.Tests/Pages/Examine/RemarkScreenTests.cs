using IpCenter.Casework.People;
using IpCenter.Testing;
using IpCenter.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace IpCenter.Web.Tests.Pages.Examine;

/// <summary>With the scripts a remark is overruled without leaving the page.</summary>
[Collection(Browser.Collection)]
public sealed class RemarkScreenTests(Browser browser, BrowserFactory factory) : IClassFixture<BrowserFactory>
{
    [Theory]
    [InlineData(1366, "zh-CN")]
    [InlineData(390, "en")]
    public async Task A_remark_is_overruled_in_place_beside_a_half_typed_decision(int width, string language)
    {
        var (page, remark) = await OpenAsync($"remark-{width}", width, language);
        await page.EvaluateAsync("() => { window.here = true; }");
        await page.FillAsync("#f-Input-Reason", "尚未写完");
        var item = page.Locator($"#remark-{remark}");
        await page.ClickAsync("#jump-remarks a");
        await item.Locator("summary").ClickAsync();

        await item.Locator("textarea").FillAsync("   ");
        await item.Locator("button").ClickAsync();
        await Assertions.Expect(item.Locator("[role=alert]")).ToBeVisibleAsync();
        await Assertions.Expect(item.Locator("textarea")).ToBeFocusedAsync();
        await page.AssertAccessibleAsync();
        await item.Locator("textarea").FillAsync("误报");
        await item.Locator("button").ClickAsync();

        await Assertions.Expect(item.Locator(".remark-reason")).ToContainTextAsync("误报");
        await Assertions.Expect(item).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#jump-remarks")).ToContainTextAsync("(0)");
        await Assertions.Expect(page.Locator("#fold-remarks > summary .fold-count")).ToHaveTextAsync("(0)");
        Assert.True(await page.EvaluateAsync<bool>("() => window.here"), "The page was not loaded anew.");
        await Assertions.Expect(page.Locator("#f-Input-Reason")).ToHaveValueAsync("尚未写完");

        // The decision's form stayed where it is: it can be sent still.
        await page.CheckAsync("[name='Input.Outcome'][value=pass]");
        await page.ClickAsync("button[value=preview]");
        await Assertions.Expect(page.Locator(".letter")).ToBeVisibleAsync();
        Assert.Empty(Browser.ErrorsOf(page));
    }

    [Fact]
    public async Task Enter_in_the_decision_never_overrules()
    {
        var (page, remark) = await OpenAsync("remark-enter", 1366, "zh-CN");
        await page.FillAsync($"#why-{remark}", "误报", new() { Force = true });

        await page.FocusAsync("[name='Input.Outcome'][value=pass]");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator(".letter")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator($"#remark-{remark} .remark-reason")).ToHaveCountAsync(0);
    }

    private async Task<(IPage Page, Guid Remark)> OpenAsync(string key, int width, string language)
    {
        var task = await factory.FileAsync(key);
        await factory.WithDatabaseAsync(db => db.ApplicationRemarks.Where(r => r.ApplicationId == task.CaseId).ExecuteDeleteAsync());
        // A weak look-alike, which hinders nobody who passes the case.
        await factory.WithDatabaseAsync(db => db.PriorDesignLeads.Where(l => l.ApplicationId == task.CaseId).ExecuteDeleteAsync());
        await factory.AddLeadAsync(task.CaseId, 0.3, unpublished: false, "ZL202330000021.1");
        var remark = await factory.AddRemarkAsync(task.CaseId, "背景不是单一颜色。");
        var examiner = await factory.AddPersonAsync(Roles.Examiner);
        var page = await browser.OpenAsync(factory, width, language);
        await page.RouteAsync("**/images/**", route => route.FulfillAsync(new() { ContentType = "image/png", BodyBytes = Pictures.Product(1, 0, 300) }));
        await page.SignInAsync(examiner.UserName!);
        await page.GotoAsync($"/examine/{task.Id}");
        await page.WaitForSelectorAsync("#light-table .compare.is-live");
        return (page, remark);
    }
}

using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Playwright;

namespace IpCenter.Web.Tests.Pages.Admin;

/// <summary>The administration in a real browser: on a phone in Chinese, at a desk in English.</summary>
[Collection(Browser.Collection)]
public sealed class AdminScreenTests(Browser browser)
{
    [Theory]
    [InlineData(390, "zh-CN")]
    [InlineData(1366, "en")]
    public async Task The_pages_of_the_administration_are_readable_and_accessible(int width, string language)
    {
        await using var factory = new BrowserFactory();
        var page = await browser.OpenAsync(factory, width, language);
        var admin = await factory.AddPersonAsync(Roles.Admin);
        var clerk = await factory.AddPersonAsync(Roles.CourtClerk, courtId: "chengwu");
        await page.SignInAsync(admin.UserName!);

        await page.GotoAsync("/admin/audit");
        await page.ClickAsync(".chain-check button");
        await page.WaitForSelectorAsync(".chain-check code");
        await LookAsync(page, null, $"admin-audit-{language}");
        await LookAsync(page, "/admin", $"admin-{language}");
        await LookAsync(page, "/admin/incidents", $"admin-incidents-{language}");
        await LookAsync(page, "/admin/people", $"admin-people-{language}");
        await LookAsync(page, $"/admin/people/{clerk.Id}", $"admin-person-{language}");
        await LookAsync(page, "/admin/people/new", $"admin-person-new-{language}");
        await LookAsync(page, "/admin/calendars", $"admin-calendars-{language}");
    }

    private static async Task LookAsync(IPage page, string? address, string name)
    {
        if (address is not null)
            await page.GotoAsync(address);
        await page.ScreenshotAsync(name);
        await page.AssertAccessibleAsync();
    }
}

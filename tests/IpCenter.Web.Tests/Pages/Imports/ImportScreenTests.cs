using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;
using Microsoft.Playwright;

namespace IpCenter.Web.Tests.Pages.Imports;

/// <summary>Imports in a real browser: on a phone in Chinese, at a desk in English.</summary>
[Collection(Browser.Collection)]
public sealed class ImportScreenTests(Browser browser)
{
    [Theory]
    [InlineData(390, "zh-CN")]
    [InlineData(1366, "en")]
    public async Task An_archive_is_sent_followed_and_read_and_every_page_is_accessible(int width, string language)
    {
        await using var factory = new BrowserFactory();
        var page = await browser.OpenAsync(factory, width, language);
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        var admin = await factory.AddPersonAsync(Roles.Admin);
        await page.SignInAsync(admin.UserName!);

        await LookAsync(page, "/admin/imports", $"imports-empty-{language}");
        await LookAsync(page, "/admin/imports/new", $"imports-new-{language}");
        await page.SetInputFilesAsync("[name=table]", new FilePayload { Name = "展会.zip", MimeType = "application/zip", Buffer = Uploads.Archive() });
        await page.ClickAsync(".import-form button[type=submit]");
        await page.WaitForSelectorAsync("main:has(.import-progress):not(:has([data-progress=follow]))", new() { Timeout = 60_000 });
        await LookAsync(page, null, $"imports-done-{language}");
        await LookAsync(page, "/admin/imports", $"imports-{language}");
        await LookAsync(page, "/register/export", $"imports-export-{language}");
        var standing = await factory.AddStandingAsync();
        await LookAsync(page, $"/admin/imports/{standing}", $"imports-running-{language}");
        await page.GotoAsync("/admin/imports/new");
        await page.SetInputFilesAsync("[name=table]", new FilePayload { Name = "a.csv", MimeType = "text/csv", Buffer = "owner,class\n1,2"u8.ToArray() });
        await page.ClickAsync(".import-form button[type=submit]");
        await page.WaitForSelectorAsync(".error-summary");
        await LookAsync(page, null, $"imports-refused-{language}");
    }

    private static async Task LookAsync(IPage page, string? address, string name)
    {
        if (address is not null)
            await page.GotoAsync(address);
        await page.ScreenshotAsync(name);
        await page.AssertAccessibleAsync();
    }
}

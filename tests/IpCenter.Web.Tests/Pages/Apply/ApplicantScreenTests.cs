using IpCenter.Testing;
using IpCenter.Web.Tests.Infrastructure;
using Microsoft.Playwright;

namespace IpCenter.Web.Tests.Pages.Apply;

/// <summary>A merchant's application in a real browser, on a phone in Chinese and at a desk in English.</summary>
[Collection(Browser.Collection)]
public sealed class ApplicantScreenTests(Browser browser, BrowserFactory factory) : IClassFixture<BrowserFactory>
{
    [Theory]
    [InlineData(390, "zh-CN", "91371721MA3QK8T21U")]
    [InlineData(1366, "en", "91371721MA3T9W6C46")]
    public async Task A_merchant_files_with_pictures_and_sees_the_receipt(int width, string language, string creditCode)
    {
        var (firm, person) = await factory.AddMerchantAsync($"screens-{language}", creditCode);
        var page = await browser.OpenAsync(factory, width, language);
        await page.SignInAsync(person.UserName!);

        await LookAsync(page, "/mine", $"mine-{language}");
        await page.ClickAsync("form:has([name='Input.Firm']) button");
        await LookAsync(page, null, $"apply-1-shown-{language}");
        await page.CheckAsync("[value=None]");
        await page.NextAsync();
        await page.FillAsync("[name='Input.Name']", "马面裙");
        await page.FillAsync("[name='Input.Use']", "用于日常穿着");
        await page.CheckAsync("[value=Flat]");
        await LookAsync(page, null, $"apply-2-product-{language}");
        await page.NextAsync();
        await page.CheckAsync("[value='02-02']");
        await LookAsync(page, null, $"apply-3-class-{language}");
        await page.NextAsync();
        await page.UploadAsync("Front", Png(Pictures.Product(1)));
        await page.UploadAsync("Back", Png(Pictures.Product(1, side: 3)));
        await LookAsync(page, null, $"apply-4-views-{language}");
        await page.ClickAsync("main .btn-primary");
        await page.ClickAsync("[data-examples] button");
        await page.CheckAsync("[value=主视图]");
        await page.WaitForFunctionAsync("() => document.querySelector('[data-live=brief]').textContent.includes('形状')");
        await LookAsync(page, null, $"apply-5-brief-{language}");
        await page.NextAsync();
        await page.FillAsync("[name='Input.Designers']", "王秀云");
        await LookAsync(page, null, $"apply-6-people-{language}");
        await page.CheckAsync("[name='Input.Promised']");
        await page.NextAsync();
        await LookAsync(page, null, $"apply-7-check-{language}");
        await page.ClickAsync(".btn-lg");
        await page.WaitForSelectorAsync(".receipt-number");
        await LookAsync(page, null, $"receipt-{language}");
        await page.ClickAsync("main .btn-primary");
        await page.WaitForSelectorAsync(".clocks");
        await LookAsync(page, null, $"case-{language}");
        await LookAsync(page, $"/firms/{firm}", $"firm-{language}");
        await LookAsync(page, "/firms/new?code=92371721MA3RB5H87X", $"firm-new-{language}");
        await LookAsync(page, "/notices", $"notices-{language}");
        await LookAsync(page, "/mine", $"mine-after-{language}");
    }

    private static async Task LookAsync(IPage page, string? address, string name)
    {
        if (address is not null)
            await page.GotoAsync(address);
        await page.ScreenshotAsync(name);
        await page.AssertAccessibleAsync();
    }

    private static FilePayload Png(byte[] bytes) => new() { Name = "照片.png", MimeType = "image/png", Buffer = bytes };
}

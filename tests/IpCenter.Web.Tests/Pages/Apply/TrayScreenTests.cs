using IpCenter.Testing;
using IpCenter.Web.Tests.Infrastructure;
using Microsoft.Playwright;

namespace IpCenter.Web.Tests.Pages.Apply;

/// <summary>Seven pictures chosen at once in a real browser, placed by one tap, by a carry with the mouse and by the list.</summary>
[Collection(Browser.Collection)]
public sealed class TrayScreenTests(Browser browser, BrowserFactory factory) : IClassFixture<BrowserFactory>
{
    private static readonly string[] Views = ["perspective", "left", "top", "front", "bottom", "back", "right"];

    [Theory]
    [InlineData(390, "zh-CN", "91371721MA3QK8T21U")]
    [InlineData(1366, "en", "91371721MA3T9W6C46")]
    public async Task Pictures_in_any_order_find_their_places(int width, string language, string creditCode)
    {
        var (_, merchant) = await factory.AddMerchantAsync($"tray-{language}", creditCode);
        var page = await browser.OpenAsync(factory, width, language);
        await page.SignInAsync(merchant.UserName!);
        await page.GotoAsync("/mine");
        await page.ClickAsync("form:has([name='Input.Firm']) button");
        await page.WaitForURLAsync("**/apply/**");
        await page.GotoAsync($"/apply/{new Uri(page.Url).Segments[2].TrimEnd('/')}/views");

        await page.SetInputFilesAsync("[data-tray-form] [name='Input.Files']", Views.Select((view, index) => new FilePayload
        {
            Name = view == "front" ? "主视图.jpg" : $"IMG_{index}.jpg",
            MimeType = "image/jpeg",
            Buffer = File.ReadAllBytes(Repository.PathTo($"data/demo/images/wood-child-chair-01/{view}.jpg")),
        }));
        await page.WaitForFunctionAsync("() => document.querySelectorAll('.tray-item img').length === 7");
        await page.ScreenshotAsync($"apply-4-tray-{language}");
        await page.AssertAccessibleAsync();

        // By one tap.
        await page.ClickAsync(".tray-item:has([alt='主视图.jpg']) .tray-takes button");
        await page.WaitForSelectorAsync("#view-1-Front img", new() { State = WaitForSelectorState.Attached });

        // Carried with the mouse.
        await CarryAsync(page, ".tray-item:has([alt='IMG_0.jpg']) .carry", "#view-1-Perspective");
        await page.WaitForSelectorAsync("#view-1-Perspective img", new() { State = WaitForSelectorState.Attached });

        // And exchanged the same way.
        await CarryAsync(page, "#view-1-Perspective .carry", "#view-1-Front");
        await page.WaitForFunctionAsync("() => document.querySelector('#view-1-Front .place-file')?.textContent.includes('IMG_0')");
        await page.ClickAsync(".undo button");
        await page.WaitForFunctionAsync("() => document.querySelector('#view-1-Front .place-file')?.textContent.includes('主视图')");
        await page.ScreenshotAsync($"apply-4-placed-{language}");
        await page.AssertAccessibleAsync();
    }

    private static async Task CarryAsync(IPage page, string handle, string place)
    {
        await page.Locator(handle).ScrollIntoViewIfNeededAsync();
        var from = (await page.Locator(handle).BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(from.X + from.Width / 2, from.Y + from.Height / 2);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(from.X + from.Width / 2 + 20, from.Y + from.Height / 2 + 20);
        // The place may lie below the window: the page is scrolled while the picture is held.
        await page.Locator(place).ScrollIntoViewIfNeededAsync();
        var to = (await page.Locator(place).BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(to.X + to.Width / 2, to.Y + Math.Min(to.Height / 2, 120), new() { Steps = 3 });
        await page.Mouse.UpAsync();
    }
}

using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;

namespace IpCenter.Web.Tests.Layout;

[Collection(Browser.Collection)]
public sealed class ShellScreenTests(Browser browser, BrowserFactory factory) : IClassFixture<BrowserFactory>
{
    [Theory]
    [InlineData("/", "home", 390, "zh-CN")]
    [InlineData("/", "home", 1366, "en")]
    [InlineData("/sign-in", "sign-in", 390, "en")]
    [InlineData("/sign-in", "sign-in", 1366, "zh-CN")]
    [InlineData("/dev/components", "components", 390, "zh-CN")]
    [InlineData("/dev/components", "components", 1366, "zh-CN")]
    [InlineData("/status/404", "not-found", 390, "zh-CN")]
    public async Task A_page_is_accessible_and_fits_its_window(string address, string name, int width, string language)
    {
        var page = await browser.OpenAsync(factory, width, language);

        await page.GotoAsync(address);

        await page.ScreenshotAsync($"{name}-{language}");
        await page.AssertAccessibleAsync(mayFail: address.StartsWith("/status", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Keys_move_through_a_list_and_choose()
    {
        var page = await browser.OpenAsync(factory);
        await page.GotoAsync("/dev/components");

        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        var focused = await page.EvaluateAsync<string>("() => document.activeElement.textContent");
        await page.Keyboard.PressAsync("2");
        await page.Keyboard.PressAsync("?");

        Assert.Equal("CX-D-2026-00043", focused);
        Assert.True(await page.IsCheckedAsync("[name='Input.Outcome'][value=Refused]"));
        Assert.True(await page.EvaluateAsync<bool>("() => document.querySelector('[data-keyboard-help]').open"));
    }

    [Fact]
    public async Task Two_pictures_are_compared_with_a_slider_and_by_flicker()
    {
        var page = await browser.OpenAsync(factory);
        await page.GotoAsync("/dev/components");

        await page.ClickAsync("[data-mode=slide]");
        await page.WaitForSelectorAsync(".compare-handle:visible");
        await page.ClickAsync("[data-mode=flicker]");
        await page.WaitForSelectorAsync(".compare[data-shows=flicker]");
        await page.ClickAsync("[data-mode=beside]");

        Assert.Equal(2, await page.Locator(".compare-glass:visible").CountAsync());
        Assert.Empty(Browser.ErrorsOf(page));
    }

    [Fact]
    public async Task Without_JavaScript_one_signs_in_and_out()
    {
        var person = await factory.AddPersonAsync(Roles.Examiner);
        var page = await browser.OpenAsync(factory, 390, javaScript: false);

        await page.SignInAsync(person.UserName!);
        await page.ClickAsync(".site-user summary");
        await page.ClickAsync("form[action='/sign-out'] button");

        Assert.True(await page.IsVisibleAsync("a[href='/sign-in']"));
    }
}

using IpCenter.Casework.People;
using IpCenter.Casework.SavedSearches;
using IpCenter.Testing;
using IpCenter.Web.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace IpCenter.Web.Tests.Pages.Register;

/// <summary>The register in a real browser: by picture, by keyboard, on a phone, and without JavaScript.</summary>
[Collection(Browser.Collection)]
public sealed class RegisterScreenTests(Browser browser, BrowserFactory factory) : IClassFixture<BrowserFactory>
{
    [Fact]
    public async Task Every_page_of_the_register_is_accessible_on_a_phone_and_at_a_desk()
    {
        await PublishAsync();
        var merchant = await factory.AddPersonAsync(Roles.Merchant, "screen-merchant");
        foreach (var width in new[] { 390, 1366 })
            foreach (var language in new[] { "zh-CN", "en" })
            {
                var page = await browser.OpenAsync(factory, width, language);
                await page.SignInAsync(merchant.UserName!);
                await page.GotoAsync("/register");
                await LookAsync(page, $"register-{language}");
                await page.GotoAsync("/register?q=灯&status=InForce&from=2026-11-01");
                await LookAsync(page, $"register-words-{language}");
                await page.GotoAsync("/register?q=(灯");
                await LookAsync(page, $"register-problem-{language}");
                await page.GotoAsync("/register?q=无此物");
                await LookAsync(page, $"register-nothing-{language}");
                await page.GotoAsync("/register");
                await page.SetInputFilesAsync("#pictures", [File("a.png", Pictures.Screenshot(51)), File("b.png", Pictures.Product(52))]);
                await page.WaitForURLAsync("**/register?picture=*");
                await LookAsync(page, $"register-picture-{language}");
                await page.ClickAsync(".register-save > summary");
                await LookAsync(page, $"register-save-{language}");
                await page.FillAsync("#save-name", $"灯笼 {width} {language}");
                await page.ClickAsync(".register-save-form button");
                await page.WaitForURLAsync("**/register/saved");
                var seed = 60 + width / 10 + language.Length;
                await factory.PublishAsync($"ZL2026301{seed:0000}.5", "荷花灯", 51 + (seed % 2));
                await factory.Services.GetRequiredService<WatchSearches>().RunAsync(factory.Clock.GetUtcNow(), default);
                await page.GotoAsync("/register/saved");
                await LookAsync(page, $"register-saved-{language}");
                await page.ClickAsync(".register-saved h2 a");
                await page.WaitForURLAsync("**/register/saved/*");
                await LookAsync(page, $"register-saved-search-{language}");
                await page.GotoAsync("/register?q=灯");
                await page.SetInputFilesAsync("#pictures", [File("notes.txt", "nothing"u8.ToArray())]);
                await page.WaitForSelectorAsync("#picture-error");
                await LookAsync(page, $"register-bad-picture-{language}");
                await page.Context.CloseAsync();
            }
    }

    [Fact]
    public async Task Without_JavaScript_a_picture_words_and_filters_are_sent_by_the_button()
    {
        await PublishAsync();
        var page = await browser.OpenAsync(factory, 390, javaScript: false);
        await page.GotoAsync("/register");
        await page.FillAsync("#q", "屏风");
        await page.SetInputFilesAsync("#pictures", [File("a.png", Pictures.Product(53))]);
        await page.ScreenshotAsync("register-plain-zh-CN");
        await page.ClickAsync("form[data-search] button[type=submit]");
        await page.WaitForURLAsync("**/register?q=*picture=*");
        Assert.Equal("折叠屏风", await page.InnerTextAsync(".register-hit h3"));

        await page.ClickAsync(".register-narrow > summary");
        await page.CheckAsync("input[name=class]");
        await page.ClickAsync(".register-narrow button");
        await page.WaitForURLAsync("**class=09-03*");
        Assert.Equal("屏风", await page.InputValueAsync("#q"));
        Assert.Equal(1, await page.Locator(".register-query img").CountAsync());
        Assert.Equal("折叠屏风", await page.InnerTextAsync(".register-hit h3"));
    }

    [Fact]
    public async Task A_picture_is_pasted_anywhere_and_dropped_on_the_search_box()
    {
        await PublishAsync();
        var page = await browser.OpenAsync(factory);
        await page.GotoAsync("/register");
        await page.FillAsync("#q", "屏风");

        await GiveAsync(page, "paste", "document.body");
        await page.WaitForURLAsync("**/register?q=*picture=*");
        Assert.Equal("折叠屏风", await page.InnerTextAsync(".register-hit h3"));
        await GiveAsync(page, "drop", "document.querySelector('form[data-search]')");
        await page.WaitForFunctionAsync("document.querySelectorAll('.register-query img').length === 2");

        Assert.Equal("屏风", await page.InputValueAsync("#q"));
        await page.ClickAsync(".register-remove");
        await page.WaitForFunctionAsync("document.querySelectorAll('.register-query img').length === 1");
        Assert.Empty(Browser.ErrorsOf(page));
    }

    [Fact]
    public async Task Words_alone_are_a_plain_address_without_empty_fields()
    {
        await PublishAsync();
        var page = await browser.OpenAsync(factory);
        await page.GotoAsync("/register");

        await page.FillAsync("#q", "屏风");
        await page.PressAsync("#q", "Enter");
        await page.WaitForURLAsync("**/register?q=*");

        Assert.Equal("?q=屏风", Uri.UnescapeDataString(new Uri(page.Url).Query));
        await page.GoBackAsync();
        await page.SetInputFilesAsync("#pictures", [File("a.png", Pictures.Product(53))]);
        await page.WaitForURLAsync("**picture=*");
        Assert.Equal("折叠屏风", await page.InnerTextAsync(".register-hit h3"));
    }

    [Fact]
    public async Task Suggestions_are_chosen_and_results_walked_through_by_keyboard()
    {
        await PublishAsync();
        var page = await browser.OpenAsync(factory);
        await page.GotoAsync("/register");

        await page.ClickAsync("#q");
        await page.Keyboard.TypeAsync("灯");
        await page.WaitForSelectorAsync("#q[aria-expanded=true]");
        await page.AssertAccessibleAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        var chosen = await page.GetAttributeAsync("#q", "aria-activedescendant");
        Assert.Equal("true", await page.GetAttributeAsync($"#{chosen}", "aria-selected"));
        var title = await page.InnerTextAsync($"#{chosen}");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/register?q=*");
        Assert.Equal(title, await page.InputValueAsync("#q"));

        await page.FocusAsync(".register-sort a");
        await page.Keyboard.PressAsync("j");
        Assert.Equal(title, await page.EvaluateAsync<string>("document.activeElement.textContent"));
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/register/ZL*");
    }

    private static async Task LookAsync(IPage page, string name)
    {
        await page.ScreenshotAsync(name);
        await page.AssertAccessibleAsync();
    }

    private static FilePayload File(string name, byte[] bytes) => new() { Name = name, MimeType = "image/png", Buffer = bytes };

    /// <summary>What the browser tells a page when a person pastes or drops a file.</summary>
    private static async Task GiveAsync(IPage page, string how, string where) => await page.EvaluateAsync($$"""
        bytes => {
            const data = new DataTransfer();
            data.items.add(new File([Uint8Array.from(atob(bytes), c => c.charCodeAt(0))], 'photo.png', { type: 'image/png' }));
            const event = '{{how}}' === 'paste'
                ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
                : new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
            {{where}}.dispatchEvent(event);
        }
        """, Convert.ToBase64String(Pictures.Product(53)));

    private async Task PublishAsync()
    {
        var known = await factory.WithDatabaseAsync(db => Task.FromResult(db.Designs.Any(d => d.PatentNumber == "ZL202630000051.5")));
        if (known)
            return;
        await factory.PublishAsync("ZL202630000051.5", "竹灯笼", seed: 51);
        await factory.PublishAsync("ZL202630000052.5", "走马灯", seed: 52);
        await factory.PublishAsync("ZL202630000053.5", "折叠屏风", seed: 53);
    }
}

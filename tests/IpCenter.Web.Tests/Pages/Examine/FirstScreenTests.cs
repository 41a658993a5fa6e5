using IpCenter.Casework.People;
using IpCenter.Testing;
using IpCenter.Web.Tests.Infrastructure;
using Microsoft.Playwright;

namespace IpCenter.Web.Tests.Pages.Examine;

/// <summary>On a desk the pictures of a case begin in the first screen, under what the examiner needs first.</summary>
[Collection(Browser.Collection)]
public sealed class FirstScreenTests(Browser browser, BrowserFactory factory) : IClassFixture<BrowserFactory>
{
    private const int Highest = 430;

    [Theory]
    [InlineData(1366, "zh-CN")]
    [InlineData(1366, "en")]
    [InlineData(1920, "zh-CN")]
    public async Task The_pictures_begin_in_the_first_screen(int width, string language)
    {
        var task = await factory.FileAsync($"first-screen-{width}-{language}");
        await factory.AddLeadAsync(task.CaseId, 0.93, unpublished: false, "ZL202330000031.1");
        var examiner = await factory.AddPersonAsync(Roles.Examiner);
        var page = await browser.OpenAsync(factory, width, language);
        await page.RouteAsync("**/images/**", route => route.FulfillAsync(new() { ContentType = "image/png", BodyBytes = Pictures.Product(1, 0, 300) }));
        await page.SignInAsync(examiner.UserName!);
        await page.GotoAsync($"/examine/{task.Id}");
        await page.WaitForSelectorAsync("#light-table .compare.is-live");

        var top = await TopAsync(page, ".compare-panes");
        Assert.True(top <= Highest, $"The pictures begin at {top} px.");
        foreach (var needed in new[] { "h1", ".case-head .facts", ".case-head .deadline", ".clocks", "[aria-current=true].lead-secret, .table-sides [aria-current]", "[data-mode=beside]", ".jump-decision ~ li a" })
        {
            await Assertions.Expect(page.Locator(needed).First).ToBeVisibleAsync();
            Assert.InRange(await TopAsync(page, needed), 0, Highest);
        }

        // Choosing another way to compare moves the pictures nowhere, and the reasons of the date lie over what follows.
        await page.Keyboard.PressAsync("f");
        await Assertions.Expect(page.Locator("#light-table .compare")).ToHaveAttributeAsync("data-shows", "flicker");
        Assert.Equal(top, await TopAsync(page, ".compare-panes"));
        await page.Keyboard.PressAsync("b");
        await page.ClickAsync(".case-head .deadline-why summary");
        await Assertions.Expect(page.Locator(".case-head .deadline-why p")).ToBeVisibleAsync();
        Assert.Equal(top, await TopAsync(page, ".compare-panes"));
        await page.ScreenshotAsync($"first-screen-{width}-{language}");
        await page.AssertAccessibleAsync();
    }

    private static Task<int> TopAsync(IPage page, string selector) =>
        page.EvaluateAsync<int>("selector => Math.round(document.querySelector(selector).getBoundingClientRect().top)", selector);
}

using IpCenter.Casework.Examination;
using IpCenter.Casework.People;
using IpCenter.Testing;
using IpCenter.Web.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace IpCenter.Web.Tests.Pages.Examine;

/// <summary>On a phone the workbench and the second reading are short: their parts lie folded, and each is a tap away.</summary>
[Collection(Browser.Collection)]
public sealed class FoldTests(Browser browser, BrowserFactory factory) : IClassFixture<BrowserFactory>
{
    private const int Longest = 6500;

    [Theory]
    [InlineData(false, "zh-CN")]
    [InlineData(true, "en")]
    public async Task A_phone_shows_the_headings_and_opens_what_a_link_leads_to(bool reading, string language)
    {
        var page = await OpenAsync(reading, 390, language);

        Assert.InRange(await page.EvaluateAsync<int>("() => document.documentElement.scrollHeight"), 500, Longest);
        await Assertions.Expect(page.Locator(".fold[open]")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#light-table .compare-panes")).ToBeVisibleAsync();
        await page.ScreenshotAsync($"fold-{(reading ? "reading" : "bench")}-{language}");
        await page.AssertAccessibleAsync();
        foreach (var part in new[] { "checklist", "notes", "history" })
        {
            await page.Locator($".bench-jump a[href$='#{part}']").ClickAsync();
            await Assertions.Expect(page.Locator($".fold[open]:has(#{(part == "notes" ? "notes-title" : part)})")).ToBeInViewportAsync();
        }

        // The way to the decision stays in sight wherever the page is, until it is there.
        var jump = page.Locator(".jump-decision a");
        await Assertions.Expect(jump).ToBeInViewportAsync(new() { Ratio = 0.9f });
        await jump.ClickAsync();
        await Assertions.Expect(page.Locator("#decision-title")).ToBeInViewportAsync();
        Assert.Empty(Browser.ErrorsOf(page));
    }

    [Theory]
    [InlineData(390, false)]
    [InlineData(1366, true)]
    public async Task Without_scripts_and_on_a_desk_everything_lies_open(int width, bool javaScript)
    {
        var page = await OpenAsync(reading: true, width, "zh-CN", javaScript);

        await Assertions.Expect(page.Locator(".fold:not([open])")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".checklist li").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#note-text")).ToBeVisibleAsync();
        Assert.False(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth"));
    }

    [Fact]
    public async Task What_an_address_names_is_open_from_the_start()
    {
        var page = await OpenAsync(reading: false, 390, "en");

        await page.GotoAsync($"{new Uri(page.Url).AbsolutePath}?again#checklist");

        await Assertions.Expect(page.Locator("#fold-checklist[open]")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".fold[open]")).ToHaveCountAsync(1);
    }

    private async Task<IPage> OpenAsync(bool reading, int width, string language, bool javaScript = true)
    {
        var task = await factory.FileAsync($"fold-{reading}-{width}-{language}-{javaScript}");
        await factory.AddRemarkAsync(task.CaseId, "背景不是单一颜色。");
        if (reading)
        {
            var examiner = await factory.AddPersonAsync(Roles.Examiner);
            await factory.DoAsync(examiner, [Roles.Examiner], (services, viewer, actor) => services.GetRequiredService<DecideExamination>().ExecuteAsync(
                new ExaminationInput { WorkItemId = task.Id, Outcome = "refuse", Reason = "与在先设计无明显区别。", Points = [] }, viewer, actor, default));
            task = await factory.TaskAsync(task.CaseId, "SecondReading");
        }
        var person = await factory.AddPersonAsync(reading ? Roles.Reviewer : Roles.Examiner);
        var page = await browser.OpenAsync(factory, width, language, javaScript);
        await page.RouteAsync("**/images/**", route => route.FulfillAsync(new() { ContentType = "image/png", BodyBytes = Pictures.Product(1, 0, 300) }));
        await page.SignInAsync(person.UserName!);
        await page.GotoAsync($"/{(reading ? "quality" : "examine")}/{task.Id}");
        if (javaScript)
            await page.WaitForSelectorAsync("#light-table .compare.is-live");
        return page;
    }
}

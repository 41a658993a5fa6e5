using IpCenter.Casework.Formalities;
using IpCenter.Casework.People;
using IpCenter.Testing;
using IpCenter.Web.Tests.Infrastructure;
using Microsoft.Playwright;

namespace IpCenter.Web.Tests.Pages.Examine;

/// <summary>The examining staff's pages in a real browser, wide and narrow, in both languages, free of axe's findings.</summary>
[Collection(Browser.Collection)]
public sealed class ExaminationScreenTests(Browser browser, BrowserFactory factory) : IClassFixture<BrowserFactory>
{
    [Theory]
    [InlineData(1366, "zh-CN")]
    [InlineData(390, "zh-CN")]
    [InlineData(1366, "en")]
    public async Task The_desk_of_the_examining_staff_is_usable(int width, string language)
    {
        var page = await browser.OpenAsync(factory, width, language);
        var key = $"screen-{width}-{language}";
        var task = await factory.FileAsync(key);
        await factory.FileAsync($"{key}-next", "折叠木凳");
        await factory.AddLeadAsync(task.CaseId, 0.93, unpublished: true, $"CX-D-2026-0{width}");
        await factory.AddLeadAsync(task.CaseId, 0.41, unpublished: false, "ZL202330000001.1");
        await factory.AddRemarkAsync(task.CaseId, "左视图与主视图比例不一致。", Severity.Block);
        var supervisor = await factory.AddPersonAsync(Roles.Supervisor);
        await page.RouteAsync("**/images/**", route => route.FulfillAsync(new()
        {
            ContentType = "image/png",
            BodyBytes = Pictures.Product(1, 0, 300),
        }));
        await page.SignInAsync(supervisor.UserName!);

        foreach (var (address, name) in new[]
        {
            ("/examine", "queue"), ($"/examine/{task.Id}", "workbench"), ("/quality", "quality"), ("/office", "office"),
            ("/recordals?status=all", "recordals"), ($"/recordals/{ExaminationCentre.IdOf($"recordal:{key}")}", "recordal"), ("/supervise", "supervise"),
        })
        {
            await page.GotoAsync(address);
            await page.ScreenshotAsync($"examine-{name}-{language}");
            await page.AssertAccessibleAsync();
        }
    }

    [Fact]
    public async Task Keys_choose_the_decision_and_confirm_the_letter()
    {
        var task = await factory.FileAsync("keys");
        var examiner = await factory.AddPersonAsync(Roles.Examiner);
        var page = await browser.OpenAsync(factory);
        await page.RouteAsync("**/images/**", route => route.FulfillAsync(new() { ContentType = "image/png", BodyBytes = Pictures.Product(1, 0, 300) }));
        await page.SignInAsync(examiner.UserName!);
        await page.GotoAsync($"/examine/{task.Id}");

        await page.Keyboard.PressAsync("3");
        await page.FillAsync("#f-Input-Reason", "与在先设计无明显区别。");
        await page.ClickAsync("button[value=preview]");
        await Assertions.Expect(page.Locator(".letter")).ToContainTextAsync("预审不合格");
        await page.ScreenshotAsync("examine-letter-zh-CN");
        await page.AssertAccessibleAsync();
        await page.Keyboard.PressAsync("1");

        await page.WaitForURLAsync("**/examine");
        Assert.False((await factory.WithDatabaseAsync(db => db.WorkItems.FindAsync(task.Id).AsTask()))!.IsOpen);
    }

    [Fact]
    public async Task Look_alikes_are_walked_opened_compared_and_judged_by_keys_without_leaving_the_place()
    {
        var task = await factory.FileAsync("walk");
        var first = await factory.AddLeadAsync(task.CaseId, 0.999, unpublished: false, "ZL202330000003.1");
        var second = await factory.AddLeadAsync(task.CaseId, 0.998, unpublished: false, "ZL202330000004.5");
        var examiner = await factory.AddPersonAsync(Roles.Examiner);
        var page = await browser.OpenAsync(factory);
        // Without motion the page scrolls at once, so that places can be compared.
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await page.RouteAsync("**/images/**", route => route.FulfillAsync(new() { ContentType = "image/png", BodyBytes = Pictures.Product(1, 0, 300) }));
        await page.SignInAsync(examiner.UserName!);
        await page.GotoAsync($"/examine/{task.Id}");
        await page.WaitForSelectorAsync($"#lead-{first} .compare.is-live", new() { State = WaitForSelectorState.Attached });

        for (var steps = 0; steps < 20 && !await HasFocusAsync(page, second); steps++)
            await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        await page.FocusAsync($"#lead-{second} [data-compare-panes]");
        await page.Keyboard.PressAsync("f");
        await Assertions.Expect(page.Locator($"#lead-{second} .compare")).ToHaveAttributeAsync("data-shows", "flicker");
        await Assertions.Expect(page.Locator($"#lead-{first} .compare")).ToHaveAttributeAsync("data-shows", "beside");
        await page.FillAsync($"#note-{second}", "盖形不同");
        await page.FocusAsync($"#lead-{second} summary");
        var place = await PlaceAsync(page, second);
        await page.EvaluateAsync("() => { window.sameDocument = true; }");
        await page.Keyboard.PressAsync("n");

        await Assertions.Expect(page.Locator($"#lead-{second} button[value=NotRelevant]")).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(page.Locator("[data-said-in-place]")).ToHaveTextAsync("判断已记录。");
        Assert.True(await page.EvaluateAsync<bool>("() => window.sameDocument === true"));
        Assert.InRange(await PlaceAsync(page, second), place - 2, place + 2);
        Assert.True(await page.EvaluateAsync<bool>("id => document.getElementById(id).open", $"lead-{second}"));
        await page.WaitForSelectorAsync($"#lead-{second} .compare.is-live");
        await page.AssertAccessibleAsync();
        var judged = await factory.WithDatabaseAsync(db => db.PriorDesignLeads.FindAsync(second).AsTask());
        Assert.Equal((Casework.Applications.LeadJudgement.NotRelevant, "盖形不同"), (judged!.Judgement, judged.JudgementNote));
        await page.Keyboard.PressAsync("1");
        Assert.True(await page.IsCheckedAsync("[name='Input.Outcome'][value=pass]"));
    }

    /// <summary>Where in the window the look-alike stands.</summary>
    private static Task<double> PlaceAsync(IPage page, Guid lead) =>
        page.EvaluateAsync<double>("id => document.getElementById(id).getBoundingClientRect().top", $"lead-{lead}");

    private static Task<bool> HasFocusAsync(IPage page, Guid lead) =>
        page.EvaluateAsync<bool>("id => document.activeElement === document.querySelector(`#${id} > summary`)", $"lead-{lead}");
}

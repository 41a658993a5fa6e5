using IpCenter.Casework.Applications;
using IpCenter.Casework.People;
using IpCenter.Testing;
using IpCenter.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace IpCenter.Web.Tests.Pages.Examine;

/// <summary>A key of the light table never does anything to what is not seen.</summary>
[Collection(Browser.Collection)]
public sealed class LightTableKeyTests(Browser browser, BrowserFactory factory) : IClassFixture<BrowserFactory>
{
    [Fact]
    public async Task A_look_alike_is_judged_by_key_only_from_the_table()
    {
        var (page, first, second) = await OpenAsync("judged");

        await page.Keyboard.PressAsync("n");
        await page.FocusAsync("[name='Input.Outcome']");
        await page.Keyboard.PressAsync("y");
        await page.EvaluateAsync("() => { document.activeElement.blur(); document.getElementById('notes').scrollIntoView({ behavior: 'instant' }); }");
        await page.WaitForFunctionAsync("() => document.querySelector('#light-table .lead-card:not([hidden])').getBoundingClientRect().bottom < 0");
        foreach (var key in new[] { "y", "n", "u", "i", "ArrowRight", "f" })
            await page.Keyboard.PressAsync(key);
        await Assertions.Expect(page.Locator($"#strip-{first} a")).ToHaveAttributeAsync("aria-current", "true");
        await Assertions.Expect(page.Locator("#light-table .compare")).ToHaveAttributeAsync("data-shows", "beside");
        Assert.All(await JudgementsAsync(first, second), judgement => Assert.Equal(LeadJudgement.Open, judgement));

        await page.EvaluateAsync("() => document.getElementById('light-table').scrollIntoView({ behavior: 'instant' })");
        await page.FocusAsync($"#strip-{first} a");
        await page.Keyboard.PressAsync("n");
        await Assertions.Expect(page.Locator($"#lead-{second}")).ToBeVisibleAsync();
        Assert.Contains(LeadJudgement.NotRelevant, await JudgementsAsync(first));
        Assert.Empty(Browser.ErrorsOf(page));
    }

    [Fact]
    public async Task The_focus_follows_to_the_next_look_alike_unless_the_person_has_gone_on()
    {
        var (page, first, second) = await OpenAsync("focus");
        await page.FocusAsync($"#lead-{first} [value=NotRelevant]");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator($"#lead-{second}")).ToBeFocusedAsync();

        // The answer comes after the person has begun to type, with the other look-alike on the table.
        var answer = new TaskCompletionSource();
        await page.RouteAsync("**/examine/leads/**", async route =>
        {
            await answer.Task;
            await route.ContinueAsync();
        });
        await page.Keyboard.PressAsync("y");
        await page.Keyboard.PressAsync("u");
        await page.FocusAsync("#f-Input-Reason");
        answer.SetResult();
        await Assertions.Expect(page.Locator($"#strip-{second} [data-open]")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#f-Input-Reason")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator($"#lead-{first}")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator($"#lead-{second}")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".table-sides a[aria-current]")).ToHaveCountAsync(1);
        Assert.Empty(Browser.ErrorsOf(page));
    }

    [Fact]
    public async Task Behind_a_picture_that_was_opened_large_nothing_changes()
    {
        var (page, first, _) = await OpenAsync("large");
        var left = page.Locator("[data-views=left] a[aria-current]");
        var before = await left.InnerTextAsync();
        await page.Locator("[data-viewer] a:has(img[data-large])").First.ClickAsync();
        await page.WaitForSelectorAsync(".viewer-container.viewer-in");

        foreach (var key in new[] { "ArrowRight", "i", "n", "1" })
            await page.Keyboard.PressAsync(key);

        await Assertions.Expect(left).ToHaveTextAsync(before);
        await Assertions.Expect(page.Locator($"#strip-{first} a")).ToHaveAttributeAsync("aria-current", "true");
        await Assertions.Expect(page.Locator("[name='Input.Outcome']:checked")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task In_full_screen_no_key_reaches_the_page_behind_it()
    {
        var (page, first, second) = await OpenAsync("whole");
        await page.ClickAsync("[data-table-whole]");
        await page.WaitForFunctionAsync("() => document.fullscreenElement !== null");

        await page.Keyboard.PressAsync("1");
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator("[name='Input.Outcome']:checked")).ToHaveCountAsync(0);
        Assert.True(await page.EvaluateAsync<bool>("() => document.fullscreenElement.contains(document.activeElement)"));
        await page.EvaluateAsync("() => document.activeElement.blur()");
        await page.Keyboard.PressAsync("y");
        await Assertions.Expect(page.Locator($"#lead-{second}")).ToBeVisibleAsync();
        Assert.Contains(LeadJudgement.Relevant, await JudgementsAsync(first));
    }

    [Fact]
    public async Task Who_turned_single_keys_off_presses_them_in_vain_until_they_are_on_again()
    {
        var (page, first, second) = await OpenAsync("off");
        var left = page.Locator("[data-views=left] a[aria-current]");
        await page.FillAsync("#f-Input-Reason", "尚未写完");
        await page.ClickAsync(".keyboard-help summary");
        await page.ClickAsync(".keyboard-help button[name=on]");
        await Assertions.Expect(page.Locator("html[data-keys=off]")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#f-Input-Reason")).ToHaveValueAsync("尚未写完");
        await Assertions.Expect(page.Locator("#light-table .btn kbd").First).ToBeHiddenAsync();
        await page.AssertAccessibleAsync();

        await page.EvaluateAsync("() => document.getElementById('light-table').scrollIntoView({ behavior: 'instant' })");
        await page.FocusAsync($"#strip-{first} a");
        foreach (var key in new[] { "n", "i", "f", "+", "1", "j", "J", "?", "w" })
            await page.Keyboard.PressAsync(key);
        await Assertions.Expect(page.Locator($"#strip-{first} a")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator($"#strip-{first} a")).ToHaveAttributeAsync("aria-current", "true");
        await Assertions.Expect(page.Locator("#light-table .compare")).ToHaveAttributeAsync("data-shows", "beside");
        await Assertions.Expect(page.Locator("[name='Input.Outcome']:checked")).ToHaveCountAsync(0);
        Assert.All(await JudgementsAsync(first, second), judgement => Assert.Equal(LeadJudgement.Open, judgement));
        var before = await left.InnerTextAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(left).Not.ToHaveTextAsync(before);

        await page.ClickAsync(".keyboard-help button[name=on]");
        await Assertions.Expect(page.Locator("html[data-keys=off]")).ToHaveCountAsync(0);
        await page.FocusAsync($"#strip-{first} a");
        await page.Keyboard.PressAsync("i");
        await Assertions.Expect(page.Locator($"#strip-{second} a")).ToHaveAttributeAsync("aria-current", "true");
        Assert.Empty(Browser.ErrorsOf(page));
    }

    private async Task<(IPage Page, Guid First, Guid Second)> OpenAsync(string key)
    {
        var task = await factory.FileAsync($"table-keys-{key}");
        await factory.WithDatabaseAsync(db => db.PriorDesignLeads.Where(l => l.ApplicationId == task.CaseId).ExecuteDeleteAsync());
        var first = await factory.AddLeadAsync(task.CaseId, 0.99, unpublished: false, "ZL202330000021.1");
        var second = await factory.AddLeadAsync(task.CaseId, 0.98, unpublished: false, "ZL202330000022.5");
        var examiner = await factory.AddPersonAsync(Roles.Examiner);
        var page = await browser.OpenAsync(factory);
        await page.RouteAsync("**/images/**", route => route.FulfillAsync(new() { ContentType = "image/png", BodyBytes = Pictures.Product(1, 0, 300) }));
        await page.SignInAsync(examiner.UserName!);
        await page.GotoAsync($"/examine/{task.Id}");
        await page.WaitForSelectorAsync("#light-table .compare.is-live");
        return (page, first, second);
    }

    private Task<List<LeadJudgement>> JudgementsAsync(params Guid[] leads) =>
        factory.WithDatabaseAsync(db => db.PriorDesignLeads.Where(l => leads.Contains(l.Id)).Select(l => l.Judgement).ToListAsync());
}

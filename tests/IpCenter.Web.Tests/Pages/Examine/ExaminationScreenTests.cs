using IpCenter.Casework.Applications;
using IpCenter.Casework.Formalities;
using IpCenter.Casework.People;
using IpCenter.Testing;
using IpCenter.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
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
    public async Task From_the_queue_to_the_decision_and_back_without_the_mouse()
    {
        var task = await factory.FileAsync("journey");
        await factory.WithDatabaseAsync(db => db.PriorDesignLeads.Where(l => l.ApplicationId == task.CaseId).ExecuteDeleteAsync());
        var first = await factory.AddLeadAsync(task.CaseId, 0.99, unpublished: false, "ZL202330000003.1");
        var second = await factory.AddLeadAsync(task.CaseId, 0.98, unpublished: false, "ZL202330000004.5");
        var remark = await factory.AddRemarkAsync(task.CaseId, "左视图与主视图比例不一致。");
        var examiner = await factory.AddPersonAsync(Roles.Examiner, "keys-only");
        var page = await browser.OpenAsync(factory);
        await page.RouteAsync("**/images/**", route => route.FulfillAsync(new() { ContentType = "image/png", BodyBytes = Pictures.Product(1, 0, 300) }));
        await page.SignInAsync(examiner.UserName!);

        // The queue: other cases of this class may be more urgent, so the case is walked to and taken with its own keys.
        await page.GotoAsync("/examine?tab=all&q=journey");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync($"**/examine/{task.Id}");
        await page.WaitForSelectorAsync("#light-table .compare.is-live");

        // Views and look-alikes.
        var left = page.Locator("[data-views=left] a[aria-current]");
        var before = await left.InnerTextAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(left).Not.ToHaveTextAsync(before);
        await page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(left).ToHaveTextAsync(before);
        await page.Keyboard.PressAsync("f");
        await Assertions.Expect(page.Locator("#light-table .compare")).ToHaveAttributeAsync("data-shows", "flicker");
        await page.Keyboard.PressAsync("b");
        await page.Keyboard.PressAsync("i");
        await Assertions.Expect(page.Locator($"#strip-{second} a")).ToHaveAttributeAsync("aria-current", "true");
        await Assertions.Expect(page.Locator($"#lead-{second}")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("u");
        await Assertions.Expect(page.Locator($"#lead-{first}")).ToBeVisibleAsync();
        Assert.Contains($"lead={first}", page.Url, StringComparison.Ordinal);

        // Judging lays the next on the table without leaving the page.
        await page.EvaluateAsync("() => { window.sameDocument = true; }");
        await page.Keyboard.PressAsync("n");
        await Assertions.Expect(page.Locator($"#lead-{second}")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("y");
        await Assertions.Expect(page.Locator($"#strip-{second}")).ToContainTextAsync("相关");
        await Assertions.Expect(page.Locator($"#strip-{second} [data-open]")).ToHaveCountAsync(0);
        Assert.True(await page.EvaluateAsync<bool>("() => window.sameDocument === true"));

        // A defect is ticked.
        for (var steps = 0; steps < 40 && !await page.Locator($"#tick-{remark}").EvaluateAsync<bool>("box => box === document.activeElement"); steps++)
            await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.Locator($"#tick-{remark}")).ToBeCheckedAsync();

        // The decision: chosen, reasoned, read as a letter, confirmed. Keys typed into a field are text.
        await page.Keyboard.PressAsync("2");
        await Assertions.Expect(page.Locator("[name='Input.Outcome'][value=correct]")).ToBeCheckedAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("yn ui bw 1");
        await Assertions.Expect(page.Locator("#f-Input-Reason")).ToHaveValueAsync("yn ui bw 1");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".letter")).ToContainTextAsync("比例不一致");
        // Keys work once the page's scripts have run.
        await page.WaitForLoadStateAsync();
        await page.Keyboard.PressAsync("1");
        await page.WaitForURLAsync("**/examine");

        var judged = await factory.WithDatabaseAsync(db => db.PriorDesignLeads.Where(l => l.ApplicationId == task.CaseId).ToDictionaryAsync(l => l.Id, l => l.Judgement));
        Assert.Equal((LeadJudgement.NotRelevant, LeadJudgement.Relevant), (judged[first], judged[second]));
        Assert.Equal("correct", await factory.WithDatabaseAsync(db => db.Decisions.Where(d => d.CaseId == task.CaseId).Select(d => d.Outcome).SingleAsync()));

        // The next case: the most urgent is claimed and opens.
        await factory.FileAsync("journey-next");
        await page.GotoAsync("/examine");
        await page.Keyboard.PressAsync("1");
        await page.WaitForURLAsync(url => url.Contains("/examine/", StringComparison.Ordinal));
        Assert.Empty(Browser.ErrorsOf(page));
    }

    [Theory]
    [InlineData(1366, "zh-CN")]
    [InlineData(390, "en")]
    public async Task On_the_light_table_both_pictures_zoom_together_and_the_address_names_them(int width, string language)
    {
        var key = $"table-{width}";
        var other = await factory.FileAsync($"{key}-other");
        var task = await factory.FileAsync(key);
        var lead = await factory.AddLeadOfAsync(task.CaseId, other.CaseId, 0.9999, mirrored: true);
        var examiner = await factory.AddPersonAsync(Roles.Examiner);
        var page = await browser.OpenAsync(factory, width, language);
        await page.RouteAsync("**/images/**", route => route.FulfillAsync(new() { ContentType = "image/png", BodyBytes = Pictures.Product(1, 0, 300) }));
        await page.SignInAsync(examiner.UserName!);
        await page.GotoAsync($"/examine/{task.Id}?lead={lead}");
        await page.WaitForSelectorAsync("#light-table .compare.is-live");
        await page.WaitForFunctionAsync("() => document.querySelector('#light-table [data-side=right] img').style.transform !== ''");

        // The mirror image starts mirrored, and its right side lies beside the left one.
        Assert.True(await DeterminantAsync("right") < 0);
        await page.Locator("[data-views=left] a", new() { HasText = language == "en" ? "Left view" : "左视图" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-views=right] a[aria-current]")).ToHaveTextAsync(language == "en" ? "Right view" : "右视图");
        Assert.Contains("view=", page.Url, StringComparison.Ordinal);
        Assert.Contains("beside=", page.Url, StringComparison.Ordinal);

        var (left, right) = (await DeterminantAsync("left"), await DeterminantAsync("right"));
        await page.Keyboard.PressAsync("+");
        Assert.True(await DeterminantAsync("left") > left && await DeterminantAsync("right") < right, "Both are larger.");
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator("[data-views=left] a[aria-current]")).ToHaveTextAsync(language == "en" ? "Left view" : "左视图");
        await page.Keyboard.PressAsync("0");
        await page.Keyboard.PressAsync("m");
        Assert.True(await DeterminantAsync("right") > 0, "No longer mirrored.");

        // Arrows in a group of choices stay its own.
        await page.FocusAsync("[name='Input.Outcome']");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator("[name='Input.Outcome']").Nth(1)).ToBeCheckedAsync();

        var address = page.Url;
        await page.GotoAsync(address);
        await Assertions.Expect(page.Locator("[data-views=left] a[aria-current]")).ToHaveTextAsync(language == "en" ? "Left view" : "左视图");
        await page.ScreenshotAsync($"light-table-{language}");
        await page.AssertAccessibleAsync();

        Task<double> DeterminantAsync(string side) => page.EvaluateAsync<double>(
            "side => { const m = new DOMMatrix(document.querySelector(`#light-table [data-side=${side}] img`).style.transform); return m.a * m.d - m.b * m.c; }", side);
    }

    [Theory]
    [InlineData(1366, "zh-CN")]
    [InlineData(390, "en")]
    public async Task Notes_are_written_and_withdrawn_on_the_workbench_and_the_rounds_stand_old_beside_new(int width, string language)
    {
        var task = await factory.FileAsync($"notes-{width}");
        var examiner = await factory.AddPersonAsync(Roles.Examiner);
        await factory.WithDatabaseAsync(async db =>
        {
            var application = await db.Applications.SingleAsync(a => a.Id == task.CaseId);
            var round = new CorrectionRound
            {
                Id = ExaminationCentre.IdOf($"round-{width}"),
                ApplicationId = task.CaseId,
                Number = 1,
                RequestedAt = factory.Clock.GetUtcNow().AddHours(-1),
                Message = "请补正。",
                Points = [new CorrectionPoint("BRF-01", "brief.use", "用途写得太短。", "The use is too short.")],
                FormBefore = application.Form with { Kind = Casework.Formalities.Facts.ApplicationKind.Set, Brief = application.Form.Brief with { Use = "收纳" } },
            };
            round.Close("已改。", factory.Clock.GetUtcNow());
            db.CorrectionRounds.Add(round);
            await db.SaveChangesAsync();
        });
        var page = await browser.OpenAsync(factory, width, language);
        await page.RouteAsync("**/images/**", route => route.FulfillAsync(new() { ContentType = "image/png", BodyBytes = Pictures.Product(1, 0, 300) }));
        await page.SignInAsync(examiner.UserName!);
        await page.GotoAsync($"/examine/{task.Id}");

        // What is typed for the decision outlives a note and a jump within the page, also after the table changed the address.
        await page.WaitForSelectorAsync("#light-table .compare.is-live");
        await page.FillAsync("#f-Input-Reason", "尚未写完");
        await page.Locator("[data-views=left] a").Nth(2).ClickAsync();
        await page.Locator(".bench-jump a[href$='#notes']").ClickAsync();
        await page.FillAsync("#note-text", "<b>比例</b>请复核");
        await page.ClickAsync(".note-form button");
        await Assertions.Expect(page.Locator(".note-text")).ToHaveTextAsync("<b>比例</b>请复核");
        await page.ClickAsync(".note details summary");
        await page.FillAsync(".note input[name='Note.Reason']", "写错了");
        await page.ClickAsync(".note button");
        await Assertions.Expect(page.Locator(".note-withdrawn del")).ToHaveTextAsync("<b>比例</b>请复核");

        await Assertions.Expect(page.Locator("#f-Input-Reason")).ToHaveValueAsync("尚未写完");
        if (width < 768)
            await page.Locator(".bench-jump a[href$='#rounds']").ClickAsync();
        var card = page.Locator(".round-card");
        await Assertions.Expect(card.Locator("ins").First).ToBeVisibleAsync();
        var text = await card.InnerTextAsync();
        Assert.Contains(language == "en" ? "One design" : "一个设计", text, StringComparison.Ordinal);
        Assert.DoesNotContain("SingleDesign", text, StringComparison.Ordinal);
        await Assertions.Expect(card.Locator(".point-Changed")).ToHaveCountAsync(1);
        await page.ScreenshotAsync($"notes-rounds-{language}");
        await page.AssertAccessibleAsync();
    }
}

using IpCenter.Casework.People;
using IpCenter.Testing;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Apply;
using IpCenter.Web.Tests.Pages.Examine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace IpCenter.Web.Tests.Journeys;

/// <summary>
/// A working day of one role, in a browser of its own: what each one does, sees, and must not see. Every day is done on the phone and
/// at the desk, in both languages.
/// </summary>
public abstract class RoleDay(Browser browser, BrowserFactory factory) : IClassFixture<BrowserFactory>
{
    protected BrowserFactory Factory => factory;

    /// <summary>A flat product with two pictures, which go into the tray and are placed by what is proposed for them.</summary>
    protected async Task<Guid> FileAsync(IPage page, string name)
    {
        await page.DescribeFlatAsync("马面裙", "用于日常穿着", "02-02");
        await page.SetInputFilesAsync("[data-tray-form] [name='Input.Files']",
        [
            new FilePayload { Name = "主视图.png", MimeType = "image/png", Buffer = Pictures.Product(1) },
            new FilePayload { Name = "后视图.png", MimeType = "image/png", Buffer = Pictures.Product(1, side: 3) },
        ]);
        await page.ClickAsync(".tray-all .btn-primary");
        await page.WaitForSelectorAsync("#view-1-Back img", new() { State = WaitForSelectorState.Attached });
        await LookAsync(page, $"{name}-views");
        await page.FinishAsync("王秀云", "主视图");
        // The receipt looks again by itself until the first steps are done.
        await factory.RunProcessesAsync();
        await page.ReloadAsync();
        await LookAsync(page, $"{name}-receipt");
        return Guid.Parse(new Uri(page.Url).Segments[2].TrimEnd('/'));
    }

    protected async Task DecideAsync(IPage examiner, Guid application, string outcome, string? reason = null, string? points = null)
    {
        var task = await factory.TaskAsync(application, "Examine");
        await examiner.GotoAsync("/examine?tab=all");
        await Assertions.Expect(examiner.Locator($"main a[href='/examine/{task.Id}']").First).ToBeVisibleAsync();
        await examiner.GotoAsync($"/examine/{task.Id}");
        if (await examiner.Locator("form[action$='/take'] button").CountAsync() > 0)
        {
            await examiner.ClickAsync("form[action$='/take'] button >> nth=0");
            await examiner.GotoAsync($"/examine/{task.Id}");
        }
        if (outcome == "pass")
            await JudgeLeadsAsync(examiner);
        await examiner.CheckAsync($"[name='Input.Outcome'][value={outcome}]");
        if (reason is not null)
            await examiner.FillAsync("[name='Input.Reason']", reason);
        if (points is not null)
            await examiner.FillAsync("[name='Input.Points']", points);
        await examiner.ClickAsync("button[value=preview]");
        await examiner.ClickAsync("button[value=confirm]");
        await examiner.WaitForURLAsync("**/examine");
        await factory.RunProcessesAsync();
    }

    /// <summary>A case passes once every probable look-alike is judged.</summary>
    private static async Task JudgeLeadsAsync(IPage examiner)
    {
        await examiner.WaitForLoadStateAsync();
        for (var open = examiner.Locator("a[data-side][data-open=true]"); await open.CountAsync() is > 0 and var left;)
        {
            await open.First.ClickAsync();
            await examiner.ClickAsync(".lead-card:not([hidden]) button[value=NotRelevant]");
            await Assertions.Expect(open).ToHaveCountAsync(left - 1);
        }
    }

    /// <summary>Where the sample drew the case.</summary>
    protected async Task ReadAgainAsync(Guid application)
    {
        if (await factory.WithDatabaseAsync(db => db.WorkItems.FirstOrDefaultAsync(w => w.CaseId == application && w.Name == "SecondReading" && w.CompletedAt == null)) is not { } drawn)
            return;
        var reader = await OpenAsync(await factory.AddPersonAsync(Roles.Reviewer), 1366, "zh-CN");
        await reader.GotoAsync($"/quality/{drawn.Id}");
        await reader.CheckAsync("[name='Input.Outcome'][value=confirm]");
        await reader.ClickAsync("form:has([name='Input.Outcome']) .btn-primary");
        await reader.WaitForURLAsync("**/quality");
    }

    protected async Task<IPage> OpenAsync(Person person, int width, string language)
    {
        var page = await browser.OpenAsync(factory, width, language);
        await page.SignInAsync(person.UserName!);
        return page;
    }

    /// <summary>What is not for this person answers as if it were not there, or says that it is not for them.</summary>
    protected static async Task<bool> IsClosedAsync(IPage page, string address)
    {
        var answer = await page.GotoAsync(address);
        Browser.ForgetErrorsOf(page);
        return answer!.Status is 403 or 404 || page.Url.Contains("/access-denied", StringComparison.Ordinal);
    }

    /// <summary>Presses the main button of the form that holds the field, and waits for what follows.</summary>
    protected static async Task SendAsync(IPage page, string field)
    {
        await page.RunAndWaitForResponseAsync(
            () => page.ClickAsync($"form:has({field}) button.btn[type=submit] >> nth=-1"),
            response => response.Request.IsNavigationRequest && response.Request.Method == "GET");
        await page.WaitForLoadStateAsync();
        await Assertions.Expect(page.Locator(".error-summary")).ToHaveCountAsync(0);
    }

    protected static async Task LookAsync(IPage page, string name)
    {
        await page.ScreenshotAsync(name);
        await page.AssertAccessibleAsync();
    }
}

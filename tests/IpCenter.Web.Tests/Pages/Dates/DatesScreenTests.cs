using IpCenter.Casework.Pauses;
using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Examine;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Web.Tests.Pages.Dates;

/// <summary>The dates of a paused case, its form and a year's calendar in a real browser, wide and narrow, in both languages, free of axe's findings.</summary>
[Collection(Browser.Collection)]
public sealed class DatesScreenTests(Browser browser, BrowserFactory factory) : IClassFixture<BrowserFactory>
{
    [Theory]
    [InlineData(1366, "zh-CN")]
    [InlineData(390, "zh-CN")]
    [InlineData(1366, "en")]
    [InlineData(390, "en")]
    public async Task The_pages_of_the_clocks_are_usable(int width, string language)
    {
        var page = await browser.OpenAsync(factory, width, language);
        var (open, paused) = (await factory.FileAsync($"open-{width}-{language}"), await factory.FileAsync($"paused-{width}-{language}"));
        var supervisor = await factory.AddPersonAsync(Roles.Supervisor);
        var admin = await factory.AddPersonAsync(Roles.Admin);
        var calendar = factory.Services.GetRequiredService<Casework.ReferenceData.ReferenceLibrary>().Calendar;
        var end = calendar.AddWorkingDays(Casework.Clocks.ChinaTime.DateOf(factory.Clock.GetUtcNow()), 4);
        await factory.DoAsync(supervisor, [Roles.Supervisor], (services, viewer, actor) => services.GetRequiredService<PauseClock>().ExecuteAsync(
            new PauseRequest(paused.Id, paused.CaseId, "outside-opinion", "等待分类答复", end, null), viewer, actor, default));
        await page.SignInAsync(supervisor.UserName!);
        foreach (var (address, name) in new[]
        {
            ($"/cases/{open.CaseId}/pause", "pause"), ($"/cases/{paused.CaseId}/pause", "resume"), ($"/cases/{paused.CaseId}/dates", "dates"), ($"/cases/{paused.CaseId}", "case"), ("/supervise/targets?period=examination&days=2", "targets"),
        })
        {
            await page.GotoAsync(address);
            await page.ScreenshotAsync($"clocks-{name}-{language}");
            await page.AssertAccessibleAsync();
        }

        page = await browser.OpenAsync(factory, width, language);
        await page.SignInAsync(admin.UserName!);
        await page.GotoAsync("/admin/calendars/new?year=2027");
        await page.CheckAsync("[name='Input.Status'][value='Provisional']");
        await page.FillAsync("[name='Input.Title']", "依放假办法推算");
        await page.FillAsync("[name='Input.Holidays']", "2027-01-01 – 2027-01-03 元旦");
        await page.ClickAsync("button[value=preview]");
        await page.WaitForSelectorAsync("table.month");
        await page.ScreenshotAsync($"clocks-edition-{language}");
        await page.AssertAccessibleAsync();
    }
}

using IpCenter.Casework.People;
using IpCenter.Casework.Staffing;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Examine;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Web.Tests.Pages.Supervise;

/// <summary>The supervisor's pages and the published figures in a real browser, wide and narrow, in both languages, free of axe's findings.</summary>
[Collection(Browser.Collection)]
public sealed class DeskScreenTests(Browser browser, BrowserFactory factory) : IClassFixture<BrowserFactory>
{
    [Theory]
    [InlineData(1366, "zh-CN")]
    [InlineData(390, "zh-CN")]
    [InlineData(1366, "en")]
    [InlineData(390, "en")]
    public async Task The_desk_of_the_supervisor_is_usable(int width, string language)
    {
        var page = await browser.OpenAsync(factory, width, language);
        var task = await factory.FileAsync($"desk-{width}-{language}");
        var supervisor = await factory.AddPersonAsync(Roles.Supervisor);
        var examiner = await factory.AddPersonAsync(Roles.Examiner);
        factory.Clock.Set(task.DueAt!.Value.AddHours(-7));
        await factory.RunProcessesAsync();
        await factory.Services.GetRequiredService<DeskRounds>().RunAsync(factory.Clock.GetUtcNow(), default);
        await page.SignInAsync(supervisor.UserName!);

        foreach (var (address, name) in new[]
        {
            ("/supervise", "overview"), ("/supervise/staff", "staff"), ($"/supervise/staff/{examiner.Id}", "person"),
            ("/supervise/forecast?more=1&role=reviewer", "forecast"), ("/examine?tab=all", "queue"), ("/service", "service"),
        })
        {
            await page.GotoAsync(address);
            await page.ScreenshotAsync($"desk-{name}-{language}");
            await page.AssertAccessibleAsync();
        }
    }
}

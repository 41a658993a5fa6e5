using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Examine;
using Microsoft.Playwright;

namespace IpCenter.Web.Tests.Pages.Processes;

/// <summary>A definition and an instance in a real browser: drawn at a desk, listed on a phone.</summary>
[Collection(Browser.Collection)]
public sealed class ProcessScreenTests(Browser browser, BrowserFactory factory) : IClassFixture<BrowserFactory>
{
    [Fact]
    public async Task Drawings_are_readable_and_accessible_and_a_phone_shows_the_list()
    {
        var supervisor = await factory.AddPersonAsync(Roles.Supervisor);
        var task = await factory.FileAsync("drawn");
        var instance = await InstanceTests.AddressAsync(factory, task.CaseId);
        foreach (var width in new[] { 390, 1366 })
            foreach (var language in new[] { "zh-CN", "en" })
            {
                var page = await browser.OpenAsync(factory, width, language);
                await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
                await page.SignInAsync(supervisor.UserName!);
                foreach (var (address, name) in new[] { ("/processes/court-referral/1", "process"), (instance, "process-instance") })
                {
                    await page.GotoAsync(address);
                    await page.ScreenshotAsync($"{name}-{language}");
                    await page.AssertAccessibleAsync();
                    Assert.Equal(width > 390, await page.IsVisibleAsync(".flow-scroll"));
                    Assert.True(await page.IsVisibleAsync("#step-round-over"));
                }
                foreach (var (address, name) in new[]
                {
                    ("/processes", "processes"), ("/processes/timers", "process-timers"), ("/processes/design-application/3/instances", "process-list"),
                    ("/processes/design-application/3/heat", "process-heat"), ("/processes/design-application/forecast", "process-forecast"),
                })
                {
                    await page.GotoAsync(address);
                    await page.ScreenshotAsync($"{name}-{language}");
                    await page.AssertAccessibleAsync();
                }
                await page.Context.CloseAsync();
            }
    }

    [Fact]
    public async Task The_drawing_of_an_instance_opens_where_it_stands()
    {
        var supervisor = await factory.AddPersonAsync(Roles.Supervisor);
        var task = await factory.FileAsync("opened");
        var page = await browser.OpenAsync(factory);
        await page.SignInAsync(supervisor.UserName!);

        await page.GotoAsync(await InstanceTests.AddressAsync(factory, task.CaseId));
        await page.WaitForFunctionAsync("document.querySelector('.flow-scroll').scrollLeft > 0");

        Assert.True(await page.EvaluateAsync<bool>("""
            () => {
                const frame = document.querySelector('.flow-scroll').getBoundingClientRect();
                const here = document.querySelector('.flow-here .flow-shape').getBoundingClientRect();
                return here.left >= frame.left && here.right <= frame.right && here.top >= frame.top && here.bottom <= frame.bottom;
            }
            """));
    }
}

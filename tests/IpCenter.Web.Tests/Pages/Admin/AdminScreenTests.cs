using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Examine;
using IpCenter.Workflow.Engine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace IpCenter.Web.Tests.Pages.Admin;

/// <summary>The administration in a real browser: on a phone in Chinese, at a desk in English.</summary>
[Collection(Browser.Collection)]
public sealed class AdminScreenTests(Browser browser)
{
    [Theory]
    [InlineData(390, "zh-CN")]
    [InlineData(1366, "en")]
    public async Task The_pages_of_the_administration_are_readable_and_accessible(int width, string language)
    {
        await using var factory = new BrowserFactory();
        var page = await browser.OpenAsync(factory, width, language);
        // A picture of the whole page would break off the transition from the page before.
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        var admin = await factory.AddPersonAsync(Roles.Admin);
        var clerk = await factory.AddPersonAsync(Roles.CourtClerk, courtId: "chengwu");
        var incident = await StopAsync(factory);
        await page.SignInAsync(admin.UserName!);

        await page.GotoAsync("/admin/audit");
        await page.ClickAsync(".chain-check button");
        await page.WaitForSelectorAsync(".chain-check code");
        await LookAsync(page, null, $"admin-audit-{language}");
        await LookAsync(page, "/admin", $"admin-{language}");
        await LookAsync(page, "/admin/incidents", $"admin-incidents-{language}");
        await LookAsync(page, $"/admin/incidents/{incident}", $"admin-incident-{language}");
        await LookAsync(page, "/admin/people", $"admin-people-{language}");
        await LookAsync(page, $"/admin/people/{clerk.Id}", $"admin-person-{language}");
        await LookAsync(page, "/admin/people/new", $"admin-person-new-{language}");
        await LookAsync(page, "/admin/calendars", $"admin-calendars-{language}");
    }

    /// <summary>An application whose reminder was given up.</summary>
    private static async Task<Guid> StopAsync(BrowserFactory factory)
    {
        var task = await factory.FileAsync("stopped");
        var correlation = task.CaseId.ToString();
        await factory.WithDatabaseAsync(db => db.WorkflowWaits
            .Where(w => w.CorrelationId == correlation && w.Kind == WaitKind.Timer)
            .ExecuteUpdateAsync(s => s.SetProperty(w => w.IsIncident, true).SetProperty(w => w.Attempts, 8)
                .SetProperty(w => w.LastError, "SQLite Error 13: 'database or disk is full'.")));
        return await factory.WithDatabaseAsync(db => db.WorkflowWaits.Where(w => w.CorrelationId == correlation && w.IsIncident).Select(w => w.Id).FirstAsync());
    }

    private static async Task LookAsync(IPage page, string? address, string name)
    {
        if (address is not null)
            await page.GotoAsync(address);
        await page.ScreenshotAsync(name);
        await page.AssertAccessibleAsync();
    }
}

using IpCenter.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Tests.Pages.Cases;

/// <summary>The demo centre's cases after their submission, on a phone and at a desk, in both languages.</summary>
[Collection(Browser.Collection)]
public sealed class AfterSubmissionScreenTests(Browser browser, DemoBrowserFactory factory) : IClassFixture<DemoBrowserFactory>
{
    [Theory]
    [InlineData(390, "zh-CN")]
    [InlineData(1366, "en")]
    public async Task Documents_notices_fee_receipt_and_guest_page_are_fit_to_be_seen(int width, string language)
    {
        var code = await factory.WithDatabaseAsync(db => db.GuestCodes.Join(db.Cases.Where(c => c.Stage == "FeePayment"), g => g.CaseId, c => c.Id, (g, _) => g).Select(g => new { g.Code, g.CaseId }).FirstAsync());
        var lapsed = await factory.WithDatabaseAsync(db => db.OwedDocuments.Where(d => d.LapseToldAt != null).Select(d => d.CaseId).FirstAsync());
        var returned = await factory.WithDatabaseAsync(db => db.OwedDocuments.Where(d => d.Reason != null).Select(d => d.CaseId).FirstAsync());
        await LookAsync(width, language, null, ($"/s/{code.Code}", "guest"));
        await LookAsync(width, language, "merchant2", ($"/cases/{code.CaseId}", "case-fee"), ($"/cases/{code.CaseId}/receipt", "receipt-demo"), ("/notices", "notices-demo"), ("/mine", "mine-demo"));
        await LookAsync(width, language, "merchant", ($"/cases/{lapsed}", "case-lapsed"));
        await LookAsync(width, language, "examiner", ($"/cases/{returned}", "case-staff"), ("/office", "office-fees"));
        await LookAsync(width, language, "town", ("/town/notices", "town-notices"));
    }

    [Theory]
    [InlineData(390, false)]
    [InlineData(1366, true)]
    public async Task A_card_on_a_phone_leaves_out_what_a_closed_case_no_longer_has(int width, bool isSaid)
    {
        var page = await browser.OpenAsync(factory.Address, width);
        await page.SignInAsync("merchant", Casework.Demo.DemoPeople.Password);
        await page.GotoAsync("/mine");

        Assert.Equal(isSaid, await page.Locator(".data-table td:has(.absent)").First.IsVisibleAsync());
        await page.Context.CloseAsync();
    }

    private async Task LookAsync(int width, string language, string? user, params (string Address, string Name)[] looks)
    {
        var page = await browser.OpenAsync(factory.Address, width, language);
        if (user is not null)
            await page.SignInAsync(user, Casework.Demo.DemoPeople.Password);
        foreach (var (address, name) in looks)
        {
            await page.GotoAsync(address);
            await page.ScreenshotAsync($"{name}-{language}");
            await page.AssertAccessibleAsync();
        }
        await page.Context.CloseAsync();
    }
}

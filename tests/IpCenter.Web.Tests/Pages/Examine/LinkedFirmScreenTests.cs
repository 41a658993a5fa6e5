using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;
using Microsoft.Playwright;

namespace IpCenter.Web.Tests.Pages.Examine;

/// <summary>The filings of a linked firm are brought when they are asked for, beside a half-typed decision.</summary>
[Collection(Browser.Collection)]
public sealed class LinkedFirmScreenTests(Browser browser, BrowserFactory factory) : IClassFixture<BrowserFactory>
{
    [Fact]
    public async Task The_filings_of_a_linked_firm_come_into_the_page_and_nothing_that_was_typed_is_lost()
    {
        await factory.FileAsync("linked-other", "折叠木凳");
        var task = await factory.FileAsync("linked-this");
        var page = await browser.OpenAsync(factory);
        await page.SignInAsync((await factory.AddPersonAsync(Roles.Examiner)).UserName!);
        await page.GotoAsync($"/examine/{task.Id}");
        await page.WaitForLoadStateAsync();
        await page.FillAsync("[name='Input.Reason']", "尚未写完");
        var firm = page.Locator($"#linked-{ExaminationCentre.IdOf("firm:linked-other")}");

        await firm.Locator("summary").First.ClickAsync();
        await Assertions.Expect(firm.GetByText("折叠木凳")).ToHaveCountAsync(0);
        await firm.Locator("a[data-load-in-place]").ClickAsync();

        await Assertions.Expect(firm.GetByText("折叠木凳")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[name='Input.Reason']")).ToHaveValueAsync("尚未写完");
        Assert.Empty(Browser.ErrorsOf(page));
    }
}

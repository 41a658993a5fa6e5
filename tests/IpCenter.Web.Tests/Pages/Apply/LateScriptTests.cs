using IpCenter.Testing;
using IpCenter.Web.Tests.Infrastructure;
using Microsoft.Playwright;

namespace IpCenter.Web.Tests.Pages.Apply;

/// <summary>A slow line: the picture is chosen before the script that sends it has arrived.</summary>
[Collection(Browser.Collection)]
public sealed class LateScriptTests(Browser browser, BrowserFactory factory) : IClassFixture<BrowserFactory>
{
    private static readonly FilePayload Picture = new() { Name = "照片.png", MimeType = "image/png", Buffer = Pictures.Product(1) };

    [Fact]
    public async Task A_view_chosen_early_is_sent_when_the_script_arrives()
    {
        var (_, merchant) = await factory.AddMerchantAsync("early-view", "91371721MA3QK8T21U");
        var phone = await browser.OpenAsync(factory, 390);
        await phone.SignInAsync(merchant.UserName!);
        await phone.GotoAsync("/mine");
        await phone.ClickAsync("form:has([name='Input.Firm']) button");
        await phone.WaitForURLAsync("**/apply/**");
        var arrive = await HoldAsync(phone, "**/js/view-upload*.js");
        await phone.GotoAsync($"/apply/{new Uri(phone.Url).Segments[2].TrimEnd('/')}/views", new() { WaitUntil = WaitUntilState.Commit });

        await phone.SetInputFilesAsync("#view-1-Front-file", Picture);
        arrive.SetResult();

        await phone.WaitForSelectorAsync("#view-1-Front img", new() { State = WaitForSelectorState.Attached });
    }

    [Fact]
    public async Task A_screenshot_chosen_early_is_sent_when_the_script_arrives()
    {
        var (_, merchant) = await factory.AddMerchantAsync("early-shot", "91371721MA3T9W6C46");
        var phone = await browser.OpenAsync(factory, 390);
        await phone.SignInAsync(merchant.UserName!);
        var arrive = await HoldAsync(phone, "**/js/report*.js");
        await phone.GotoAsync("/report/new", new() { WaitUntil = WaitUntilState.Commit });

        await phone.SetInputFilesAsync("[name='Input.Files']", Picture);
        arrive.SetResult();

        await phone.WaitForSelectorAsync("[data-shots] [name='Input.Remove']");
    }

    private static async Task<TaskCompletionSource> HoldAsync(IPage page, string script)
    {
        var arrive = new TaskCompletionSource();
        await page.RouteAsync(script, async route =>
        {
            await arrive.Task;
            await route.ContinueAsync();
        });
        return arrive;
    }
}

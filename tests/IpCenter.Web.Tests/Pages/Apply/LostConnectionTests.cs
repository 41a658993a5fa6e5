using IpCenter.Testing;
using IpCenter.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace IpCenter.Web.Tests.Pages.Apply;

/// <summary>A phone's line that breaks in the middle of an upload: nothing is lost, nothing is there twice.</summary>
[Collection(Browser.Collection)]
public sealed class LostConnectionTests(Browser browser, BrowserFactory factory) : IClassFixture<BrowserFactory>
{
    /// <param name="arrives">Whether the picture arrived and only the answer was lost: the worse case, for it is sent again.</param>
    [Theory]
    [InlineData("before", false, "91371721MA3QK8T21U")]
    [InlineData("after", true, "91371721MA3T9W6C46")]
    public async Task An_upload_is_sent_again_by_itself_and_counts_once(string name, bool arrives, string creditCode)
    {
        var (_, merchant) = await factory.AddMerchantAsync($"line-breaks-{name}", creditCode);
        var phone = await browser.OpenAsync(factory, 390);
        await phone.SignInAsync(merchant.UserName!);
        await phone.GotoAsync("/mine");
        await phone.ClickAsync("form:has([name='Input.Firm']) button");
        await phone.WaitForURLAsync("**/apply/**");
        var draft = Guid.Parse(new Uri(phone.Url).Segments[2].TrimEnd('/'));
        await phone.GotoAsync($"/apply/{draft}/views");
        var sent = 0;
        await phone.RouteAsync($"**/apply/{draft}/views", async route =>
        {
            if (route.Request.Method != "POST" || Interlocked.Increment(ref sent) > 1)
            {
                await route.ContinueAsync();
                return;
            }
            if (arrives)
                await route.FetchAsync();
            await route.AbortAsync("connectionreset");
        });

        await phone.UploadAsync("Front", new FilePayload { Name = "照片.png", MimeType = "image/png", Buffer = Pictures.Product(1) });

        Assert.Equal(2, sent);
        Assert.Equal(1, await factory.WithDatabaseAsync(db => db.ApplicationViews.CountAsync(v => v.ApplicationId == draft)));
        Assert.Equal(1, await factory.WithDatabaseAsync(db => db.Images.CountAsync(i => i.UploadedBy == merchant.Id)));
    }
}

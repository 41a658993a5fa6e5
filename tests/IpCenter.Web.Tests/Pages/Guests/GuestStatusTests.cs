using System.Net;
using IpCenter.Casework.GuestStatus;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Examine;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Tests.Pages.Guests;

public sealed class GuestStatusTests(WebFactory factory) : IClassFixture<WebFactory>
{
    [Fact]
    public async Task Whoever_holds_the_code_learns_the_stage_and_the_next_date_and_nothing_else()
    {
        var task = await factory.FileAsync("guest-seen", "秘密首饰盒");
        var code = await CodeAsync(task.CaseId);
        using var guest = factory.CreatePlainClient("zh-CN");

        using var answer = await guest.GetAsync($"/s/{GuestCodeText.Show(code)}");
        var page = await answer.ReadPageAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(["所处环节", "下一个日期"], page.QuerySelectorAll("main dt").Select(dt => dt.Text()));
        Assert.Contains("预审", page.QuerySelector(".stage")!.Text(), StringComparison.Ordinal);
        Assert.Contains("个工作日", page.QuerySelector(".deadline-why")!.Text(), StringComparison.Ordinal);
        var text = page.DocumentElement.OuterHtml;
        var file = await factory.WithDatabaseAsync(db => db.Cases.AsNoTracking().SingleAsync(c => c.Id == task.CaseId));
        var firm = await factory.WithDatabaseAsync(db => db.Firms.AsNoTracking().SingleAsync(f => f.Id == file.FirmId));
        foreach (var secret in new[] { file.Number!, file.Title, firm.Name, firm.ContactName, file.Id.ToString(), file.FirmId.ToString() })
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main a, main img, main form"));
    }

    [Fact]
    public async Task Nothing_of_the_answer_is_kept_found_by_engines_or_told_to_other_sites()
    {
        var task = await factory.FileAsync("guest-headers");
        using var guest = factory.CreatePlainClient("zh-CN");

        using var answer = await guest.GetAsync($"/s/{await CodeAsync(task.CaseId)}");

        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal("noindex, nofollow, noarchive", Assert.Single(answer.Headers.GetValues("X-Robots-Tag")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Contains("noindex", (await answer.ReadPageAsync()).QuerySelector("meta[name=robots]")!.GetAttribute("content")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_never_was_and_one_taken_back_have_one_answer_to_the_byte()
    {
        var task = await factory.FileAsync("guest-revoked");
        var code = await CodeAsync(task.CaseId);
        await factory.WithDatabaseAsync(async db =>
        {
            (await db.GuestCodes.SingleAsync(g => g.CaseId == task.CaseId)).Revoke(factory.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        });
        using var guest = factory.CreatePlainClient("zh-CN");

        using var revoked = await guest.GetAsync($"/s/{code}");
        using var unknown = await guest.GetAsync($"/s/{GuestCodeText.Draw()}");
        using var nonsense = await guest.GetAsync("/s/nonsense");

        Assert.Equal(HttpStatusCode.NotFound, revoked.StatusCode);
        var body = await WithoutAddressAsync(revoked);
        foreach (var other in new[] { unknown, nonsense })
        {
            Assert.Equal(revoked.StatusCode, other.StatusCode);
            Assert.Equal(body, await WithoutAddressAsync(other));
            Assert.Equal(revoked.Headers.Select(h => h.Key).Order(), other.Headers.Select(h => h.Key).Order());
        }
    }

    /// <summary>Links to the page itself (skip link, languages) name the address that was asked.</summary>
    private static async Task<string> WithoutAddressAsync(HttpResponseMessage answer)
    {
        var path = answer.RequestMessage!.RequestUri!.AbsolutePath;
        return (await answer.Content.ReadAsStringAsync())
            .Replace(path, "", StringComparison.Ordinal).Replace(Uri.EscapeDataString(path), "", StringComparison.Ordinal);
    }

    private Task<string> CodeAsync(Guid id) => factory.WithDatabaseAsync(db => db.GuestCodes.Where(g => g.CaseId == id).Select(g => g.Code).SingleAsync());
}

public sealed class GuestPaceTests(GuestPaceTests.Strict factory) : IClassFixture<GuestPaceTests.Strict>
{
    [Fact]
    public async Task Who_tries_codes_out_is_soon_asked_to_wait()
    {
        using var guest = factory.CreatePlainClient("zh-CN");
        for (var tries = 0; tries < 3; tries++)
            Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync($"/s/{GuestCodeText.Draw()}")).StatusCode);

        using var refused = await guest.GetAsync($"/s/{GuestCodeText.Draw()}");
        using var elsewhere = await guest.GetAsync("/sign-in");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, elsewhere.StatusCode);
    }

    public sealed class Strict : WebFactory
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("RateLimits:GuestLooksPerMinute", "3");
        }
    }
}

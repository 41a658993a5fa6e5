using System.Net;
using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Apply;

namespace IpCenter.Web.Tests.Pages.Firms;

/// <summary>Three people of a firm in three roles.</summary>
public sealed class FirmPeopleTests(WebFactory factory) : IClassFixture<WebFactory>
{
    [Fact]
    public async Task A_reader_looks_at_a_case_and_finds_nothing_to_press()
    {
        var (owner, firm, _) = await factory.SignedInWithFirmAsync("owner-1", "92371721MA3XH7C487");
        var (reader, _) = await factory.AddColleagueAsync("reader-1", firm, FirmPower.Read);
        var draft = await owner.StartDraftAsync();

        var mine = await reader.GetPageAsync("/mine");
        using var wizard = await reader.GetAsync($"/apply/{draft}/product");

        Assert.Null(mine.QuerySelector("form:has([name='Input.Firm'])"));
        Assert.Empty(mine.QuerySelectorAll($"a[href*='{draft}']"));
        Assert.Contains("草稿", mine.QuerySelector(".data-table")!.Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, wizard.StatusCode);
        Assert.Contains("您只能查看", (await wizard.ReadPageAsync()).QuerySelector("main")!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_who_was_a_filer_when_the_form_was_opened_saves_nothing_and_reads_why()
    {
        var (owner, firm, _) = await factory.SignedInWithFirmAsync("owner-2", "91371721MA3T9W6C46");
        var (filer, mandate) = await factory.AddColleagueAsync("filer-2", firm, FirmPower.Act);
        var draft = await owner.StartDraftAsync();
        var open = await filer.GetPageAsync($"/apply/{draft}/product");
        using var changed = await owner.SubmitAsync(await owner.GetPageAsync($"/firms/{firm}/people/{mandate}"), "form:has([name='Role.Power'])", new() { ["Role.Power"] = "Read" });
        Assert.Equal(HttpStatusCode.Found, changed.StatusCode);

        using var saved = await filer.SubmitAsync(open, "form[data-draft]", new() { ["Input.Name"] = "偷偷改的名字" });

        // The step is not there for a reader, so what was sent has no form on it.
        Assert.Equal(HttpStatusCode.BadRequest, saved.StatusCode);
        using var again = await filer.GetAsync($"/apply/{draft}/product");
        Assert.Contains("没有保存", (await again.ReadPageAsync()).QuerySelector("main")!.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("偷偷改的名字", (await owner.GetPageAsync($"/apply/{draft}/product")).QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_owner_is_told_at_the_role_why_it_cannot_change()
    {
        var (owner, firm, _) = await factory.SignedInWithFirmAsync("owner-3", "92371721MA3RB5H87D");
        var me = (await owner.GetPageAsync($"/firms/{firm}/people")).QuerySelector(".todo a")!.GetAttribute("href")!;

        using var demoted = await owner.SubmitAsync(await owner.GetPageAsync(me), "form:has([name='Role.Power'])", new() { ["Role.Power"] = "Act" });
        using var left = await owner.SubmitAsync(await owner.GetPageAsync(me), "section form", []);

        Assert.EndsWith("企业至少要有一位能登录的负责人。请先让另一位同事成为负责人。", (await demoted.ReadPageAsync()).ErrorAt("f-Role-Power"), StringComparison.Ordinal);
        Assert.Contains("至少要有一位能登录的负责人", (await left.ReadPageAsync()).QuerySelector(".error-summary")!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_parted_with_finds_nothing_any_more_at_once()
    {
        var (owner, firm, _) = await factory.SignedInWithFirmAsync("owner-4", "92371721MA3WD2K69E");
        var (filer, mandate) = await factory.AddColleagueAsync("filer-4", firm, FirmPower.Act);
        Assert.Equal(HttpStatusCode.OK, (await filer.GetAsync($"/firms/{firm}")).StatusCode);

        using var removed = await owner.SubmitAsync(await owner.GetPageAsync($"/firms/{firm}/people/{mandate}"), "section form", []);

        using var gone = await filer.GetAsync($"/firms/{firm}");
        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.NotFound), (removed.StatusCode, gone.StatusCode));
        Assert.Contains("由企业撤销", (await gone.ReadPageAsync()).QuerySelector("main")!.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("people/invite")]
    [InlineData("renew")]
    public async Task A_filer_does_not_find_what_only_an_owner_does(string page)
    {
        var (_, firm, _) = await factory.SignedInWithFirmAsync($"owner-5-{page.Length}", page == "renew" ? "91371721MA3PL5Q3XP" : "91371721MA3QK8T21U");
        var (filer, _) = await factory.AddColleagueAsync($"filer-5-{page.Length}", firm, FirmPower.Act);

        Assert.Equal(HttpStatusCode.NotFound, (await filer.GetAsync($"/firms/{firm}/{page}")).StatusCode);
        Assert.Null((await filer.GetPageAsync($"/firms/{firm}/people")).QuerySelector($"a[href='/firms/{firm}/people/invite']"));
    }
}

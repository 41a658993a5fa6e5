using System.Net;
using AngleSharp.Dom;
using IpCenter.Casework.Applications;
using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Tests.Pages.Examine;

/// <summary>The light table as a page without a script: what lies on it is chosen by links, and judged there.</summary>
public sealed class LightTableTests(WebFactory factory) : IClassFixture<WebFactory>
{
    [Fact]
    public async Task The_likest_that_nobody_judged_lies_on_the_table_beside_the_view_it_resembles()
    {
        var task = await factory.FileAsync("table-first");
        var best = await factory.AddLeadAsync(task.CaseId, 0.9999, unpublished: false, "ZL202330000011.1");
        using var client = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");

        var page = await client.GetPageAsync($"/examine/{task.Id}");

        Assert.Equal($"{best}", page.QuerySelector(".table-sides a[aria-current]")!.GetAttribute("data-side"));
        Assert.Equal($"lead-{best}", page.QuerySelectorAll("#light-table .lead-card").Single(c => !c.HasAttribute("hidden")).Id);
        Assert.Equal(2, page.QuerySelectorAll("#light-table rect").Length);
    }

    [Fact]
    public async Task View_and_look_alike_are_chosen_by_links_and_the_corresponding_view_comes_along()
    {
        var other = await factory.FileAsync("table-other");
        var task = await factory.FileAsync("table-links");
        var lead = await factory.AddLeadOfAsync(task.CaseId, other.CaseId, 0.9999, mirrored: false);
        using var client = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");
        var page = await client.GetPageAsync($"/examine/{task.Id}?lead={lead}");

        var left = page.QuerySelectorAll("[data-views=left] a").Single(a => a.TextContent == "左视图");
        Assert.Contains($"lead={lead}", left.GetAttribute("href")!, StringComparison.Ordinal);
        var chosen = await client.GetPageAsync(left.GetAttribute("href")!);

        Assert.Equal("左视图", Shown(chosen, "left"));
        Assert.Equal("左视图", Shown(chosen, "right"));
        Assert.Empty(chosen.QuerySelectorAll("#light-table rect"));
        var right = chosen.QuerySelectorAll("[data-views=right] a").Single(a => a.TextContent == "俯视图");
        var both = await client.GetPageAsync(right.GetAttribute("href")!);
        Assert.Equal(("左视图", "俯视图"), (Shown(both, "left"), Shown(both, "right")));
    }

    [Fact]
    public async Task Of_a_mirror_image_the_left_side_lies_beside_the_right_one()
    {
        var other = await factory.FileAsync("table-mirror-other");
        var task = await factory.FileAsync("table-mirror");
        var lead = await factory.AddLeadOfAsync(task.CaseId, other.CaseId, 0.9999, mirrored: true);
        var view = await factory.WithDatabaseAsync(db => db.ApplicationViews.SingleAsync(v => v.ApplicationId == task.CaseId && v.Position == "Left"));
        using var client = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");

        var page = await client.GetPageAsync($"/examine/{task.Id}?lead={lead}&view={view.ImageId}");

        Assert.Equal(("左视图", "右视图"), (Shown(page, "left"), Shown(page, "right")));
        Assert.Equal("true", page.QuerySelector("#light-table [data-compare]")!.GetAttribute("data-mirrored"));
    }

    [Fact]
    public async Task The_case_itself_can_be_laid_beside_its_own_views()
    {
        var task = await factory.FileAsync("table-own");
        using var client = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");

        var page = await client.GetPageAsync($"/examine/{task.Id}?lead=own");

        Assert.Equal(("主视图", "后视图"), (Shown(page, "left"), Shown(page, "right")));
        Assert.All(page.QuerySelectorAll("#light-table .lead-card"), card => Assert.True(card.HasAttribute("hidden")));
    }

    [Theory]
    [InlineData("view=nonsense&lead=nonsense&beside=nonsense")]
    [InlineData("view=00000000-0000-0000-0000-000000000001&lead=00000000-0000-0000-0000-000000000002")]
    [InlineData("lead=")]
    public async Task What_the_address_names_wrongly_is_left_aside(string query)
    {
        var task = await factory.FileAsync($"table-wrong-{query.Length}");
        using var client = await factory.SignedInAsAsync(Roles.Examiner);

        var page = await client.GetPageAsync($"/examine/{task.Id}?{query}");

        Assert.Single(page.QuerySelectorAll(".table-sides a[aria-current]"));
    }

    [Fact]
    public async Task Judging_leads_to_the_next_that_nobody_has_judged()
    {
        var task = await factory.FileAsync("table-next");
        var first = await factory.AddLeadAsync(task.CaseId, 0.9999, unpublished: false, "ZL202330000012.1");
        var second = await factory.AddLeadAsync(task.CaseId, 0.9899, unpublished: false, "ZL202330000013.1");
        using var client = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");
        var page = await client.GetPageAsync($"/examine/{task.Id}");

        using var answer = await client.SubmitAsync(page, $"#lead-{first} form", new() { ["judgement"] = "NotRelevant" });

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var next = await client.GetPageAsync(answer.Headers.Location!.OriginalString);
        Assert.Equal($"{second}", next.QuerySelector(".table-sides a[aria-current]")!.GetAttribute("data-side"));
        Assert.Contains("不相关", next.GetElementById($"strip-{first}")!.TextContent, StringComparison.Ordinal);
        Assert.Null(next.QuerySelector($"#strip-{first} [data-open]"));
    }

    [Fact]
    public async Task A_case_without_look_alikes_says_so_and_shows_its_views()
    {
        var task = await factory.FileAsync("table-none");
        await factory.WithDatabaseAsync(db => db.PriorDesignLeads.Where(l => l.ApplicationId == task.CaseId).ExecuteDeleteAsync());
        using var client = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");

        var page = await client.GetPageAsync($"/examine/{task.Id}");

        Assert.Contains("没有找到", page.QuerySelector("#light-table")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(ViewPositions.Standard.Count, page.QuerySelectorAll("[data-views=left] a").Length);
    }

    private static string Shown(IDocument page, string side) => page.QuerySelector($"[data-views={side}] a[aria-current]")!.TextContent;
}

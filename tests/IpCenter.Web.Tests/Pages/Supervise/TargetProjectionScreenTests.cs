using System.Net;
using AngleSharp.Html.Dom;
using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Examine;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Tests.Pages.Supervise;

/// <summary>A target that is tried, beside the open cases: what the supervisor reads, and what the administrator does not.</summary>
public sealed class TargetProjectionScreenTests(WebFactory factory) : IClassFixture<WebFactory>
{
    [Fact]
    public async Task The_supervisor_reads_which_open_case_would_be_late_and_why_in_both_languages()
    {
        var task = await factory.FileAsync("projected", "榫卯首饰盒");
        await factory.AddPersonAsync(Roles.Examiner, "projected-examiner");
        var number = await NumberAsync(task.CaseId);
        // The second of the three working days of the examination.
        factory.Clock.Set(task.DueAt!.Value.AddHours(-30));
        using var client = await factory.SignedInAsAsync(Roles.Supervisor, "zh-CN");

        var page = await client.GetPageAsync("/supervise/targets?period=examination&days=1");
        var row = Row(page, number);
        Assert.Contains("榫卯首饰盒", row, StringComparison.Ordinal);
        Assert.Contains("到期日已过", row, StringComparison.Ordinal);
        Assert.Contains("件未结束案件中", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("依据说明", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(Find(await client.GetPageAsync("/supervise/targets?period=examination&days=60&show=over"), number));
        // What nobody offers is all of them.
        Assert.NotNull(Find(await client.GetPageAsync("/supervise/targets?period=nonsense&days=-4&show=nonsense&page=99"), number));

        using var english = await factory.SignedInAsAsync(Roles.Supervisor, "en");
        var translated = await english.GetPageAsync("/supervise/targets?period=examination&days=1&show=over");
        Assert.Contains("day already over", Row(translated, number), StringComparison.Ordinal);
        Assert.Contains("Its day has passed", Row(translated, number), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_administrator_reads_how_many_and_nobody_below_reads_anything()
    {
        var task = await factory.FileAsync("withheld", "只给审查人员看的盒子");
        var number = await NumberAsync(task.CaseId);
        using var admin = await factory.SignedInAsAsync(Roles.Admin, "zh-CN");
        var page = await admin.GetPageAsync("/supervise/targets?period=examination&days=1");
        var text = page.QuerySelector("main")!.TextContent;
        Assert.DoesNotContain(number, text, StringComparison.Ordinal);
        Assert.DoesNotContain("只给审查人员看的盒子", text, StringComparison.Ordinal);
        Assert.Contains("只计数、不列名", text, StringComparison.Ordinal);

        using var examiner = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");
        using var refused = await examiner.GetAsync(new Uri("/supervise/targets", UriKind.Relative));
        Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
    }

    private Task<string> NumberAsync(Guid id) => factory.WithDatabaseAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.Number!).SingleAsync());

    private static string Row(IHtmlDocument page, string number) => Find(page, number)!;

    private static string? Find(IHtmlDocument page, string number) =>
        page.QuerySelectorAll("section[aria-labelledby=projection] tr[data-key-item]").FirstOrDefault(r => r.QuerySelector("a.queue-number")?.TextContent == number)?.TextContent;
}

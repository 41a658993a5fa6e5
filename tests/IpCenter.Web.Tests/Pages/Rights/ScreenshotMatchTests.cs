using System.Net;
using AngleSharp.Html.Dom;
using IpCenter.Casework.Applications;
using IpCenter.Casework.People;
using IpCenter.Casework.Processes.Handlers;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Apply;
using IpCenter.Web.Tests.Pages.Register;
using IpCenter.Web.Tests.Pages.Report;
using IpCenter.Workflow.Runtime;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Web.Tests.Pages.Rights;

/// <summary>Each screenshot of a report with its own candidates; an officer chooses the design, or finds it by hand.</summary>
public sealed class ScreenshotMatchTests(WebFactory factory) : IClassFixture<WebFactory>
{
    [Fact]
    public async Task Each_screenshot_has_its_own_best_candidates_with_links_to_the_comparison_and_the_register()
    {
        await factory.PublishAsync("ZL202630003001.2", "木质首饰盒", seed: 31);
        await factory.PublishAsync("ZL202630003002.7", "折叠木凳", seed: 32);
        var (firm, person) = await factory.AddMerchantAsync("shots-each");
        var report = await factory.ReportAsync(person, firm, seed: 31, moreSeeds: [32, 99]);

        using var officer = await factory.SignedInAsAsync(Roles.RightsOfficer, "zh-CN");

        var page = await TriageAsync(officer, report);

        var shots = page.QuerySelectorAll(".shot-matches");
        Assert.Contains("ZL202630003001.2", Best(page, "直播间.png"), StringComparison.Ordinal);
        Assert.Contains("ZL202630003002.7", Best(page, "直播间32.png"), StringComparison.Ordinal);
        Assert.Equal(3, shots.Length);
        var first = shots.Single(s => s.QuerySelector("h3")!.TextContent.Contains("直播间.png", StringComparison.Ordinal));
        Assert.NotNull(first.QuerySelector("a[href='/register/ZL202630003001.2']"));
        var compare = first.QuerySelector("[data-compare-open]")!.GetAttribute("href")!;
        Assert.Contains("lbox=", compare, StringComparison.Ordinal);
        Assert.Equal(2, (await officer.GetPageAsync(compare)).QuerySelectorAll(".compare-box rect").Length);
        Assert.Contains("9", first.QuerySelector("summary")!.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("100%", first.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_chosen_design_of_the_reporting_firm_becomes_the_right_of_the_report()
    {
        var (firm, person) = await factory.AddMerchantAsync("shots-choose", "91371721MA3T9W6C46");
        var report = await factory.ReportAsync(person, firm, seed: 41);
        var design = await factory.AddMatchAsync(report, firm, person, "ZL202630000011.1", seed: 42);
        using var officer = await factory.SignedInAsAsync(Roles.RightsOfficer, "zh-CN");
        var page = await TriageAsync(officer, report);
        var button = (IHtmlButtonElement)page.QuerySelector($"button[name='Judge.Chosen'][value$='/{design}']")!;

        using var answer = await officer.SubmitAsync(page, "form#judge", new() { ["Judge.Chosen"] = button.Value });

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Contains("#shot-", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(design, await OwnDesignAsync(report));
        var after = await TriageAsync(officer, report);
        Assert.Equal("true", after.QuerySelector($"button[value='{button.Value}']")!.GetAttribute("aria-pressed"));
    }

    [Fact]
    public async Task What_the_search_missed_is_found_by_number_or_words_and_put_beside_the_screenshot()
    {
        await factory.PublishAsync("ZL202630003003.1", "手工团扇", seed: 51);
        var (firm, person) = await factory.AddMerchantAsync("shots-find", "92371721MA3RB5H87D");
        var report = await factory.ReportAsync(person, firm, seed: 52);
        using var officer = await factory.SignedInAsAsync(Roles.RightsOfficer, "zh-CN");
        await factory.WithDatabaseAsync(db => db.ReportMatches.Where(m => m.ReportId == report).ExecuteDeleteAsync());
        var empty = await TriageAsync(officer, report);
        Assert.Contains("没有找到", empty.QuerySelector(".shot-none")!.Text(), StringComparison.Ordinal);
        foreach (var words in new[] { "202630003003.1", "zl202630003003.1", "团扇" })
            Assert.Contains("手工团扇", (await TriageAsync(officer, report, words)).QuerySelector(".find-hits")!.Text(), StringComparison.Ordinal);
        Assert.Contains("没有找到与“不存在的东西”相符", (await TriageAsync(officer, report, "不存在的东西")).QuerySelector(".find-design .notice-line")!.Text(), StringComparison.Ordinal);
        Assert.Contains("看不懂“(团扇”这个写法", (await TriageAsync(officer, report, "(团扇")).QuerySelector(".find-design .notice-line")!.Text(), StringComparison.Ordinal);
        var page = await TriageAsync(officer, report, "团扇");
        var choice = page.QuerySelector(".find-hits button")!;
        Assert.Equal("judge", choice.GetAttribute("form"));

        foreach (var _ in new[] { 1, 2 })
            using (await officer.SubmitAsync(page, "form#judge", new() { ["Judge.Chosen"] = choice.GetAttribute("value") }))
            {
            }

        var match = await factory.WithDatabaseAsync(db => db.ReportMatches.SingleAsync(m => m.ReportId == report));
        Assert.Equal((LeadJudgement.Relevant, true), (match.Judgement, match.IsByHand));
        Assert.Null(await OwnDesignAsync(report));
        var shown = (await TriageAsync(officer, report)).QuerySelector(".match-pair summary")!.Text();
        Assert.Contains("由工作人员找到", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("%", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_choice_of_another_reports_screenshot_or_of_nothing_changes_nothing_and_says_so()
    {
        var (firm, person) = await factory.AddMerchantAsync("shots-wrong", "91371721MA00000017");
        var report = await factory.ReportAsync(person, firm, seed: 61);
        using var officer = await factory.SignedInAsAsync(Roles.RightsOfficer, "zh-CN");
        var page = await TriageAsync(officer, report);

        foreach (var wrong in new[] { "nonsense", $"{report}/{report}" })
        {
            using var answer = await officer.SubmitAsync(page, "form#judge", new() { ["Judge.Chosen"] = wrong });
            Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
            Assert.NotNull((await officer.GetPageAsync(answer.Headers.Location!.OriginalString)).QuerySelector(".flash"));
        }

        Assert.Equal(0, await factory.WithDatabaseAsync(db => db.ReportMatches.CountAsync(m => m.ReportId == report && m.Judgement != LeadJudgement.Open)));
    }

    [Fact]
    public async Task What_a_person_judged_stays_when_the_comparison_runs_again()
    {
        await factory.PublishAsync("ZL202630003004.6", "竹编灯笼", seed: 71);
        var (firm, person) = await factory.AddMerchantAsync("shots-again", "91371721MA00000025");
        var report = await factory.ReportAsync(person, firm, seed: 71);
        var judged = await factory.WithDatabaseAsync(async db =>
        {
            var match = await db.ReportMatches.Where(m => m.ReportId == report).OrderByDescending(m => m.Probability).FirstAsync();
            match.Judge(LeadJudgement.NotRelevant, person.Id);
            await db.SaveChangesAsync();
            return match;
        });

        await using var scope = factory.Services.CreateAsyncScope();
        var handler = ActivatorUtilities.CreateInstance<MatchRegister>(scope.ServiceProvider);
        await handler.HandleAsync(
            new WorkflowTaskContext(report, $"{report}", "MatchRegister", "match", new Dictionary<string, object?>(), report, 2, factory.Clock.GetUtcNow()), default);
        await scope.ServiceProvider.GetRequiredService<Casework.Data.CaseworkDbContext>().SaveChangesAsync();

        var same = await factory.WithDatabaseAsync(db => db.ReportMatches
            .Where(m => m.ReportId == report && m.DesignId == judged.DesignId && m.EvidenceId == judged.EvidenceId).SingleAsync());
        Assert.Equal((judged.Id, LeadJudgement.NotRelevant), (same.Id, same.Judgement));
    }

    private async Task<IHtmlDocument> TriageAsync(HttpClient officer, Guid report, string? find = null)
    {
        var task = await factory.TriageTaskAsync(report);
        return await officer.GetPageAsync($"/rights/{task.Id}{(find is null ? null : $"?find={Uri.EscapeDataString(find)}")}");
    }

    private static string Best(IHtmlDocument page, string file) => page.QuerySelectorAll(".shot-matches")
        .Single(s => s.QuerySelector("h3")!.TextContent.Contains(file, StringComparison.Ordinal))
        .QuerySelector(".match-pair[open] summary")!.Text();

    private Task<Guid?> OwnDesignAsync(Guid report) =>
        factory.WithDatabaseAsync(db => db.InfringementReports.Where(r => r.Id == report).Select(r => r.OwnDesignId).SingleAsync());
}

using System.Net;
using IpCenter.Casework.People;
using IpCenter.Casework.SimilarDesigns;
using IpCenter.Testing;
using IpCenter.Web.Pages.Register;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Apply;
using IpCenter.Web.Tests.Pages.Examine;
using IpCenter.Web.Tests.Pages.Register;
using IpCenter.Web.Tests.Pages.Report;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Web.Tests.Pages.Compare;

public sealed class CompareTests(WebFactory factory) : IClassFixture<WebFactory>
{
    [Fact]
    public async Task Everybody_compares_published_designs_with_their_facts_and_all_their_views()
    {
        var left = await factory.PublishAsync("ZL202630001001.1", "木质首饰盒", seed: 11);
        var right = await factory.PublishAsync("ZL202630001002.6", "折叠木凳", seed: 12);
        await factory.AddViewAsync(right, "Back", seed: 13, side: 1);
        using var client = factory.CreatePlainClient("zh-CN");

        var page = await client.GetPageAsync($"/compare?left={left}&right={right}&lbox=0.1,0.2,0.3,0.4&rbox=0.2,0.2,0.5,0.5");

        Assert.Equal(
            [$"/images/{left}/display", $"/images/{right}/display"],
            page.QuerySelectorAll(".compare-pane img").Select(i => i.GetAttribute("src")!));
        Assert.Equal(2, page.QuerySelectorAll(".compare-box rect").Length);
        var facts = page.QuerySelector(".compare-facts")!;
        foreach (var fact in new[] { "木质首饰盒", "ZL202630001001.1", "折叠木凳", PublishedDesigns.OwnerName, "有效", "2026年11月17日" })
            Assert.Contains(fact, facts.Text(), StringComparison.Ordinal);
        Assert.NotNull(facts.QuerySelector("a[href='/register/ZL202630001002.6']"));
        // Without the script the other views are links to the same comparison with them; their regions are not known.
        var others = page.QuerySelectorAll("[data-views=right] a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(2, others.Count);
        Assert.Contains("rbox=0.2,0.2,0.5,0.5", others[0], StringComparison.Ordinal);
        Assert.DoesNotContain("rbox", others[1], StringComparison.Ordinal);
        Assert.Contains("lbox=0.1,0.2,0.3,0.4", others[1], StringComparison.Ordinal);
        var other = await client.GetPageAsync(others[1]);
        Assert.Equal("后视图", other.QuerySelector("[data-views=right] [aria-current]")!.Text());
    }

    [Fact]
    public async Task An_unpublished_design_answers_like_nothing_to_outsiders_and_is_logged_for_the_staff()
    {
        var published = await factory.PublishAsync("ZL202630001003.0", "灯笼", seed: 14);
        var task = await factory.FileAsync("compare-secret", "秘密首饰盒");
        var secret = await factory.WithDatabaseAsync(db => db.ApplicationViews.Where(v => v.ApplicationId == task.CaseId).Select(v => v.ImageId).FirstAsync());
        using var anonymous = factory.CreatePlainClient("zh-CN");
        var (rival, _, _) = await factory.SignedInWithFirmAsync("compare-rival");
        using var officer = await factory.SignedInAsAsync(Roles.RightsOfficer, "zh-CN");

        foreach (var client in new[] { anonymous, rival, officer })
        {
            var nothing = await AnswerAsync(client, $"/compare?left={published}&right={Guid.CreateVersion7(WebFactory.Start)}");
            Assert.Equal(HttpStatusCode.NotFound, nothing.Status);
            Assert.Equal(nothing, await AnswerAsync(client, $"/compare?left={published}&right={secret}"));
            Assert.Equal(nothing, await AnswerAsync(client, $"/compare?left={secret}&right={published}"));
        }
        using var owner = factory.CreatePlainClient("zh-CN");
        await owner.SignInAsync("merchant-compare-secret");
        Assert.Contains("秘密首饰盒", (await owner.GetPageAsync($"/compare?left={secret}&right={published}")).QuerySelector(".compare-facts")!.Text(), StringComparison.Ordinal);
        Assert.Equal([], await LooksAsync(task.CaseId));
        using var examiner = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");
        var page = await examiner.GetPageAsync($"/compare?left={secret}&right={published}");

        Assert.Contains("未公开", page.QuerySelector(".compare-secret")!.Text(), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($".compare-facts a[href='/cases/{task.CaseId}']"));
        Assert.Equal(["comparison"], await LooksAsync(task.CaseId));
        using var picture = await examiner.GetAsync(page.QuerySelector("[data-side=left] img")!.GetAttribute("src"));
        Assert.Equal(["comparison", "view"], await LooksAsync(task.CaseId));
        await examiner.GetPageAsync($"/compare?left={secret}&right={secret}");
        Assert.Equal(["comparison", "comparison", "view"], await LooksAsync(task.CaseId));
        rival.Dispose();
    }

    [Fact]
    public async Task Evidence_is_compared_by_its_reporter_and_the_rights_staff_alone_and_each_look_is_logged()
    {
        var (reporter, firm, person) = await factory.SignedInWithFirmAsync("compare-reporter", "91371721MA3T9W6C46");
        var report = await factory.ReportAsync(person, firm);
        var design = await factory.PublishAsync("ZL202630001004.5", "灯笼", seed: 15);
        var shot = await factory.WithDatabaseAsync(db => db.EvidenceItems.Where(e => e.CaseId == report).Select(e => e.ImageId!.Value).SingleAsync());
        var address = $"/compare?left={shot}&right={design}&mirrored=1";
        using var examiner = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");
        using var procurator = await factory.SignedInAsAsync(Roles.Procurator, "zh-CN");
        using var officer = await factory.SignedInAsAsync(Roles.RightsOfficer, "zh-CN");

        foreach (var client in new[] { examiner, procurator })
            Assert.Equal(HttpStatusCode.NotFound, (await AnswerAsync(client, address)).Status);
        await reporter.GetPageAsync(address);
        Assert.Equal([], await LooksAsync(report));
        var page = await officer.GetPageAsync(address);

        var facts = page.QuerySelector(".compare-facts")!;
        Assert.Contains("CX-R-2026-", facts.Text(), StringComparison.Ordinal);
        Assert.NotNull(facts.QuerySelector($"a[href='/reports/{report}']"));
        Assert.StartsWith("直播间.png（2026年11月23日", page.QuerySelector("[data-side=left] .compare-name")!.Text(), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("[data-side=right] .compare-layer.is-mirrored"));
        Assert.Equal(["comparison"], await LooksAsync(report));
        reporter.Dispose();
    }

    [Theory]
    [InlineData("-0.5,0.25,1,2", "0|25|50|75")]
    [InlineData("0.5,0.5,9,9", "50|50|50|50")]
    [InlineData("0.1,0.1,0.2", null)]
    [InlineData("a,b,c,d", null)]
    [InlineData("NaN,0,1,1", null)]
    [InlineData("2,2,1,1", null)]
    [InlineData("0.1,0.1,0,0.5", null)]
    public async Task A_region_is_cut_at_the_edge_and_what_is_none_is_said_in_words(string region, string? drawn)
    {
        var left = await OneAsync();
        using var client = factory.CreatePlainClient("zh-CN");

        var page = await client.GetPageAsync($"/compare?left={left}&right={left}&lbox={region}");

        var rect = page.QuerySelector("[data-side=left] rect");
        Assert.Equal(drawn, rect is null ? null : $"{rect.GetAttribute("x")}|{rect.GetAttribute("y")}|{rect.GetAttribute("width")}|{rect.GetAttribute("height")}");
        Assert.Equal(drawn is null, page.QuerySelector(".notice-line")?.Text() == "地址中的区域无法读取，因此没有画出。区域应为四个0到1之间的数：左、上、宽、高。");
    }

    [Fact]
    public async Task A_picture_just_sent_stands_on_the_left_until_it_is_forgotten()
    {
        var right = await OneAsync();
        await using var scope = factory.Services.CreateAsyncScope();
        var picture = await scope.ServiceProvider.GetRequiredService<ReadPictureQuery>().ExecuteAsync(Pictures.Product(3), "sent.png", default);
        var key = factory.Services.GetRequiredService<PictureQueries>().Keep(picture.Value);
        using var client = factory.CreatePlainClient("zh-CN");

        var page = await client.GetPageAsync($"/compare?query={key}&right={right}");
        using var forgotten = await client.GetAsync($"/compare?query=0123&right={right}");

        Assert.Equal($"/register/by-picture/{key}/display", page.QuerySelector("[data-side=left] img")!.GetAttribute("src"));
        Assert.Equal(HttpStatusCode.Gone, forgotten.StatusCode);
        var told = await forgotten.ReadPageAsync();
        Assert.Contains("只保留10分钟", told.QuerySelector(".notice-line")!.Text(), StringComparison.Ordinal);
        Assert.NotNull(told.QuerySelector("a[href='/register/by-picture']"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?left={0}")]
    [InlineData("?right={0}")]
    [InlineData("?left=nothing&right={0}")]
    [InlineData("?left={0}&right=1")]
    public async Task An_address_that_names_no_two_pictures_answers_404(string query)
    {
        var image = await OneAsync();
        using var client = factory.CreatePlainClient("zh-CN");

        Assert.Equal(HttpStatusCode.NotFound, (await AnswerAsync(client, "/compare" + query.Replace("{0}", image.ToString(), StringComparison.Ordinal))).Status);
    }

    [Theory]
    [InlineData("/rights", "/rights")]
    [InlineData("https://elsewhere.example/", "/")]
    [InlineData("//elsewhere.example", "/")]
    public async Task The_way_back_stays_on_this_site(string back, string expected)
    {
        var image = await OneAsync();
        using var client = factory.CreatePlainClient("zh-CN");

        var page = await client.GetPageAsync($"/compare?left={image}&right={image}&back={Uri.EscapeDataString(back)}");

        Assert.Equal(expected, page.QuerySelector(".page-actions a")!.GetAttribute("href"));
    }

    private async Task<Guid> OneAsync()
    {
        var known = await factory.WithDatabaseAsync(db => db.Designs
            .Where(d => d.PatentNumber == "ZL202630001009.8")
            .Join(db.DesignViews, d => d.Id, v => v.DesignId, (_, v) => (Guid?)v.ImageId).FirstOrDefaultAsync());
        return known ?? await factory.PublishAsync("ZL202630001009.8", "团扇", seed: 16);
    }

    private Task<List<string>> LooksAsync(Guid caseId) =>
        factory.WithDatabaseAsync(db => db.AccessRecords.Where(r => r.CaseId == caseId).Select(r => r.Purpose).Order().ToListAsync());

    private static async Task<(HttpStatusCode Status, string Text)> AnswerAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address);
        return (answer.StatusCode, (await answer.ReadPageAsync()).QuerySelector("main")?.Text() ?? "");
    }
}

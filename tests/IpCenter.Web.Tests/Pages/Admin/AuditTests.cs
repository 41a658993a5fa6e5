using AngleSharp.Html.Dom;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Designs;
using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Examine;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Tests.Pages.Admin;

public sealed class AuditTests(WebFactory factory) : IClassFixture<WebFactory>
{
    [Fact]
    public async Task The_trail_is_read_newest_first_and_page_by_page()
    {
        await RecordAsync("翻页测试", Enumerable.Range(1, AuditReading.PageSize + 5).Select(n => ("mandate.requested", (string?)$"第{n}条")));
        using var admin = await factory.SignedInAsAsync(Roles.Admin, "zh-CN");

        var first = await admin.GetPageAsync("/admin/audit?person=翻页测试");
        var second = await admin.GetPageAsync(Link(first, "a[rel=next]"));
        var back = await admin.GetPageAsync(Link(second, "a[rel=prev]"));

        Assert.Equal(AuditReading.PageSize, Rows(first).Count);
        Assert.Contains($"第{AuditReading.PageSize + 5}条", Rows(first)[0], StringComparison.Ordinal);
        Assert.Equal(5, Rows(second).Count);
        Assert.Contains("理由：第1条", Rows(second)[^1], StringComparison.Ordinal);
        Assert.Null(second.QuerySelector("a[rel=next]"));
        Assert.Equal(Rows(first), Rows(back));
    }

    [Fact]
    public async Task The_trail_is_narrowed_by_person_action_and_day()
    {
        await RecordAsync("甲某", [("mandate.requested", "昨天")], WebFactory.Start.AddDays(-40));
        await RecordAsync("甲某", [("mandate.revoked", "今天")], WebFactory.Start.AddDays(-39));
        using var admin = await factory.SignedInAsAsync(Roles.Admin, "zh-CN");

        var byAction = Rows(await admin.GetPageAsync("/admin/audit?person=甲&action=mandate.revoked"));
        var byDay = Rows(await admin.GetPageAsync("/admin/audit?person=甲&from=2026-10-14&to=2026-10-14"));
        var none = await admin.GetPageAsync("/admin/audit?person=甲&from=2026-10-16");

        Assert.Contains("今天", Assert.Single(byAction), StringComparison.Ordinal);
        Assert.Contains("昨天", Assert.Single(byDay), StringComparison.Ordinal);
        Assert.NotNull(none.QuerySelector(".empty-state"));
    }

    [Fact]
    public async Task An_unpublished_design_is_withheld_from_the_trail_and_from_its_filters()
    {
        var task = await factory.FileAsync("withheld");
        var number = await factory.WithDatabaseAsync(db => db.Cases.Where(c => c.Id == task.CaseId).Select(c => c.Number!).SingleAsync());
        await factory.WithDatabaseAsync(async db =>
        {
            (await db.Users.SingleAsync(p => p.UserName == "merchant-withheld")).DisplayName = "隐名商户";
            await db.SaveChangesAsync();
        });
        await RecordAsync("隐名商户", [("application.resubmitted", "花纹说明")], caseId: task.CaseId, personOf: "merchant-withheld");
        using var admin = await factory.SignedInAsAsync(Roles.Admin, "zh-CN");

        var page = await admin.GetPageAsync("/admin/audit");
        var table = await admin.GetStringAsync("/admin/audit.csv");

        Assert.Contains("案件当事人", Rows(page).Single(r => r.Contains("补正后重新提交", StringComparison.Ordinal)), StringComparison.Ordinal);
        foreach (var text in new[] { page.Body!.TextContent, table })
        {
            Assert.DoesNotContain(number, text, StringComparison.Ordinal);
            Assert.DoesNotContain("隐名商户", text, StringComparison.Ordinal);
            Assert.DoesNotContain("花纹说明", text, StringComparison.Ordinal);
        }
        Assert.Empty(Rows(await admin.GetPageAsync($"/admin/audit?number={number}")));
        Assert.Empty(Rows(await admin.GetPageAsync("/admin/audit?person=隐名商户")));
    }

    [Fact]
    public async Task The_case_is_named_once_its_design_is_published_and_found_by_its_number()
    {
        var task = await factory.FileAsync("shown");
        var number = await factory.WithDatabaseAsync(db => db.Cases.Where(c => c.Id == task.CaseId).Select(c => c.Number!).SingleAsync());
        await factory.WithDatabaseAsync(db =>
        {
            db.Designs.Add(new Design
            {
                Id = task.CaseId,
                ApplicationId = task.CaseId,
                PatentNumber = "ZL202630000777.1",
                OwnerName = "曹县木业",
                ProductName = "首饰盒",
                Use = "收纳",
                LocarnoClass = "09-03",
                BriefDescription = "形状",
                FiledOn = new(2026, 11, 1),
                AnnouncedOn = new(2026, 11, 20),
                ExpiresOn = new(2041, 11, 1),
                PublishedAt = WebFactory.Start,
            });
            return db.SaveChangesAsync();
        });
        using var admin = await factory.SignedInAsAsync(Roles.Admin, "en");

        var rows = Rows(await admin.GetPageAsync($"/admin/audit?number={number}"));

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Contains(number, row, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_table_keeps_formulas_as_text_and_its_taking_is_recorded()
    {
        await RecordAsync("=HYPERLINK(1)", [("mandate.consented", "+1, \"x\"")]);
        using var admin = await factory.SignedInAsAsync(Roles.Admin, "zh-CN");

        var table = await admin.GetStringAsync("/admin/audit.csv?action=mandate.consented");

        Assert.Equal(2, table.TrimEnd().Split("\r\n").Length);
        Assert.Contains(",'=HYPERLINK(1),", table, StringComparison.Ordinal);
        Assert.Contains(",\"'+1, \"\"x\"\"\",", table, StringComparison.Ordinal);
        Assert.Contains("导出审计记录", Rows(await admin.GetPageAsync("/admin/audit"))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_whole_chain_is_called_whole()
    {
        using var fresh = new WebFactory();
        using var admin = await fresh.SignedInAsAsync(Roles.Admin, "zh-CN");
        await RecordAsync("某人", [("mandate.requested", null), ("mandate.revoked", null)], centre: fresh);

        var page = await CheckAsync(admin);

        Assert.Equal("2 条记录，自 2026年11月23日 09:00 至 2026年11月23日 09:00，链条完整。", page.QuerySelector(".chain-whole .chain-result")!.Text());
        Assert.Contains("核验审计链：2 条记录，完整", Rows(page)[0], StringComparison.Ordinal);
        Assert.Contains("2 条记录，完整", (await admin.GetPageAsync("/admin")).Body!.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE AuditEvents SET Reason = '改过' WHERE Sequence = 2", "链条在第 2 条处断开：各栏与封存内容不一致，有栏目被改动。")]
    [InlineData("UPDATE AuditEvents SET Content = replace(Content, 'mandate', 'Mandate') WHERE Sequence = 2", "链条在第 2 条处断开：哈希值不符，内容或次序被改动。")]
    [InlineData("DELETE FROM AuditEvents WHERE Sequence = 2", "链条在第 2 条处断开：这一条缺失。")]
    public async Task A_tampered_entry_is_found_and_its_place_is_named(string tampering, string told)
    {
        using var fresh = new WebFactory();
        using var admin = await fresh.SignedInAsAsync(Roles.Admin, "zh-CN");
        await RecordAsync("某人", [("mandate.requested", null), ("mandate.consented", null), ("mandate.revoked", null)], centre: fresh);
        await fresh.WithDatabaseAsync(async db =>
        {
            await db.Database.ExecuteSqlRawAsync("DROP TRIGGER AuditEvents_no_UPDATE");
            await db.Database.ExecuteSqlRawAsync("DROP TRIGGER AuditEvents_no_DELETE");
            await db.Database.ExecuteSqlRawAsync(tampering);
        });

        var page = await CheckAsync(admin);

        Assert.Equal(told, page.QuerySelector(".chain-broken .chain-result")!.Text());
        Assert.Contains("断开", Rows(page)[0], StringComparison.Ordinal);
        Assert.Contains("已断开", (await admin.GetPageAsync("/admin")).Body!.Text(), StringComparison.Ordinal);
    }

    private static async Task<IHtmlDocument> CheckAsync(HttpClient admin)
    {
        using var answer = await admin.SubmitAsync(await admin.GetPageAsync("/admin/audit"), ".chain-check form", []);
        Assert.Equal("/admin/audit", answer.Place());
        return await admin.GetPageAsync("/admin/audit");
    }

    private static string Link(IHtmlDocument page, string selector) =>
        new Uri(((IHtmlAnchorElement)page.QuerySelector($".pager {selector}")!).Href).PathAndQuery;

    private static List<string> Rows(IHtmlDocument page) => [.. page.QuerySelectorAll(".data-table tbody tr").Select(row => row.Text())];

    private async Task RecordAsync(
        string actor, IEnumerable<(string Action, string? Reason)> entries, DateTimeOffset? at = null, Guid? caseId = null, string? personOf = null, WebFactory? centre = null) =>
        await (centre ?? factory).WithDatabaseAsync(async db =>
        {
            Guid? person = personOf is null ? null : (await db.Users.SingleAsync(p => p.UserName == personOf)).Id;
            var trail = new AuditTrail(db);
            foreach (var (action, reason) in entries)
                trail.Record(new Actor(person, actor, at ?? WebFactory.Start, Reason: reason), action, "test", caseId);
            await db.SaveChangesAsync();
        });
}

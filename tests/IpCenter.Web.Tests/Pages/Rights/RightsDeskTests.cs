using System.Net;
using IpCenter.Casework.Infringements;
using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Apply;
using IpCenter.Web.Tests.Pages.Examine;
using IpCenter.Web.Tests.Pages.Report;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Tests.Pages.Rights;

public sealed class RightsDeskTests(WebFactory factory) : IClassFixture<WebFactory>
{
    [Fact]
    public async Task The_board_shows_what_is_untouched_until_somebody_takes_it()
    {
        var (firm, person) = await factory.AddMerchantAsync("board");
        var item = await factory.TriageTaskAsync(await factory.ReportAsync(person, firm));
        using var officer = await factory.SignedInAsAsync(Roles.RightsOfficer, "zh-CN");
        var board = await officer.GetPageAsync("/rights");
        Assert.NotNull(board.QuerySelector($"#untouched ~ ul a[href='/rights/{item.Id}']"));

        using var taken = await officer.SubmitAsync(board, "form:has([name='Desk.Take'])", new() { ["Desk.Take"] = item.Id.ToString() });

        Assert.Equal(HttpStatusCode.Found, taken.StatusCode);
        board = await officer.GetPageAsync("/rights");
        Assert.Null(board.QuerySelector($"#untouched ~ ul a[href='/rights/{item.Id}']"));
        Assert.NotNull(board.QuerySelector($"[name='Desk.Release'][value='{item.Id}']"));
        Assert.NotNull(board.QuerySelector($"textarea[name='Desk.Reasons[{item.Id}]']"));
        var csv = await officer.GetStringAsync("/rights/list.csv");
        Assert.Contains("大集汉服源头厂", csv, StringComparison.Ordinal);

        // Given back with the reason alone.
        const string desk = "form:has([name='Desk.Release'])";
        using var refused = await officer.SubmitAsync(board, desk, new() { ["Desk.Release"] = item.Id.ToString() });
        Assert.NotEqual(HttpStatusCode.Found, refused.StatusCode);
        using var back = await officer.SubmitAsync(board, desk, new() { ["Desk.Release"] = item.Id.ToString(), [$"Desk.Reasons[{item.Id}]"] = "明日外出取证" });
        Assert.Equal(HttpStatusCode.Found, back.StatusCode);
        Assert.Null((await factory.WithDatabaseAsync(db => db.WorkItems.SingleAsync(w => w.Id == item.Id))).AssigneeId);
    }

    [Fact]
    public async Task Triage_needs_a_way_and_a_reason_and_then_moves_the_case_on()
    {
        var (firm, person) = await factory.AddMerchantAsync("triage", "91371721MA3T9W6C46");
        var report = await factory.ReportAsync(person, firm);
        await factory.AddMatchAsync(report, firm, person, "ZL202630000005.7");
        var item = await factory.TriageTaskAsync(report);
        using var officer = await factory.SignedInAsAsync(Roles.RightsOfficer, "zh-CN");
        var page = await officer.GetPageAsync($"/rights/{item.Id}");
        Assert.Equal(2, page.QuerySelectorAll(".match-pair img").Length);
        Assert.Contains("电子商务法", page.QuerySelector("form:has([name='Input.Outcome'])")!.Text());

        using var refused = await officer.SubmitAsync(page, "form:has([name='Input.Outcome'])", new() { ["Input.Outcome"] = "platform" });
        var again = await refused.ReadPageAsync();
        Assert.NotNull(again.QuerySelector("#f-Input-Reason-error"));
        Assert.NotNull(again.QuerySelector("[value=platform][checked]"));
        using var decided = await officer.SubmitAsync(again, "form:has([name='Input.Outcome'])", new() { ["Input.Outcome"] = "platform", ["Input.Reason"] = "图案一致" });

        Assert.Equal(HttpStatusCode.Found, decided.StatusCode);
        Assert.Equal("PlatformNotice", await factory.StageAsync(report));
        var over = await officer.GetPageAsync($"/rights/{item.Id}");
        Assert.Contains("没有生效", over.QuerySelector(".notice-line")!.Text());
    }

    [Fact]
    public async Task A_match_is_judged_by_a_person()
    {
        var (firm, person) = await factory.AddMerchantAsync("judge", "92371721MA3RB5H87D");
        var report = await factory.ReportAsync(person, firm);
        await factory.AddMatchAsync(report, firm, person, "ZL202630000006.1");
        var item = await factory.TriageTaskAsync(report);
        var match = await factory.WithDatabaseAsync(db => db.ReportMatches.Where(m => m.ReportId == report).Select(m => m.Id).FirstAsync());
        using var officer = await factory.SignedInAsAsync(Roles.RightsOfficer, "zh-CN");
        var page = await officer.GetPageAsync($"/rights/{item.Id}");

        await officer.SubmitAsync(page, "form:has([name='Judge.Relevant'])", new() { ["Judge.Relevant"] = match.ToString() });

        var after = await officer.GetPageAsync($"/rights/{item.Id}");
        Assert.NotNull(after.QuerySelector($"[name='Judge.Relevant'][value='{match}'][aria-pressed=true]"));
    }

    [Fact]
    public async Task The_notice_names_what_the_platform_asks_for_and_is_not_sent_without_a_signature()
    {
        var (firm, person) = await factory.AddMerchantAsync("notice", "91371721MA00000017");
        var report = await factory.ReportAsync(person, firm);
        await factory.RouteAsync(report, "platform");
        var item = await factory.TaskAsync(report, "SignPlatformNotice");
        using var officer = await factory.SignedInAsAsync(Roles.RightsOfficer, "zh-CN");
        var page = await officer.GetPageAsync($"/rights/{item.Id}/notice");
        Assert.Contains("SHA-256", page.QuerySelector(".notice-fields")!.Text());
        Assert.Contains("加倍", page.QuerySelector(".notice-fields")!.Text());

        using var unsigned = await officer.SubmitAsync(page, "form:has([name='Input.Signed'])", new() { ["Input.Outcome"] = "sent" });
        Assert.NotNull((await unsigned.ReadPageAsync()).QuerySelector("#f-Input-Signed-error"));
        using var signed = await officer.SubmitAsync(page, "form:has([name='Input.Signed'])", new() { ["Input.Outcome"] = "sent", ["Input.Signed"] = "true" });

        Assert.Equal(HttpStatusCode.Found, signed.StatusCode);
    }

    [Fact]
    public async Task The_procurators_see_urgent_reports_only_and_answer_them()
    {
        var (firm, person) = await factory.AddMerchantAsync("urgent", "91371721MA00000025");
        var calm = await factory.ReportAsync(person, firm, seed: 4, account: "不急的账号");
        var urgent = await factory.ReportAsync(person, firm, seed: 5);
        await factory.RouteAsync(urgent, "urgent");
        var item = await factory.TaskAsync(urgent, AnswerAlert.Task);
        using var procurator = await factory.SignedInAsAsync(Roles.Procurator, "zh-CN");

        var inbox = await procurator.GetPageAsync("/procurator");
        Assert.NotNull(inbox.QuerySelector($"a[href='/procurator/{item.Id}']"));
        Assert.DoesNotContain("不急的账号", inbox.Body!.Text());
        using var hidden = await procurator.GetAsync($"/reports/{calm}");
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        var page = await procurator.GetPageAsync($"/procurator/{item.Id}");
        using var answered = await procurator.SubmitAsync(page, "form:has([name='Input.Guidance'])", new() { ["Input.Guidance"] = "补充购买证据" });

        Assert.Equal(HttpStatusCode.Found, answered.StatusCode);
        Assert.Equal("RouteChoice", await factory.StageAsync(urgent));
    }

    [Fact]
    public async Task Any_other_task_is_finished_on_one_page_with_an_outcome_and_a_reason()
    {
        var (firm, person) = await factory.AddMerchantAsync("mediate", "91371721MA3QK8T22P");
        var report = await factory.ReportAsync(person, firm);
        await factory.RouteAsync(report, "mediation");
        var item = await factory.TaskAsync(report, "Mediate");
        using var officer = await factory.SignedInAsAsync(Roles.RightsOfficer, "zh-CN");
        var page = await officer.GetPageAsync($"/tasks/{item.Id}");
        Assert.Contains("司法确认", page.Body!.Text());

        using var done = await officer.SubmitAsync(page, "form:has([name='Input.Outcome'])", new() { ["Input.Outcome"] = "agreed", ["Input.Reason"] = "停止销售，赔偿三千元" });

        Assert.Equal(HttpStatusCode.Found, done.StatusCode);
        Assert.Equal("Closed", await factory.StageAsync(report));
        Assert.Equal("agreed", await factory.WithDatabaseAsync(db => db.Cases.Where(c => c.Id == report).Select(c => c.Outcome).SingleAsync()));
    }

    [Theory]
    [InlineData(Roles.Merchant)]
    [InlineData(Roles.Examiner)]
    [InlineData(Roles.Procurator)]
    public async Task The_desk_is_the_rights_staffs_alone(string role)
    {
        using var client = await factory.SignedInAsAsync(role);

        using var answer = await client.GetAsync("/rights");

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }
}

using System.Net;
using IpCenter.Casework.Examination;
using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Tests.Pages.Examine;

public sealed class WorkbenchTests(WebFactory factory) : IClassFixture<WebFactory>
{
    private const string Form = "form#decision";

    private static readonly int ViewCount = Casework.Applications.ViewPositions.Standard.Count;

    [Fact]
    public async Task The_letter_is_shown_before_the_decision_counts()
    {
        var task = await factory.FileAsync("letter");
        using var client = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");
        var page = await client.GetPageAsync($"/examine/{task.Id}");

        using var preview = await client.SubmitAsync(page, Form, new() { ["Input.Outcome"] = "pass", ["Input.Step"] = "preview" });
        var letter = await preview.ReadPageAsync();

        Assert.Contains("预审合格", letter.QuerySelector(".letter")!.Text(), StringComparison.Ordinal);
        // The demonstration has a contact of its own.
        Assert.Contains("演示用联系方式", letter.QuerySelector(".letter")!.Text(), StringComparison.Ordinal);
        Assert.Null(letter.QuerySelector("[data-no-contact]"));
        Assert.True((await factory.TaskAsync(task.CaseId, "Examine")).IsOpen);
        using var confirmed = await client.SubmitAsync(letter, Form, new() { ["Input.Step"] = "confirm" });
        Assert.Equal(HttpStatusCode.Found, confirmed.StatusCode);
        Assert.Equal("pass", await OutcomeAsync(task.CaseId));
    }

    [Fact]
    public async Task A_refusal_without_a_reason_is_refused_at_its_field()
    {
        var task = await factory.FileAsync("no-reason");
        using var client = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");
        var page = await client.GetPageAsync($"/examine/{task.Id}");

        using var answer = await client.SubmitAsync(page, Form, new() { ["Input.Outcome"] = "refuse", ["Input.Step"] = "preview" });

        var again = await answer.ReadPageAsync();
        Assert.Null(again.QuerySelector(".letter"));
        Assert.Equal("true", again.GetElementById("f-Input-Reason")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Ticked_defects_go_into_the_request_for_correction_in_both_languages()
    {
        var task = await factory.FileAsync("ticked");
        var remark = await factory.AddRemarkAsync(task.CaseId, "左视图与主视图比例不一致。");
        using var client = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");
        var page = await client.GetPageAsync($"/examine/{task.Id}");
        Assert.NotNull(page.QuerySelector($"#fold-checklist ol input[form=decision]"));

        using var preview = await client.SubmitAsync(page, Form, new()
        {
            ["Input.Outcome"] = "correct",
            ["Input.Reason"] = "其余视图符合要求。",
            ["Input.Points"] = "请补充使用状态图。",
            ["Input.Ticked"] = $"remark:{remark}",
            ["Input.Step"] = "preview",
        });
        using var confirmed = await client.SubmitAsync(await preview.ReadPageAsync(), Form, new() { ["Input.Step"] = "confirm" });

        Assert.Equal(HttpStatusCode.Found, confirmed.StatusCode);
        var round = await factory.WithDatabaseAsync(db => db.CorrectionRounds.SingleAsync(r => r.ApplicationId == task.CaseId));
        Assert.Equal(["IMG-04", ""], round.Points.Select(p => p.RuleId));
        Assert.StartsWith("左视图与主视图比例不一致。", round.Points[0].TextZh, StringComparison.Ordinal);
        Assert.StartsWith("The left view", round.Points[0].TextEn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_decides_second_reads_who_decided_what_and_keeps_the_own_words()
    {
        var task = await factory.FileAsync("second");
        var first = await factory.AddPersonAsync(Roles.Examiner, "first-examiner");
        using var client = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");
        var page = await client.GetPageAsync($"/examine/{task.Id}");
        await factory.DoAsync(first, [Roles.Examiner], (services, viewer, actor) =>
            ((DecideExamination)services.GetService(typeof(DecideExamination))!).ExecuteAsync(
                new ExaminationInput { WorkItemId = task.Id, Outcome = "leave", Reason = "结构复杂，不宜快速办理。", Points = [] }, viewer, actor, default));

        using var answer = await client.SubmitAsync(page, Form, new()
        {
            ["Input.Outcome"] = "refuse",
            ["Input.Reason"] = "与在先设计无明显区别。",
            ["Input.Step"] = "confirm",
        });

        var late = await answer.ReadPageAsync();
        var told = late.QuerySelector(".notice-late")!.Text();
        Assert.Contains(first.DisplayName, told, StringComparison.Ordinal);
        Assert.Contains("转普通程序", told, StringComparison.Ordinal);
        Assert.Equal("与在先设计无明显区别。", late.QuerySelector("#f-Input-Reason")!.TextContent);
        Assert.Equal("leave", await OutcomeAsync(task.CaseId));
    }

    [Fact]
    public async Task An_unpublished_look_alike_is_marked_as_secret_and_comes_with_both_regions()
    {
        var task = await factory.FileAsync("secret");
        await factory.AddLeadAsync(task.CaseId, 0.93, unpublished: true, "CX-D-2026-09999");
        using var client = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");

        var page = await client.GetPageAsync($"/examine/{task.Id}");

        // Other cases of this class show the same picture and are found too.
        var card = page.QuerySelectorAll(".lead-card.lead-secret").Single(c => c.TextContent.Contains("CX-D-2026-09999", StringComparison.Ordinal));
        Assert.Contains("保密", card.Text(), StringComparison.Ordinal);
        Assert.Contains("极可能是同一产品", card.Text(), StringComparison.Ordinal);
        Assert.Contains("93", card.Text(), StringComparison.Ordinal);
        var shown = await client.GetPageAsync($"/examine/{task.Id}?lead={card.Id!["lead-".Length..]}");
        Assert.Equal(2, shown.QuerySelectorAll("#light-table rect").Length);
    }

    [Fact]
    public async Task A_look_alike_is_judged_by_a_person_with_a_note()
    {
        var task = await factory.FileAsync("judged");
        var lead = await factory.AddLeadAsync(task.CaseId, 0.7, unpublished: false, "ZL202330000001.1");
        using var client = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");
        var page = await client.GetPageAsync($"/examine/{task.Id}");

        using var answer = await client.SubmitAsync(page, $"#lead-{lead} form", new() { ["judgement"] = "NotRelevant", ["note"] = "盖形不同" });

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var judged = await factory.WithDatabaseAsync(db => db.PriorDesignLeads.SingleAsync(l => l.Id == lead));
        Assert.Equal((Casework.Applications.LeadJudgement.NotRelevant, "盖形不同"), (judged.Judgement, judged.JudgementNote));
    }

    [Fact]
    public async Task A_look_alike_says_why_and_leads_to_its_register_page_the_comparison_and_a_new_search()
    {
        var task = await factory.FileAsync("why");
        var lead = await factory.AddLeadAsync(task.CaseId, 0.7, unpublished: false, "ZL202330000002.6");
        var secret = await factory.AddLeadAsync(task.CaseId, 0.6, unpublished: true, "CX-D-2026-09998");
        using var client = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");

        var page = await client.GetPageAsync($"/examine/{task.Id}");

        var card = page.GetElementById($"lead-{lead}")!;
        Assert.Contains("70%", card.QuerySelector(".lead-marks")!.Text(), StringComparison.Ordinal);
        Assert.Matches("本案.+图 ↔ 对方", card.QuerySelector(".lead-marks")!.Text());
        Assert.NotNull(card.QuerySelector("a[href='/register/ZL202330000002.6']"));
        Assert.NotNull(card.QuerySelector("a[href^='/register?view=']"));
        Assert.StartsWith("/compare?left=", card.QuerySelector("[data-compare-open]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("mirrored=1", page.GetElementById($"lead-{secret}")!.QuerySelector("[data-compare-open]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Null(page.GetElementById($"lead-{secret}")!.QuerySelector("a[href^='/register/']"));
        // One lies on the table; every view of the case can be searched with.
        Assert.Single(page.QuerySelectorAll("#light-table .lead-card:not([hidden])"));
        Assert.Equal(ViewCount, page.QuerySelectorAll(".lead-search a[href^='/register?view=']").Length);
    }

    [Fact]
    public async Task The_comparison_leads_from_one_look_alike_to_the_next_in_the_order_of_the_workbench_for_the_staff_alone()
    {
        var task = await factory.FileAsync("walk");
        var first = await factory.AddLeadAsync(task.CaseId, 0.995, unpublished: false, "ZL202330000003.0");
        var second = await factory.AddLeadAsync(task.CaseId, 0.985, unpublished: true, "CX-D-2026-09997");
        using var client = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");
        var bench = await client.GetPageAsync($"/examine/{task.Id}");
        var order = bench.QuerySelectorAll("#light-table .lead-card").Select(c => c.Id).ToList();
        Assert.True(order.IndexOf($"lead-{second}") == order.IndexOf($"lead-{first}") + 1, "The two stand one after the other.");
        var address = bench.GetElementById($"lead-{first}")!.QuerySelector("[data-compare-open]")!.GetAttribute("href")!;

        var page = await client.GetPageAsync(address);
        var walk = page.QuerySelector("nav.compare-walk")!;
        Assert.Contains($"第 {order.IndexOf($"lead-{first}") + 1} 件，共 {order.Count} 件", walk.Text(), StringComparison.Ordinal);
        var next = walk.QuerySelector("[rel=next]")!.GetAttribute("href")!;
        var other = await client.GetPageAsync(next);

        Assert.Contains("mirrored=1", next, StringComparison.Ordinal);
        Assert.Equal($"/examine/{task.Id}?lead={second}#light-table", other.QuerySelector(".page-actions a")!.GetAttribute("href"));
        Assert.Equal(address, other.QuerySelector("nav.compare-walk [rel=prev]")!.GetAttribute("href"));
        Assert.Null((await client.GetPageAsync(bench.GetElementById(order[^1]!)!.QuerySelector("[data-compare-open]")!.GetAttribute("href")!)).QuerySelector("[rel=next]"));
        using var owner = factory.CreatePlainClient("zh-CN");
        await owner.SignInAsync("merchant-walk");
        Assert.Null((await owner.GetPageAsync(address)).QuerySelector("nav.compare-walk"));
    }

    [Fact]
    public async Task Every_look_at_an_unpublished_case_is_logged()
    {
        var task = await factory.FileAsync("logged");
        using var client = await factory.SignedInAsAsync(Roles.Reviewer, "zh-CN");

        await client.GetPageAsync($"/examine/{task.Id}");

        var reads = await factory.WithDatabaseAsync(db => db.AccessRecords.Where(r => r.CaseId == task.CaseId && r.Purpose == "examination").ToListAsync());
        Assert.Equal((await factory.AddPersonAsync(Roles.Reviewer)).Id, Assert.Single(reads).PersonId);
    }

    [Fact]
    public async Task A_reviewer_reads_the_case_but_is_offered_no_decision()
    {
        var task = await factory.FileAsync("read-only");
        using var client = await factory.SignedInAsAsync(Roles.Reviewer, "zh-CN");

        var page = await client.GetPageAsync($"/examine/{task.Id}");

        Assert.Null(page.QuerySelector(Form));
        Assert.Contains("不能作决定", page.QuerySelector(".bench-decision")!.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Roles.Merchant)]
    [InlineData(Roles.RightsOfficer)]
    [InlineData(Roles.Admin)]
    public async Task Others_do_not_come_near_the_workbench(string role)
    {
        var task = await factory.FileAsync($"others-{role}");
        using var client = await factory.SignedInAsAsync(role);

        using var answer = await client.GetAsync($"/examine/{task.Id}");

        Assert.Equal("/access-denied", answer.Headers.Location!.AbsolutePath);
    }

    [Fact]
    public async Task A_task_that_does_not_exist_answers_404()
    {
        using var client = await factory.SignedInAsAsync(Roles.Examiner);

        using var answer = await client.GetAsync($"/examine/{ExaminationCentre.IdOf("nothing")}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private Task<string> OutcomeAsync(Guid caseId) =>
        factory.WithDatabaseAsync(db => db.Decisions.Where(d => d.CaseId == caseId).Select(d => d.Outcome).SingleAsync());
}

using System.Net;
using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Examine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Web.Tests.Pages.Dates;

/// <summary>Pausing, going on, the dates of a case and a year's calendar, by forms alone, without JavaScript.</summary>
public sealed class PauseTests(WebFactory factory) : IClassFixture<WebFactory>
{
    [Fact]
    public async Task A_supervisor_pauses_and_goes_on_and_everybody_reads_why_the_date_moved()
    {
        var task = await factory.FileAsync("pause-form");
        using var supervisor = await factory.SignedInAsAsync(Roles.Supervisor, "zh-CN");
        var page = await supervisor.GetPageAsync($"/cases/{task.CaseId}/pause");
        using var refused = await supervisor.SubmitAsync(page, "form:has([name='Input.Words'])", []);
        var errors = (await refused.ReadPageAsync()).QuerySelector("main")!.Text();
        Assert.Contains("请选择暂停原因", errors, StringComparison.Ordinal);
        Assert.Contains("请填写恢复计时的工作日", errors, StringComparison.Ordinal);

        var until = NextWorkingDay(factory, 3);
        using var paused = await supervisor.SubmitAsync(page, "form:has([name='Input.Words'])", new()
        {
            ["Input.ReasonKey"] = "outside-opinion",
            ["Input.Words"] = "等待分类答复",
            ["Input.ExpectedEnd"] = until,
        });
        Assert.Equal(HttpStatusCode.Redirect, paused.StatusCode);

        var dates = await supervisor.GetPageAsync($"/cases/{task.CaseId}/dates");
        var text = dates.QuerySelector("main")!.Text();
        Assert.Contains("等待国家知识产权局或者外部专家的意见", text, StringComparison.Ordinal);
        Assert.Contains("其间3个工作日不计", text, StringComparison.Ordinal);
        Assert.Contains("已被新的日期替换", text, StringComparison.Ordinal);
        Assert.Contains("可信度", text, StringComparison.Ordinal);
        Assert.Contains("暂停计时", (await supervisor.GetPageAsync("/examine?tab=all")).QuerySelector($"tr:has([href='/examine/{task.Id}'])")!.Text(), StringComparison.Ordinal);
        using var merchant = factory.CreatePlainClient("zh-CN");
        await merchant.SignInAsync("merchant-pause-form");
        var theirs = (await merchant.GetPageAsync($"/cases/{task.CaseId}/dates")).QuerySelector("main")!.Text();
        Assert.Contains("其间3个工作日不计", theirs, StringComparison.Ordinal);
        Assert.DoesNotContain("可信度", theirs, StringComparison.Ordinal);
        Assert.Contains("暂停计时", (await merchant.GetPageAsync("/mine")).QuerySelector("table")!.Text(), StringComparison.Ordinal);
        Assert.Contains("暂停计时（等待国家知识产权局或者外部专家的意见）", (await supervisor.GetPageAsync($"/cases/{task.CaseId}")).QuerySelector("main")!.Text(), StringComparison.Ordinal);

        page = await supervisor.GetPageAsync($"/cases/{task.CaseId}/pause");
        using var goesOn = await supervisor.SubmitAsync(page, "form:has([name='Going.Words'])", new() { ["Going.Words"] = "答复已到" });
        Assert.Equal(HttpStatusCode.Redirect, goesOn.StatusCode);
        text = (await supervisor.GetPageAsync($"/cases/{task.CaseId}/dates")).QuerySelector("main")!.Text();
        Assert.Contains("人工恢复", text, StringComparison.Ordinal);
        Assert.Contains("答复已到", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_is_answered_and_done_once()
    {
        var task = await factory.FileAsync("pause-twice");
        using var supervisor = await factory.SignedInAsAsync(Roles.Supervisor, "zh-CN");
        var page = await supervisor.GetPageAsync($"/cases/{task.CaseId}/pause");
        Dictionary<string, string?> asked = new() { ["Input.ReasonKey"] = "outside-opinion", ["Input.Words"] = "等待分类答复", ["Input.ExpectedEnd"] = NextWorkingDay(factory, 3) };
        using var paused = await supervisor.SubmitAsync(page, "form:has([name='Input.Words'])", asked);
        using var pausedAgain = await supervisor.SubmitAsync(page, "form:has([name='Input.Words'])", asked);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (paused.StatusCode, pausedAgain.StatusCode));

        var second = await supervisor.GetPageAsync($"/cases/{task.CaseId}/pause");
        using var goesOn = await supervisor.SubmitAsync(second, "form:has([name='Going.Words'])", new() { ["Going.Words"] = "答复已到" });
        using var goesOnAgain = await supervisor.SubmitAsync(second, "form:has([name='Going.Words'])", new() { ["Going.Words"] = "答复已到" });
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (goesOn.StatusCode, goesOnAgain.StatusCode));
        Assert.Equal(1, await factory.WithDatabaseAsync(db => db.CasePauses.CountAsync(p => p.CaseId == task.CaseId)));
        Assert.Equal(2, await factory.WithDatabaseAsync(db => db.AuditEvents.CountAsync(e => e.CaseId == task.CaseId && e.Action.StartsWith("clock."))));

        // The first window comes back when the pause is over: nothing is paused anew, and it says so.
        using var late = await supervisor.SubmitAsync(page, "form:has([name='Input.Words'])", asked);
        Assert.Equal(HttpStatusCode.OK, late.StatusCode);
        Assert.NotEmpty((await late.ReadPageAsync()).QuerySelectorAll(".error-summary li"));
    }

    [Fact]
    public async Task Who_may_not_know_of_the_case_finds_no_dates_and_who_does_not_hold_it_no_form()
    {
        var task = await factory.FileAsync("pause-secret");
        using var stranger = await factory.SignedInAsAsync(Roles.Merchant);
        using var officer = await factory.SignedInAsAsync(Roles.RightsOfficer);
        using var examiner = await factory.SignedInAsAsync(Roles.Examiner, "en");
        using var hidden = await stranger.GetAsync($"/cases/{task.CaseId}/dates");
        using var none = await stranger.GetAsync($"/cases/{Guid.Empty}/dates");
        using var hiddenToo = await officer.GetAsync($"/cases/{task.CaseId}/dates");
        using var denied = await stranger.GetAsync($"/cases/{task.CaseId}/pause");
        Assert.Equal((HttpStatusCode.NotFound, none.StatusCode, HttpStatusCode.NotFound), (hidden.StatusCode, hidden.StatusCode, hiddenToo.StatusCode));
        Assert.Equal("/access-denied", denied.Headers.Location!.AbsolutePath);
        var page = await examiner.GetPageAsync($"/cases/{task.CaseId}/pause");
        Assert.Contains("Only whoever holds the case", page.QuerySelector("main")!.Text(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main form"));
    }

    [Theory]
    [InlineData("period=second-reading&days=2", "Second reading of a sampled decision: 2 working days instead of 1 working day")]
    [InlineData("period=nothing&days=x", "Pre-examination by the centre: 3 working days instead of 3 working days")]
    [InlineData("period=correction&days=999", "Pre-examination by the centre: 60 working days")]
    public async Task Another_target_is_tried_on_what_was_and_is(string query, string expected)
    {
        using var supervisor = await factory.SignedInAsAsync(Roles.Supervisor, "en");
        using var examiner = await factory.SignedInAsAsync(Roles.Examiner);
        var text = (await supervisor.GetPageAsync($"/supervise/targets?{query}")).QuerySelector("main")!.Text();
        Assert.Contains(expected, text, StringComparison.Ordinal);
        using var refused = await examiner.GetAsync("/supervise/targets");
        Assert.Equal("/access-denied", refused.Headers.Location!.AbsolutePath);
    }

    [Fact]
    public async Task An_administrator_looks_at_a_year_and_publishes_it()
    {
        using var own = new WebFactory();
        using var admin = await own.SignedInAsAsync(Roles.Admin, "en");
        var page = await admin.GetPageAsync("/admin/calendars/new?year=2027");
        Dictionary<string, string?> answers = new()
        {
            ["Input.Status"] = "Official",
            ["Input.Title"] = "通知",
            ["Input.NoticeNumber"] = "（样例）",
            ["Input.NoticeDate"] = "2024-01-02",
            ["Input.Url"] = "https://www.gov.cn/",
            ["Input.Holidays"] = "2027-01-01 – 2027-01-03 元旦\n2028-01-01 春节",
            ["Input.MakeUpWorkdays"] = "",
            ["Input.Do"] = "preview",
        };
        using var unchosen = await admin.SubmitAsync(page, "form:has([name='Input.Holidays'])", new(answers) { ["Input.Status"] = null });
        Assert.Contains("Fill this in", (await unchosen.ReadPageAsync()).QuerySelector("main")!.Text(), StringComparison.Ordinal);
        using var wrong = await admin.SubmitAsync(page, "form:has([name='Input.Holidays'])", answers);
        Assert.Contains("Line 2: 2028-01-01 lies outside 2027", (await wrong.ReadPageAsync()).QuerySelector("main")!.Text(), StringComparison.Ordinal);

        answers["Input.Holidays"] = "2027-01-01 – 2027-01-03 元旦";
        using var halved = await admin.SubmitAsync(page, "form:has([name='Input.Holidays'])", answers);
        Assert.Contains("lacks Spring Festival", (await halved.ReadPageAsync()).QuerySelector("main")!.Text(), StringComparison.Ordinal);
        const string Others = "\n2027-02-05 – 2027-02-10 春节\n2027-04-05 清明节\n2027-05-01 – 2027-05-04 劳动节\n2027-06-09 端午节\n2027-09-15 中秋节\n2027-10-01 – 2027-10-05 国庆节";
        answers["Input.Holidays"] += Others;
        using var looked = await admin.SubmitAsync(page, "form:has([name='Input.Holidays'])", answers);
        var preview = await looked.ReadPageAsync();
        Assert.Equal(12, preview.QuerySelectorAll("table.month").Length);
        Assert.Contains("open dates would move", preview.QuerySelector("main")!.Text(), StringComparison.Ordinal);
        Assert.Equal(0, await own.WithDatabaseAsync(db => db.CalendarEditions.CountAsync()));

        using var unexplained = await admin.SubmitAsync(preview, "form:has([name='Input.Holidays'])", new() { ["Input.Do"] = "publish" });
        Assert.Contains("State the reason", (await unexplained.ReadPageAsync()).QuerySelector("main")!.Text(), StringComparison.Ordinal);
        using var other = await admin.SubmitAsync(preview, "form:has([name='Input.Holidays'])", new()
        {
            ["Input.Do"] = "publish",
            ["Input.Reason"] = "The notice is out",
            ["Input.Holidays"] = "2027-01-01 – 2027-01-04 元旦" + Others,
        });
        Assert.Contains("changed after you looked", (await other.ReadPageAsync()).QuerySelector("main")!.Text(), StringComparison.Ordinal);
        Assert.Equal(0, await own.WithDatabaseAsync(db => db.CalendarEditions.CountAsync()));
        using var published = await admin.SubmitAsync(preview, "form:has([name='Input.Holidays'])", new() { ["Input.Do"] = "publish", ["Input.Reason"] = "The notice is out" });
        using var again = await admin.SubmitAsync(preview, "form:has([name='Input.Holidays'])", new() { ["Input.Do"] = "publish", ["Input.Reason"] = "The notice is out" });
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (published.StatusCode, again.StatusCode));
        Assert.Equal(1, await own.WithDatabaseAsync(db => db.CalendarEditions.CountAsync()));
        var text = (await admin.GetPageAsync("/admin/calendars?year=2027")).QuerySelector("main")!.Text();
        Assert.Contains("The notice is out", text, StringComparison.Ordinal);
        Assert.DoesNotContain("unknown before the notice", text, StringComparison.Ordinal);
    }

    private static string NextWorkingDay(WebFactory factory, int days)
    {
        var calendar = factory.Services.GetRequiredService<Casework.ReferenceData.ReferenceLibrary>().Calendar;
        var today = Casework.Clocks.ChinaTime.DateOf(factory.Services.GetRequiredService<TimeProvider>().GetUtcNow());
        return calendar.AddWorkingDays(today, days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }
}

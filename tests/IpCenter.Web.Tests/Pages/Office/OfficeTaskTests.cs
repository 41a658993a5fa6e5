using System.Net;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Office;
using IpCenter.Casework.People;
using IpCenter.Testing;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Examine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Web.Tests.Pages.Office;

public sealed class OfficeTaskTests(WebFactory factory) : IClassFixture<WebFactory>
{
    private const string Form = "form:has([name='Input.Outcome'])";
    private const string Number = "202630765432.5";
    private const string RegistrationForm = "form:has([name='Input.DoneOn'])";

    [Fact]
    public async Task A_grant_is_marked_then_recorded_and_a_wrong_check_digit_is_told_at_its_field()
    {
        var caseId = await PaidAsync("granted");
        using var client = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");
        var mark = await client.GetPageAsync($"/office/{(await factory.TaskAsync(caseId, "MarkFastTrack")).Id}");
        Assert.Null(mark.QuerySelector("[name='Input.PatentNumber']"));
        Assert.NotNull(mark.QuerySelector("#documents"));
        Assert.NotNull(mark.QuerySelector("#notes .note-form"));
        Assert.Null((await client.GetPageAsync("/office?tab=all")).QuerySelector("form#assign"));
        using var supervisor = await factory.SignedInAsAsync(Roles.Supervisor, "zh-CN");
        var queue = await supervisor.GetPageAsync("/office?tab=all");
        Assert.NotNull(queue.QuerySelector("form#assign option[value]:not([value=''])"));
        Assert.NotNull(queue.QuerySelector("input[name=items][form=assign]"));
        using var marked = await client.SubmitAsync(mark, Form, new() { ["Input.Outcome"] = "marked" });
        Assert.Equal(HttpStatusCode.Found, marked.StatusCode);
        await factory.RunProcessesAsync();

        var page = await client.GetPageAsync($"/office/{(await factory.TaskAsync(caseId, "RecordOfficeDecision")).Id}");
        using var wrong = await client.SubmitAsync(page, Form, new() { ["Input.Outcome"] = "granted", ["Input.PatentNumber"] = "ZL202630765432.6" });
        var again = await wrong.ReadPageAsync();
        Assert.Equal("true", again.GetElementById("f-Input-PatentNumber")!.GetAttribute("aria-invalid"));
        Assert.Equal("true", again.GetElementById("f-Input-AnnouncedOn")!.GetAttribute("aria-invalid"));
        using var granted = await client.SubmitAsync(page, Form, new()
        {
            ["Input.Outcome"] = "granted",
            ["Input.PatentNumber"] = $"ZL{Number}",
            ["Input.AnnouncedOn"] = "2026-11-23",
            ["Input.Step"] = "confirm",
        });

        Assert.Equal(HttpStatusCode.Found, granted.StatusCode);
        Assert.Equal($"ZL{Number}", (await factory.WithDatabaseAsync(db => db.Applications.SingleAsync(a => a.Id == caseId))).PatentNumber);
    }

    [Fact]
    public async Task A_notice_of_grant_lets_the_firm_register_on_its_own_page_and_the_staff_see_that_it_did()
    {
        var caseId = await PaidAsync("registering", "202630765433.X");
        using var client = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");
        using var marked = await client.SubmitAsync(
            await client.GetPageAsync($"/office/{(await factory.TaskAsync(caseId, "MarkFastTrack")).Id}"), Form, new() { ["Input.Outcome"] = "marked" });
        await factory.RunProcessesAsync();
        var page = await client.GetPageAsync($"/office/{(await factory.TaskAsync(caseId, "RecordOfficeDecision")).Id}");
        Assert.Null(page.QuerySelector("[name='Input.Outcome'][value=restored]"));
        using var empty = await client.SubmitAsync(page, Form, new() { ["Input.Outcome"] = "grant-notice" });
        Assert.Equal("true", (await empty.ReadPageAsync()).GetElementById("f-Input-NoticeOn")!.GetAttribute("aria-invalid"));
        using var shown = await client.SubmitAsync(page, Form, new() { ["Input.Outcome"] = "grant-notice", ["Input.NoticeOn"] = "2026-11-23" });
        var letter = await shown.ReadPageAsync();
        Assert.Contains("2027年1月25日", letter.QuerySelector(".letter")!.Text(), StringComparison.Ordinal);
        Assert.Contains("应缴金额 600元", letter.QuerySelector(".letter")!.Text(), StringComparison.Ordinal);
        Assert.Contains("可信度0.97", letter.QuerySelector("[data-authority]")!.Text(), StringComparison.Ordinal);
        using var back = await client.SubmitAsync(letter, Form, new() { ["Input.Step"] = "edit" });
        Assert.Equal("2026-11-23", (await back.ReadPageAsync()).GetElementById("f-Input-NoticeOn")!.GetAttribute("value"));
        using var told = await client.SubmitAsync(letter, Form, new() { ["Input.Step"] = "confirm" });
        Assert.Equal(HttpStatusCode.Found, told.StatusCode);
        await factory.RunProcessesAsync();

        using var merchant = factory.CreatePlainClient("zh-CN");
        await merchant.SignInAsync("merchant-registering");
        var own = await merchant.GetPageAsync($"/cases/{caseId}");
        Assert.Contains(own.QuerySelectorAll(".letter-list a").Select(link => link.Text()), text => text == "办理登记手续告知书");
        Assert.Contains("600 元", own.QuerySelector(".fee-total")!.Text(), StringComparison.Ordinal);
        Assert.Contains("视为放弃取得专利权", own.QuerySelector(".now .trap")!.Text(), StringComparison.Ordinal);
        Assert.Contains("第60条", own.QuerySelector(".now")!.Text(), StringComparison.Ordinal);
        using var wrong = await merchant.SubmitAsync(own, RegistrationForm, new() { ["Input.DoneOn"] = "2026-11-22" });
        Assert.Equal("true", (await wrong.ReadPageAsync()).GetElementById("f-Input-DoneOn")!.GetAttribute("aria-invalid"));
        using var done = await merchant.SubmitAsync(own, RegistrationForm, new() { ["Input.DoneOn"] = "2026-11-23" }, ("Input.Proof", "凭证.pdf", Papers.Pdf("registered"), "application/pdf"));
        Assert.Equal(HttpStatusCode.Found, done.StatusCode);
        await factory.RunProcessesAsync();

        var staff = await client.GetPageAsync($"/office/{(await factory.TaskAsync(caseId, "RecordAnnouncement")).Id}");
        Assert.Null(staff.QuerySelector("[name='Input.Outcome'][value=grant-notice]"));
        // Of a right that is held abandoned, the day of the office's notice.
        Assert.Contains("请求恢复权利", staff.QuerySelector("form:has([name='Input.NoticeOn'])")!.Text(), StringComparison.Ordinal);
        Assert.Contains("2027年1月25日", staff.QuerySelector("section[aria-labelledby=office-facts]")!.Text(), StringComparison.Ordinal);
        using var granted = await client.SubmitAsync(staff, Form, new()
        {
            ["Input.Outcome"] = "granted",
            ["Input.PatentNumber"] = "ZL202630765433.X",
            ["Input.AnnouncedOn"] = "2026-11-23",
            ["Input.Step"] = "confirm",
        });
        Assert.Equal(HttpStatusCode.Found, granted.StatusCode);
    }

    [Theory]
    [InlineData("zh-CN", "未知")]
    [InlineData("en", "not known")]
    public async Task A_refusal_of_the_office_is_shown_as_a_letter_first_and_says_that_its_term_is_not_known(string language, string unknown)
    {
        var caseId = await PaidAsync($"office-refused-{language}", language == "en" ? "202630765434.4" : "202630765435.9");
        using var client = await factory.SignedInAsAsync(Roles.Examiner, language);
        using var marked = await client.SubmitAsync(
            await client.GetPageAsync($"/office/{(await factory.TaskAsync(caseId, "MarkFastTrack")).Id}"), Form, new() { ["Input.Outcome"] = "marked" });
        await factory.RunProcessesAsync();
        var page = await client.GetPageAsync($"/office/{(await factory.TaskAsync(caseId, "RecordOfficeDecision")).Id}");
        using var wrong = await client.SubmitAsync(page, Form, new() { ["Input.Outcome"] = "refused", ["Input.NoticeOn"] = "2026-12-30" });
        var again = await wrong.ReadPageAsync();
        Assert.Equal("true", again.GetElementById("f-Input-Reason")!.GetAttribute("aria-invalid"));
        Assert.Equal("true", again.GetElementById("f-Input-NoticeOn")!.GetAttribute("aria-invalid"));

        using var shown = await client.SubmitAsync(page, Form, new() { ["Input.Outcome"] = "refused", ["Input.Reason"] = "无明显区别" });
        var letter = await shown.ReadPageAsync();
        Assert.Contains(unknown, letter.QuerySelector(".letter")!.Text(), StringComparison.Ordinal);
        Assert.Contains("无明显区别", letter.QuerySelector(".letter")!.Text(), StringComparison.Ordinal);
        Assert.True((await factory.TaskAsync(caseId, "RecordOfficeDecision")).IsOpen);
        using var told = await client.SubmitAsync(letter, Form, new() { ["Input.Step"] = "confirm" });

        Assert.Equal(HttpStatusCode.Found, told.StatusCode);
    }

    /// <summary>Passed, read again where the sample drew it, filed at the office and paid.</summary>
    private async Task<Guid> PaidAsync(string key, string number = Number)
    {
        var task = await factory.FileAsync(key);
        var merchant = await factory.AddPersonAsync(Roles.Merchant, $"merchant-{key}");
        await factory.PassAsync(task);
        var filing = await factory.TaskAsync(task.CaseId, RecordOfficeFiling.Task);
        var today = ChinaTime.DateOf(factory.Clock.GetUtcNow());
        await factory.DoAsync(merchant, [Roles.Merchant], (services, viewer, actor) =>
            services.GetRequiredService<RecordOfficeFiling>().ExecuteAsync(filing.Id, number, today, today, viewer, actor, default));
        await factory.RunProcessesAsync();
        await factory.TaskAsync(task.CaseId, RecordFeePayment.Task);
        await factory.DoAsync(merchant, [Roles.Merchant], (services, viewer, actor) =>
            services.GetRequiredService<RecordFeePayment>().ExecuteAsync(task.CaseId, new FeePayment(today, Proof: null, PromisesProof: true), viewer, actor, default));
        await factory.RunProcessesAsync();
        return task.CaseId;
    }
}

using System.Net;
using IpCenter.Casework.AbnormalFilings;
using IpCenter.Casework.Examination;
using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Tests.Pages.Examine;

/// <summary>Firms of these tests have one address and one telephone, and their applications show the same pictures.</summary>
public sealed class SignTests(WebFactory factory) : IClassFixture<WebFactory>
{
    private static readonly string[] Parts = ["history", "signs", "light-table", "note-text", "decision"];

    [Fact]
    public async Task The_examiner_sees_the_history_of_the_applicant_and_of_linked_firms_with_the_fact_that_links_them()
    {
        await factory.FileAsync("history-other", "折叠木凳");
        var task = await factory.FileAsync("history-this");
        using var client = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");

        var page = await client.GetPageAsync($"/examine/{task.Id}");

        var linked = page.QuerySelector($"#linked-{ExaminationCentre.IdOf("firm:history-other")}")!;
        Assert.Contains("同一登记地址", linked.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("折叠木凳", linked.Text(), StringComparison.Ordinal);
        Assert.False(await IsReadAsync());
        var opened = await client.GetPageAsync(linked.QuerySelector("p a")!.GetAttribute("href")!);
        Assert.Contains("折叠木凳", opened.QuerySelector($"#{linked.Id}[open]")!.Text(), StringComparison.Ordinal);
        Assert.True(await IsReadAsync());

        async Task<bool> IsReadAsync() => (await factory.WithDatabaseAsync(db => db.AccessRecords
            .Where(r => r.CaseId == task.CaseId && r.Purpose == FilingHistoryQuery.Purpose).ToListAsync()))
            .Any(r => r.Seen!.Contains(ExaminationCentre.IdOf("case:history-other")));
    }

    [Fact]
    public async Task Who_keeps_out_reads_why_the_case_is_closed_and_nothing_of_what_is_in_it()
    {
        await factory.FileAsync("kept-other", "折叠木凳");
        var task = await factory.FileAsync("kept-this");
        var examiner = await factory.AddPersonAsync(Roles.Examiner, "kept-out");
        await factory.WithDatabaseAsync(async db =>
        {
            db.Recusals.Add(new() { Id = Guid.NewGuid(), PersonId = examiner.Id, FirmId = ExaminationCentre.IdOf("firm:kept-this"), Reason = "亲属", DeclaredAt = factory.Clock.GetUtcNow() });
            await db.SaveChangesAsync();
        });
        using var client = factory.CreatePlainClient("zh-CN");
        await client.SignInAsync("kept-out");

        var page = await client.GetPageAsync($"/examine/{task.Id}");

        var text = page.QuerySelector("main")!.Text();
        Assert.Contains("此案您须回避", text, StringComparison.Ordinal);
        Assert.Contains("您与申请企业有关系", text, StringComparison.Ordinal);
        Assert.DoesNotContain("首饰盒", text, StringComparison.Ordinal);
        Assert.All(Parts, part => Assert.Null(page.GetElementById(part)));
        // The case's own page tells the staff of its notes why there are none.
        Assert.Contains("应当回避本案", (await client.GetPageAsync($"/cases/{task.CaseId}")).QuerySelector("main")!.Text(), StringComparison.Ordinal);
        using var other = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");
        Assert.DoesNotContain("回避", (await other.GetPageAsync($"/examine/{task.Id}")).QuerySelector("main")!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sign_is_judged_with_a_reason_and_the_applicant_sees_nothing_of_it()
    {
        await factory.FileAsync("sign-other", "折叠木凳");
        var task = await factory.FileAsync("sign-this");
        using var client = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");
        var page = await client.GetPageAsync($"/examine/{task.Id}");
        var form = $"#sign-{SignKind.SamePictures}-{ExaminationCentre.IdOf("case:sign-other"):N} form";

        using var bare = await client.SubmitAsync(page, form, new() { ["outcome"] = "Noted", ["reason"] = " " });
        Assert.Equal(0, await FindingsAsync(task.CaseId));
        using var unknown = await client.SubmitAsync(page, form, new() { ["outcome"] = "7", ["reason"] = "看过" });
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
        using var answer = await client.SubmitAsync(page, form, new() { ["outcome"] = "Noted", ["reason"] = "同一批样品" });

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(1, await FindingsAsync(task.CaseId));
        Assert.Contains("同一批样品", (await client.GetPageAsync($"/examine/{task.Id}")).QuerySelector("#fold-signs")!.Text(), StringComparison.Ordinal);
        using var merchant = factory.CreatePlainClient("zh-CN");
        await merchant.SignInAsync("merchant-sign-this");
        var own = (await merchant.GetPageAsync($"/cases/{task.CaseId}")).QuerySelector("main")!.Text();
        Assert.DoesNotContain("同一批样品", own, StringComparison.Ordinal);
        Assert.DoesNotContain("申请行为提示", own, StringComparison.Ordinal);
        using var refused = await merchant.GetAsync($"/examine/{task.Id}");
        Assert.Contains("/access-denied", refused.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    private Task<int> FindingsAsync(Guid caseId) => factory.WithDatabaseAsync(db => db.SignFindings.CountAsync(f => f.CaseId == caseId));
}

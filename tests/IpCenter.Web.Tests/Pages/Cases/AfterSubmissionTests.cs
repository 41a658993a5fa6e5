using System.Net;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.Documents;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.GuestStatus;
using IpCenter.Casework.Office;
using IpCenter.Casework.People;
using IpCenter.Testing;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Apply;
using IpCenter.Web.Tests.Pages.Examine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Web.Tests.Pages.Cases;

/// <summary>The case page after the submission: documents, notices, the fee, the code for guests, the receipt.</summary>
public sealed class AfterSubmissionTests(WebFactory factory) : IClassFixture<WebFactory>
{
    private const string Power = "power-of-attorney";

    private static int _numbers = 70_000;

    [Fact]
    public async Task An_owed_document_is_supplied_on_the_case_page_and_judged_by_the_examiner()
    {
        var id = (await factory.FileAsync("owing")).CaseId;
        await OweAsync(id);
        using var client = await MerchantAsync("owing");
        Assert.Contains("补交：专利代理委托书", (await client.GetPageAsync("/mine")).QuerySelector(".todo")!.Text(), StringComparison.Ordinal);

        using var refused = await SupplyAsync(client, id, "假.pdf", [1, 2, 3]);
        Assert.Contains("文件“假.pdf”不是 PDF、JPG 或 PNG", (await refused.ReadPageAsync()).QuerySelector($"#document-{Power} .error-summary")!.Text(), StringComparison.Ordinal);
        using var supplied = await SupplyAsync(client, id, "委托书.pdf", Papers.Pdf());
        Assert.Equal(HttpStatusCode.Found, supplied.StatusCode);
        Assert.Contains("已收到，待核对", (await client.GetPageAsync($"/cases/{id}")).QuerySelector($"#document-{Power}")!.Text(), StringComparison.Ordinal);

        using var examiner = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");
        var bench = await examiner.GetPageAsync($"/cases/{id}");
        Assert.Null(bench.QuerySelector($"#document-{Power} [type=file]"));
        using var silent = await examiner.SubmitAsync(bench, $"#document-{Power} form", new() { ["Document.Judgement"] = "Return", ["Document.Reason"] = "" });
        Assert.Contains("请写明理由", (await silent.ReadPageAsync()).QuerySelector($"#document-{Power} .error-summary")!.Text(), StringComparison.Ordinal);
        using var returned = await examiner.SubmitAsync(bench, $"#document-{Power} form", new() { ["Document.Judgement"] = "Return", ["Document.Reason"] = "没有盖章" });
        Assert.Equal(HttpStatusCode.Found, returned.StatusCode);

        var after = await client.GetPageAsync($"/cases/{id}");
        Assert.Contains("没有盖章", after.QuerySelector($"#document-{Power}")!.Text(), StringComparison.Ordinal);
        Assert.Contains("退回文件：专利代理委托书", after.QuerySelector(".timeline-list")!.Text(), StringComparison.Ordinal);
        Assert.Contains("重新提交：专利代理委托书", (await client.GetPageAsync("/mine")).QuerySelector(".todo")!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_leaves_as_an_attachment_for_those_of_the_case_alone()
    {
        var id = (await factory.FileAsync("handing")).CaseId;
        await OweAsync(id);
        using var client = await MerchantAsync("handing");
        using var supplied = await SupplyAsync(client, id, "委托书.pdf", Papers.Pdf("handing"));
        var address = (await client.GetPageAsync($"/cases/{id}")).QuerySelector($"#document-{Power} .document-file a")!.GetAttribute("href")!;
        using var rights = await factory.SignedInAsAsync(Roles.RightsOfficer);

        using var file = await client.GetAsync(address);
        using var hidden = await rights.GetAsync(address);

        Assert.Equal(Papers.Pdf("handing"), await file.Content.ReadAsByteArrayAsync());
        Assert.Equal(("attachment", "application/octet-stream"), (file.Content.Headers.ContentDisposition!.DispositionType, file.Content.Headers.ContentType!.MediaType));
        Assert.True(file.Headers.CacheControl!.NoStore);
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/cases/{Guid.Empty}/documents/{address.Split('/')[^1]}")).StatusCode);
    }

    [Fact]
    public async Task A_document_of_the_wizard_comes_with_the_answers_of_its_step()
    {
        var (client, _, _) = await factory.SignedInWithFirmAsync("wizard-documents");
        var id = await client.StartDraftAsync();
        await client.FillAsync(id, "shown", new() { ["Input.Kind"] = "RecognisedExhibition", ["Input.On"] = "2026-10-20" });
        var page = await client.GetPageAsync($"/apply/{id}/people");
        var button = page.QuerySelector("button[formaction]")!;
        Assert.Equal($"/apply/{id}/documents/grace-period-proof", button.GetAttribute("formaction"));
        page.QuerySelector("form[data-draft]")!.SetAttribute("action", button.GetAttribute("formaction")!);

        using var bad = await client.SubmitAsync(page, "form[data-draft]", new() { ["Input.Designers"] = "王秀云" },
            ("File-grace-period-proof", "展会.docx", [0x50, 0x4B, 3, 4], "application/octet-stream"));
        Assert.Contains("文件“展会.docx”不是", (await client.GetPageAsync($"/apply/{id}/people")).QuerySelector(".flash")!.Text(), StringComparison.Ordinal);
        using var good = await client.SubmitAsync(page, "form[data-draft]", new() { ["Input.Designers"] = "王秀云" },
            ("File-grace-period-proof", "展会证明.png", Pictures.Product(2), "image/png"));
        using var onwards = await client.SubmitAsync(page, "form[data-draft]", new() { ["Input.Designers"] = "王秀云" });

        Assert.Equal($"/apply/{id}/people#documents", good.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.TemporaryRedirect, onwards.StatusCode);
        var after = await client.GetPageAsync($"/apply/{id}/people");
        Assert.Contains("展会证明.png", after.QuerySelector("#documents")!.Text(), StringComparison.Ordinal);
        Assert.Equal("王秀云", after.QuerySelector("[name='Input.Designers']")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_formal_notice_is_acknowledged_with_one_press_and_staff_see_by_whom_and_when()
    {
        var id = await PassedAsync("noticed");
        using var client = await MerchantAsync("noticed");
        Assert.Contains("待确认", (await client.GetPageAsync("/mine")).QuerySelector(".todo")!.Text(), StringComparison.Ordinal);
        var page = await client.GetPageAsync("/notices?show=to-acknowledge");

        using var done = await client.SubmitAsync(page, "form:has(.btn-primary)", []);

        Assert.Equal("/notices?show=to-acknowledge", done.Address());
        Assert.Contains("这里没有通知", (await client.GetPageAsync("/notices?show=to-acknowledge")).QuerySelector("main")!.Text(), StringComparison.Ordinal);
        using var examiner = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");
        var row = (await examiner.GetPageAsync($"/cases/{id}")).QuerySelector("#case-notices tbody tr")!;
        Assert.Equal(3, row.QuerySelectorAll("td").Length);
        Assert.DoesNotContain("还没有", row.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_fee_names_amount_place_and_last_day_and_takes_day_and_proof()
    {
        var id = await FiledAsync("paying");
        using var client = await MerchantAsync("paying");
        using var examiner = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");
        Assert.Contains("未确认缴费", (await examiner.GetPageAsync("/office")).QuerySelector(".unpaid")!.Text(), StringComparison.Ordinal);
        var page = await client.GetPageAsync($"/cases/{id}");
        Assert.Equal("500 元", page.QuerySelector(".fee-total")!.Text());
        Assert.Contains("专利业务办理系统", page.QuerySelector(".now")!.Text(), StringComparison.Ordinal);

        using var empty = await client.SubmitAsync(page, ".now form", []);
        var told = (await empty.ReadPageAsync()).QuerySelector(".now .error-summary")!.Text();
        Assert.Contains("请填写缴费日", told, StringComparison.Ordinal);
        Assert.Contains("请上传缴费凭证", told, StringComparison.Ordinal);
        using var broken = await client.SubmitAsync(page, ".now form", new() { ["Input.PaidOn"] = "2026-11-23" }, ("Input.Proof", "凭证.pdf", Papers.Pdf()[..^30], "application/pdf"));
        Assert.Contains("PDF 文件“凭证.pdf”不完整", (await broken.ReadPageAsync()).QuerySelector(".now")!.Text(), StringComparison.Ordinal);
        using var paid = await client.SubmitAsync(page, ".now form", new() { ["Input.PaidOn"] = "2026-11-23" }, ("Input.Proof", "凭证.png", Pictures.Product(3), "image/png"));

        Assert.Equal(HttpStatusCode.Found, paid.StatusCode);
        await factory.RunProcessesAsync();
        Assert.NotNull(await factory.TaskAsync(id, "MarkFastTrack"));
        Assert.DoesNotContain(id.ToString(), (await examiner.GetPageAsync("/office")).QuerySelector(".unpaid")?.InnerHtml ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_receipt_has_the_number_the_code_the_next_date_with_why_and_whom_to_ask()
    {
        var task = await factory.FileAsync("receipt");
        var code = await factory.WithDatabaseAsync(db => db.GuestCodes.SingleAsync(g => g.CaseId == task.CaseId));
        using var client = await MerchantAsync("receipt");
        using var examiner = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");

        var receipt = await client.GetPageAsync($"/cases/{task.CaseId}/receipt");

        var address = receipt.QuerySelector(".receipt-address")!.Text();
        Assert.EndsWith($"/s/{GuestCodeText.Show(code.Code)}", address, StringComparison.Ordinal);
        Assert.NotNull(receipt.QuerySelector("svg.qr path"));
        Assert.Contains("个工作日", receipt.QuerySelector("main")!.Text(), StringComparison.Ordinal);
        Assert.Contains("有问题找谁", receipt.QuerySelector("main")!.Text(), StringComparison.Ordinal);
        Assert.Null((await examiner.GetPageAsync($"/cases/{task.CaseId}/receipt")).QuerySelector(".receipt-address"));
    }

    [Fact]
    public async Task The_party_renews_the_code_on_the_case_page()
    {
        var task = await factory.FileAsync("renewing");
        using var client = await MerchantAsync("renewing");
        var before = await client.GetPageAsync($"/cases/{task.CaseId}");

        using var renewed = await client.SubmitAsync(before, "#guest form", new() { ["Guest.Action"] = "renew" });
        var after = await client.GetPageAsync($"/cases/{task.CaseId}");

        Assert.Equal(HttpStatusCode.Found, renewed.StatusCode);
        Assert.NotEqual(before.QuerySelector(".guest-code a")!.Text(), after.QuerySelector(".guest-code a")!.Text());
        using var revoked = await client.SubmitAsync(after, "#guest form", new() { ["Guest.Action"] = "revoke" });
        Assert.Contains("现在没有查询码", (await client.GetPageAsync($"/cases/{task.CaseId}")).QuerySelector("#guest")!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_a_withdrawal_it_is_told_what_follows_before_and_after_the_filing()
    {
        var early = (await factory.FileAsync("early")).CaseId;
        var filed = await FiledAsync("filed");
        using var one = await MerchantAsync("early");
        using var other = await MerchantAsync("filed");

        Assert.Contains("没有产生申请日", (await one.GetPageAsync($"/cases/{early}")).QuerySelector("#withdraw")!.Text(), StringComparison.Ordinal);
        var page = await other.GetPageAsync($"/cases/{filed}");
        Assert.Contains("专利法第32条", page.QuerySelector("#withdraw")!.Text(), StringComparison.Ordinal);
        using var withdrawn = await other.SubmitAsync(page, "#withdraw form", new() { ["Input.Reason"] = "款式已改" });

        Assert.Equal(HttpStatusCode.Found, withdrawn.StatusCode);
        await factory.RunProcessesAsync();
        var after = await other.GetPageAsync($"/cases/{filed}");
        Assert.Contains("本案已撤回", after.QuerySelector(".notice")!.Text(), StringComparison.Ordinal);
        Assert.Null(after.QuerySelector("#withdraw"));
        Assert.Null(after.QuerySelector(".now"));
    }

    [Fact]
    public async Task The_town_officer_passes_on_that_there_is_a_notice()
    {
        var id = await PassedAsync("in-town");
        await factory.WithDatabaseAsync(async db =>
        {
            var file = await db.Cases.SingleAsync(c => c.Id == id);
            (await db.Firms.SingleAsync(f => f.Id == file.FirmId)).Town = "大集镇";
            foreach (var notice in await db.Notices.Where(n => n.CaseId == id && n.AcknowledgeBy != null).ToListAsync())
                notice.BringUp(factory.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        });
        var officer = await factory.AddPersonAsync(Roles.TownOfficer, "officer-in-town", town: "大集镇");
        using var client = factory.CreatePlainClient("zh-CN");
        await client.SignInAsync(officer.UserName!);
        var page = await client.GetPageAsync("/town/notices");
        var item = page.QuerySelector(".todo li")!;
        Assert.DoesNotContain("预审", item.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain(id.ToString(), item.InnerHtml, StringComparison.Ordinal);

        using var told = await client.SubmitAsync(page, ".todo form", []);

        Assert.Equal("/town/notices", told.Address());
        Assert.Contains("已转告", (await client.GetPageAsync("/town/notices")).QuerySelector(".todo")!.Text(), StringComparison.Ordinal);
    }

    private async Task<HttpClient> MerchantAsync(string key)
    {
        var client = factory.CreatePlainClient("zh-CN");
        await client.SignInAsync($"merchant-{key}");
        return client;
    }

    /// <summary>The application has an agency, whose power of attorney comes later.</summary>
    private async Task OweAsync(Guid id)
    {
        await using var scope = factory.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseworkDbContext>();
        var application = await db.Applications.SingleAsync(a => a.Id == id);
        application.Save(application.Form with
        {
            Agency = new() { Name = "菏泽专利代理事务所", Code = "37999", AttorneyName = "陈正明", QualificationNumber = "3799900001", Phone = "0530-0000001" },
            OwedDocuments = [DocumentKind.PowerOfAttorney],
        }, "", application.SavedAt);
        await scope.ServiceProvider.GetRequiredService<OweDocuments>().FollowAsync(application, Actor.System(factory.Clock.GetUtcNow(), "test"), default);
        await db.SaveChangesAsync();
    }

    private static async Task<HttpResponseMessage> SupplyAsync(HttpClient client, Guid id, string name, byte[] bytes) => await client.SubmitAsync(
        await client.GetPageAsync($"/cases/{id}"), $"#document-{Power} form", [], ("Document.File", name, bytes, "application/pdf"));

    private async Task<Guid> PassedAsync(string key)
    {
        var task = await factory.FileAsync(key);
        await factory.PassAsync(task);
        return task.CaseId;
    }

    /// <summary>A number belongs to one application: each gets its own, with its check digit.</summary>
    private static string NextNumber()
    {
        var digits = $"2026307{Interlocked.Increment(ref _numbers):D5}";
        var sum = digits.Select((digit, at) => (digit - '0') * (2 + at % 8)).Sum() % 11;
        return sum == 10 ? $"{digits}.X" : $"{digits}.{sum}";
    }

    private async Task<Guid> FiledAsync(string key)
    {
        var id = await PassedAsync(key);
        var merchant = await factory.AddPersonAsync(Roles.Merchant, $"merchant-{key}");
        var filing = await factory.TaskAsync(id, RecordOfficeFiling.Task);
        await factory.DoAsync(merchant, [Roles.Merchant], (services, viewer, actor) => services.GetRequiredService<RecordOfficeFiling>().ExecuteAsync(
            filing.Id, NextNumber(), new DateOnly(2026, 11, 23), new DateOnly(2026, 11, 23), viewer, actor, default));
        await factory.RunProcessesAsync();
        await factory.TaskAsync(id, RecordFeePayment.Task);
        return id;
    }
}

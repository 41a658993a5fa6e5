using System.Net;
using IpCenter.Casework.Firms;
using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Examine;
using IpCenter.Web.Tests.Pages.Firms;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Tests.Pages.Recordals;

public sealed class RecordalTests(WebFactory factory) : IClassFixture<WebFactory>
{
    private const string Form = "form:has([name='Input.Outcome'])";

    [Fact]
    public async Task An_individual_business_with_a_doubtful_code_is_to_be_confirmed_not_refused()
    {
        var id = await AskAsync("doubtful", "92371721MA3RB5H870", FirmKind.IndividualBusiness);
        using var client = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");

        var page = await client.GetPageAsync($"/recordals/{id}");

        Assert.Equal(["主体类型", "统一社会信用代码", "营业执照", "非正常申请记录"], page.QuerySelectorAll(".criterion-Unknown strong").Select(e => e.Text()));
        Assert.Empty(page.QuerySelectorAll(".criterion-NotMet"));
        Assert.Contains("12425.cn 57324", page.QuerySelector(".criterion")!.Text(), StringComparison.Ordinal);
        Assert.Contains("校验位", page.QuerySelector(".bench-case")!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approving_sets_the_term_and_a_second_decision_is_told_of_the_first()
    {
        var id = await AskAsync("approved", "91371721MA3QK8T21U", FirmKind.Company);
        using var client = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");
        var page = await client.GetPageAsync($"/recordals/{id}");

        using var answer = await client.SubmitAsync(page, Form, new() { ["Input.Outcome"] = "Approved", ["Input.Settled[licence]"] = "Met" });
        using var second = await client.SubmitAsync(page, Form, new() { ["Input.Outcome"] = "Refused", ["Input.Reason"] = "重复" });

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Contains("已经处理过", (await second.ReadPageAsync()).QuerySelector(".error-summary")!.Text(), StringComparison.Ordinal);
        var recordal = await factory.WithDatabaseAsync(db => db.Recordals.SingleAsync(r => r.Id == id));
        Assert.Equal((RecordalStatus.Approved, new DateOnly(2029, 11, 23)), (recordal.Status, recordal.ValidUntil));
    }

    [Fact]
    public async Task A_refusal_states_its_reason()
    {
        var id = await AskAsync("refused", "91371721MA3T9W6C46", FirmKind.Company);
        using var client = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");
        var page = await client.GetPageAsync($"/recordals/{id}");

        using var answer = await client.SubmitAsync(page, Form, new() { ["Input.Outcome"] = "Refused" });

        Assert.Equal("true", (await answer.ReadPageAsync()).GetElementById("f-Input-Reason")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task What_the_officer_found_out_and_the_rules_as_they_stood_are_shown_to_the_firm()
    {
        var id = await AskAsync("explained", "91371721MA3PL5Q3XP", FirmKind.Company);
        var (owner, firm) = await OwnerAsync("explained-owner", id);
        using var officer = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");

        using var answer = await officer.SubmitAsync(
            await officer.GetPageAsync($"/recordals/{id}"), Form, new() { ["Input.Outcome"] = "Approved", ["Input.Settled[abnormal]"] = "Met", ["Input.Settled[licence]"] = "Met" });

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var rows = (await owner.GetPageAsync($"/firms/{firm}")).QuerySelectorAll("#assessment .criterion").ToList();
        Assert.Equal(8, rows.Count);
        Assert.All(rows, row => Assert.Contains("来源：", row.Text(), StringComparison.Ordinal));
        Assert.Contains("由经办人员核实", rows.Single(r => r.Text().Contains("非正常申请记录", StringComparison.Ordinal)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facts_of_which_sanction_rules_speak_are_shown_and_nothing_follows_by_itself()
    {
        var id = await AskAsync("conduct", "92371721MA3WD2K69E", FirmKind.Company);
        using var officer = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");

        var page = await officer.GetPageAsync($"/recordals/{id}");

        var conduct = page.QuerySelector("[aria-labelledby=conduct]")!.Text();
        Assert.Contains("没有出结果的预审", conduct, StringComparison.Ordinal);
        Assert.Contains("超过70%", conduct, StringComparison.Ordinal);
        Assert.Contains("系统只列事实", conduct, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suspension_is_answered_by_the_firm_and_lifted_by_an_officer()
    {
        var id = await AskAsync("suspended", "91371721AY4CL12THN", FirmKind.Company);
        var (owner, firm) = await OwnerAsync("suspended-owner", id);
        using var officer = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");
        (await officer.SubmitAsync(await officer.GetPageAsync($"/recordals/{id}"), Form, new() { ["Input.Outcome"] = "Approved", ["Input.Settled[licence]"] = "Met" })).Dispose();
        using var nameless = await officer.SubmitAsync(await officer.GetPageAsync($"/recordals/{id}"), Form, new() { ["Input.Outcome"] = "Suspended" });
        Assert.Contains("请写明理由", (await nameless.ReadPageAsync()).GetElementById("f-Input-Reason-error")!.Text(), StringComparison.Ordinal);
        (await officer.SubmitAsync(await officer.GetPageAsync($"/recordals/{id}"), Form, new() { ["Input.Outcome"] = "Suspended", ["Input.Reason"] = "登记地待核实" })).Dispose();

        var page = await owner.GetPageAsync($"/firms/{firm}");
        Assert.Contains("登记地待核实", page.QuerySelector("main")!.Text(), StringComparison.Ordinal);
        using var empty = await owner.SubmitAsync(page, "form:has([name='Input.Statement'])", []);
        Assert.EndsWith("请填写此项。", (await empty.ReadPageAsync()).GetElementById("f-Input-Statement-error")!.Text(), StringComparison.Ordinal);
        using var stated = await owner.SubmitAsync(page, "form:has([name='Input.Statement'])", new() { ["Input.Statement"] = "仍在本县登记" });
        Assert.Equal(HttpStatusCode.Found, stated.StatusCode);

        var bench = await officer.GetPageAsync($"/recordals/{id}");
        Assert.Contains("仍在本县登记", bench.QuerySelector(".bench-decision")!.Text(), StringComparison.Ordinal);
        using var lifted = await officer.SubmitAsync(bench, Form, new() { ["Input.Outcome"] = "Lifted", ["Input.Reason"] = "已核实" });
        Assert.Equal(HttpStatusCode.Found, lifted.StatusCode);
        Assert.Contains("备案有效", (await owner.GetPageAsync($"/firms/{firm}")).QuerySelector(".good")!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_renewal_asks_for_the_promise_alone_and_the_officer_sees_that_it_is_one()
    {
        var id = await AskAsync("renewing", "91371721MA3RB5H87G", FirmKind.Company);
        var (owner, firm) = await OwnerAsync("renewing-owner", id);
        await factory.WithDatabaseAsync(async db =>
        {
            var recordal = await db.Recordals.SingleAsync(r => r.Id == id);
            recordal.Decide(RecordalStatus.Approved, null, new DateOnly(2026, 12, 20), recordal.SubmittedBy, recordal.SubmittedAt);
            await db.SaveChangesAsync();
        });
        var form = await owner.GetPageAsync((await owner.GetPageAsync($"/firms/{firm}")).QuerySelector("a[href$='/renew']")!.GetAttribute("href")!);

        using var unpromised = await owner.SubmitAsync(form, "form:has([name='Input.Promised'])", []);
        using var wrong = await owner.SubmitAsync(form, "form:has([name='Input.Promised'])", new() { ["Input.Promised"] = "true", ["Input.Postcode"] = "27" });
        using var sent = await owner.SubmitAsync(form, "form:has([name='Input.Promised'])", new() { ["Input.Promised"] = "true" });

        Assert.EndsWith("请阅读并签署承诺。", (await unpromised.ReadPageAsync()).GetElementById("f-Input-Promised-error")!.Text(), StringComparison.Ordinal);
        Assert.NotNull((await wrong.ReadPageAsync()).QuerySelector("details[open] #f-Input-Postcode-error"));
        Assert.Equal(HttpStatusCode.Found, sent.StatusCode);
        Assert.Contains("原备案在有效期内继续有效", (await owner.GetPageAsync($"/firms/{firm}")).QuerySelector("main")!.Text(), StringComparison.Ordinal);
        using var officer = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");
        Assert.Contains("（续展）", (await officer.GetPageAsync("/recordals")).QuerySelector(".data-table")!.Text(), StringComparison.Ordinal);
    }

    /// <summary>The owner of the firm that asked, signed in.</summary>
    private async Task<(HttpClient Client, Guid Firm)> OwnerAsync(string userName, Guid recordal)
    {
        var firm = await factory.WithDatabaseAsync(db => db.Recordals.Where(r => r.Id == recordal).Select(r => r.FirmId).SingleAsync());
        var (client, _) = await factory.AddColleagueAsync(userName, firm, FirmPower.Govern);
        return (client, firm);
    }

    private async Task<Guid> AskAsync(string key, string code, FirmKind kind)
    {
        var id = ExaminationCentre.IdOf($"asked:{key}");
        var merchant = await factory.AddPersonAsync(Roles.Merchant);
        await factory.WithDatabaseAsync(async db =>
        {
            var firm = ExaminationCentre.IdOf($"asking:{key}");
            db.Firms.Add(new Firm
            {
                Id = firm,
                Name = $"曹县{key}商行",
                CreditCode = code,
                Kind = kind,
                Address = "山东省菏泽市曹县大集镇1号",
                Postcode = "274400",
                PlaceCode = "371721",
                ContactName = "赵彩霞",
                ContactPhone = "0530-0000000",
                CreatedAt = factory.Clock.GetUtcNow(),
            });
            db.Recordals.Add(new Recordal
            {
                Id = id,
                FirmId = firm,
                SubmittedAt = factory.Clock.GetUtcNow(),
                SubmittedBy = merchant.Id,
                Business = "汉服网上销售",
                Classes = ["02-02"],
                PromisedAt = factory.Clock.GetUtcNow(),
            });
            await db.SaveChangesAsync();
        });
        return id;
    }
}

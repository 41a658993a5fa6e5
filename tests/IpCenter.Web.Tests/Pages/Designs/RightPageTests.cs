using System.Net;
using IpCenter.Casework.Designs;
using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Apply;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Tests.Pages.Designs;

public sealed class RightPageTests(WebFactory factory) : IClassFixture<WebFactory>
{
    [Fact]
    public async Task An_owner_sees_the_next_fee_and_records_its_payment_with_proof()
    {
        var (client, firm, _) = await factory.SignedInWithFirmAsync("fees-owner", "91371721AY4CL12THN");
        var id = await factory.AddRightAsync("ZL202530500011.3", firm);

        var list = await client.GetPageAsync("/designs");
        Assert.Contains("2026年12月11日", list.QuerySelector(".data-table")!.Text());
        Assert.Contains("600 元", list.QuerySelector(".data-table")!.Text());
        var page = await client.GetPageAsync($"/designs/{id}");
        Assert.Contains("专利法实施细则（2023）第115条", page.QuerySelector(".fee-next .deadline-why")!.Text());

        var answers = new Dictionary<string, string?> { ["Input.PaidOn"] = "2026-11-20", ["Input.AmountCny"] = "599", ["Input.ReceiptNumber"] = "2026-1" };
        using var refused = await client.SubmitAsync(page, "form:has([name='Input.ReceiptNumber'])", answers);
        var again = await refused.ReadPageAsync();
        Assert.Contains("这一天应缴 600 元", again.QuerySelector("#f-Input-AmountCny-error")!.Text());
        Assert.Contains("请填写此项", again.QuerySelector("#f-Input-Proof-error")!.Text());
        answers["Input.AmountCny"] = "600";
        using var paid = await client.SubmitAsync(again, "form:has([name='Input.ReceiptNumber'])", answers, ("Input.Proof", "receipt.pdf", RegisteredRights.Pdf, "application/pdf"));

        Assert.Equal(HttpStatusCode.Found, paid.StatusCode);
        var after = await client.GetPageAsync($"/designs/{id}");
        Assert.Contains("第 3 年度", after.QuerySelector(".fee-next")!.Text());
        using var proof = await client.GetAsync(after.QuerySelector("a[href*='/documents/']")!.GetAttribute("href"));
        Assert.Equal((HttpStatusCode.OK, "attachment"), (proof.StatusCode, proof.Content.Headers.ContentDisposition!.DispositionType));
        using var csv = await client.GetAsync("/designs/fees.csv");
        Assert.Contains("ZL202530500011.3,木质首饰盒,曹县测试服饰有限公司,有效,3,2027-12-13", await csv.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_right_is_not_there_for_strangers()
    {
        var (client, _, _) = await factory.SignedInWithFirmAsync("stranger", "91371721MA3T9W6C46");
        var id = await factory.AddRightAsync("ZL202530500012.8", null);

        foreach (var address in new[] { $"/designs/{id}", $"/designs/{id}/change", $"/designs/{id}/documents/{id}" })
        {
            using var answer = await client.GetAsync(address);
            Assert.Equal((address, HttpStatusCode.NotFound), (address, answer.StatusCode));
        }
        using var queue = await client.GetAsync("/designs/changes");
        Assert.Contains("/access-denied", queue.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_transfer_is_sent_in_confirmed_and_gives_the_right_to_the_new_owners_people()
    {
        var (owner, firm, _) = await factory.SignedInWithFirmAsync("old-owner", "91371721MA3QK8T21U");
        var (buyer, _, _) = await factory.SignedInWithFirmAsync("new-owner", "92371721MA3RB5H87D");
        var id = await factory.AddRightAsync("ZL202530500013.2", firm);
        var answers = new Dictionary<string, string?>
        {
            ["Input.NewOwner"] = "曹县小舞星演出服饰店",
            ["Input.NewOwnerCode"] = "92371721MA3RB5H87D",
            ["Input.EffectiveOn"] = "2026-11-02",
            ["Input.DocumentNumber"] = "手续合格 1",
            ["Input.DocumentOn"] = "2026-11-02",
        };

        using var without = await owner.SubmitAsync(await owner.GetPageAsync($"/designs/{id}/change?kind=Transferred"), "form:has([name='Input.NewOwner'])", answers);
        var refused = await without.ReadPageAsync();
        Assert.Equal("曹县小舞星演出服饰店", refused.QuerySelector("[name='Input.NewOwner']")!.GetAttribute("value"));
        Assert.Contains("请填写此项", refused.QuerySelector("#f-Input-File-error")!.Text());
        using var sent = await owner.SubmitAsync(refused, "form:has([name='Input.NewOwner'])", answers, ("Input.File", "contract.pdf", RegisteredRights.Pdf, "application/pdf"));
        Assert.Equal($"/designs/{id}", sent.Headers.Location!.ToString().Replace("http://localhost", "", StringComparison.Ordinal));
        Assert.Contains("等待中心确认", (await owner.GetPageAsync($"/designs/{id}")).QuerySelector("main")!.Text());

        using var examiner = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");
        var proposal = await factory.WithDatabaseAsync(db => db.RightProposals.Where(p => p.DesignId == id).Select(p => p.Id).SingleAsync());
        using var confirmed = await examiner.SubmitAsync(await examiner.GetPageAsync($"/designs/changes/{proposal}"), "form:has([name='Input.DocumentNumber'])", []);

        Assert.Equal(HttpStatusCode.Found, confirmed.StatusCode);
        Assert.Equal(RightEntryKind.Transferred, Assert.Single(await factory.EntriesAsync(id)).Kind);
        Assert.Contains("曹县小舞星演出服饰店", (await buyer.GetPageAsync($"/designs/{id}")).QuerySelector(".page-lead")!.Text());
        using var gone = await owner.GetAsync($"/designs/{id}");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task The_calendar_opens_by_the_address_that_is_told_once_and_closes_when_it_is_revoked()
    {
        var (client, firm, _) = await factory.SignedInWithFirmAsync("calendar-owner", "92371721MA3WD2K69E");
        await factory.AddRightAsync("ZL202530500014.7", firm);
        using var made = await client.SubmitAsync(await client.GetPageAsync("/designs"), "form:has([name=_handler][value=calendar])", []);
        var address = (await made.ReadPageAsync()).QuerySelector("#calendar-address")!.GetAttribute("value")!;

        using var visitor = factory.CreatePlainClient("zh-CN");
        using var read = await visitor.GetAsync(address);
        var text = await read.Content.ReadAsStringAsync();
        Assert.Equal("text/calendar", read.Content.Headers.ContentType!.MediaType);
        Assert.Contains("DTSTART;VALUE=DATE:20261211", text);
        Assert.DoesNotContain(address, (await client.GetPageAsync("/designs")).DocumentElement.OuterHtml);

        using var revoked = await client.SubmitAsync(await client.GetPageAsync("/designs"), "form:has([name=_handler][value=revoke])", []);
        using var closed = await visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, closed.StatusCode);
    }

    [Fact]
    public async Task A_lapsed_right_is_shown_as_none_to_act_on()
    {
        const string Number = "ZL202530500015.1";
        var id = await factory.AddRightAsync(Number, null);
        using var examiner = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");

        var form = await examiner.GetPageAsync($"/designs/{id}/change?kind=Lapsed");
        var answers = new Dictionary<string, string?> { ["Input.EffectiveOn"] = "2025-12-30", ["Input.DocumentNumber"] = "终止 1", ["Input.DocumentOn"] = "2026-11-02" };
        using var early = await examiner.SubmitAsync(form, "form:has([name='Input.DocumentNumber'])", answers);
        Assert.Contains("不能早于授权公告日 2025-12-31", (await early.ReadPageAsync()).QuerySelector("#f-Input-EffectiveOn-error")!.Text());
        answers["Input.EffectiveOn"] = "2026-10-01";
        using var saved = await examiner.SubmitAsync(form, "form:has([name='Input.DocumentNumber'])", answers);

        using var visitor = factory.CreatePlainClient("en");
        var page = await visitor.GetPageAsync($"/register/{Number}");
        Assert.Contains("Nobody can act on it", page.QuerySelector(".standing-ended")!.Text());
        Assert.Contains("Recorded by the centre", page.QuerySelector(".right-history")!.Text());
    }
}

using System.Net;
using IpCenter.Casework.Firms;
using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Examine;
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

        Assert.Equal(2, page.QuerySelectorAll(".remark-warn").Length);
        Assert.Empty(page.QuerySelectorAll(".remark-block"));
        Assert.Contains("校验位", page.QuerySelector(".bench-case")!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approving_sets_the_term_and_a_second_decision_is_told_of_the_first()
    {
        var id = await AskAsync("approved", "91371721MA3QK8T21U", FirmKind.Company);
        using var client = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");
        var page = await client.GetPageAsync($"/recordals/{id}");

        using var answer = await client.SubmitAsync(page, Form, new() { ["Input.Outcome"] = "Approved" });
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

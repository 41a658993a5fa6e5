using System.Net;
using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Apply;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Tests.Pages.Report;

public sealed class ReportPageTests(WebFactory factory) : IClassFixture<WebFactory>
{
    [Fact]
    public async Task The_reporter_sees_its_own_match_hashes_and_clocks_but_no_strangers_design_and_no_original()
    {
        var (client, firm, person) = await factory.SignedInWithFirmAsync("owner-page");
        var report = await factory.ReportAsync(person, firm);
        await factory.AddMatchAsync(report, firm, person, "ZL202630000003.8");
        var (other, stranger) = await factory.AddMerchantAsync("stranger-page", "91371721MA3T9W6C46");
        await factory.AddMatchAsync(report, other, stranger, "ZL202630000004.2", seed: 2);

        var page = await client.GetPageAsync($"/reports/{report}");

        Assert.Contains("ZL202630000003.8", page.Body!.Text());
        Assert.DoesNotContain("ZL202630000004.2", page.Body!.Text());
        Assert.NotNull(page.QuerySelector(".match-pair .compare-box rect"));
        Assert.Equal(64, page.QuerySelector(".evidence-list .hash")!.Text().Length);
        Assert.NotNull(page.QuerySelector(".clocks"));
        Assert.Null(page.QuerySelector("a[href$='evidence.zip']"));
        using var zip = await client.GetAsync($"/reports/{report}/evidence.zip");
        Assert.Equal(HttpStatusCode.NotFound, zip.StatusCode);
    }

    [Fact]
    public async Task For_everybody_else_a_report_does_not_exist()
    {
        var (_, firm, person) = await factory.SignedInWithFirmAsync("owner-secret", "92371721MA3RB5H87D");
        var report = await factory.ReportAsync(person, firm);
        using var examiner = await factory.SignedInAsAsync(Roles.Examiner);
        using var procurator = await factory.SignedInAsAsync(Roles.Procurator);

        foreach (var client in (HttpClient[])[examiner, procurator])
        {
            using var answer = await client.GetAsync($"/reports/{report}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Staff_export_the_evidence_as_an_attachment_and_find_it_in_the_chain_of_custody()
    {
        var (_, firm, person) = await factory.SignedInWithFirmAsync("owner-export", "91371721MA00000017");
        var report = await factory.ReportAsync(person, firm);
        using var officer = await factory.SignedInAsAsync(Roles.RightsOfficer, "en");

        using var zip = await officer.GetAsync($"/reports/{report}/evidence.zip");

        Assert.Equal("attachment", zip.Content.Headers.ContentDisposition!.DispositionType);
        var page = await officer.GetPageAsync($"/reports/{report}");
        Assert.Contains("Exported", page.QuerySelector("details .data-table")!.Text());
    }

    [Fact]
    public async Task The_reporter_withdraws_with_a_reason()
    {
        var (client, firm, person) = await factory.SignedInWithFirmAsync("owner-withdraws", "91371721MA00000025");
        var report = await factory.ReportAsync(person, firm);
        var page = await client.GetPageAsync($"/reports/{report}");

        using var without = await client.SubmitAsync(page, "form:has([name='Withdrawal.Reason'])", []);
        Assert.NotNull((await without.ReadPageAsync()).QuerySelector("#f-Withdrawal-Reason-error"));
        using var answer = await client.SubmitAsync(page, "form:has([name='Withdrawal.Reason'])", new() { ["Withdrawal.Reason"] = "已与对方谈妥" });

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("Closed", await factory.StageAsync(report));
        Assert.Equal("withdrawn", await factory.WithDatabaseAsync(db => db.Cases.Where(c => c.Id == report).Select(c => c.Outcome).SingleAsync()));
    }
}

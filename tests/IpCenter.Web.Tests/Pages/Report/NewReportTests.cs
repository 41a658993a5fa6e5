using System.Net;
using IpCenter.Testing;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Apply;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Tests.Pages.Report;

public sealed class NewReportTests(WebFactory factory) : IClassFixture<WebFactory>
{
    private const string Form = "form[data-report]";

    private static readonly (string, string, byte[], string) Good = ("Input.Files", "直播间.png", Pictures.Screenshot(1), "image/png");

    [Fact]
    public async Task A_shared_text_and_a_screenshot_are_enough_and_lead_to_the_receipt()
    {
        var (client, firm, _) = await factory.SignedInWithFirmAsync("reporter-five");
        var page = await client.GetPageAsync("/report/new");

        using var answer = await client.SubmitAsync(page, Form, Shared(), Good);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var receipt = await client.GetPageAsync(answer.Address());
        Assert.StartsWith("CX-R-2026-", receipt.QuerySelector(".receipt-number")!.Text(), StringComparison.Ordinal);
        Assert.Contains("2026年11月23日", receipt.Body!.Text());
        var report = await factory.WithDatabaseAsync(db => db.InfringementReports.SingleAsync(r => r.FirmId == firm));
        Assert.Equal(("douyin", "https://v.douyin.com/iRNBho5k", "大集汉服源头厂"), (report.Platform, report.LinkOrRoom, report.Account));
        Assert.Equal(WebFactory.Start, report.SeenAt);
    }

    [Fact]
    public async Task A_bad_file_is_named_at_its_field_and_the_good_one_is_kept_for_the_next_try()
    {
        var (client, firm, _) = await factory.SignedInWithFirmAsync("reporter-bad-file", "91371721MA3T9W6C46");
        var page = await client.GetPageAsync("/report/new");

        using var answer = await client.SubmitAsync(page, Form, Shared(), Good, ("Input.Files", "notes.txt", "not a picture"u8.ToArray(), "text/plain"));

        var again = await answer.ReadPageAsync();
        Assert.Contains("notes.txt", again.QuerySelector("#f-Input-Files-error")!.Text());
        Assert.Contains("直播间.png", again.QuerySelector("[data-shots]")!.Text());
        using var second = await client.SubmitAsync(again, Form, []);
        Assert.Equal(HttpStatusCode.Found, second.StatusCode);
        var report = await factory.WithDatabaseAsync(db => db.InfringementReports.SingleAsync(r => r.FirmId == firm));
        Assert.Equal(1, await factory.WithDatabaseAsync(db => db.EvidenceItems.CountAsync(e => e.CaseId == report.Id)));
    }

    [Fact]
    public async Task What_is_missing_is_told_at_each_field()
    {
        var (client, _, _) = await factory.SignedInWithFirmAsync("reporter-empty", "92371721MA3RB5H87D");
        var page = await client.GetPageAsync("/report/new");

        using var answer = await client.SubmitAsync(page, Form, []);

        var again = await answer.ReadPageAsync();
        foreach (var field in (string[])["LinkOrRoom", "Platform", "Files", "DeclaredTrue"])
            Assert.True(again.QuerySelector($"#f-Input-{field}-error") is not null, $"{field} shows no error: {again.QuerySelector(".error-summary")?.Text()}");
    }

    [Fact]
    public async Task The_own_design_is_chosen_by_its_picture_and_another_firms_design_is_not_offered()
    {
        var (client, firm, person) = await factory.SignedInWithFirmAsync("reporter-design", "91371721MA00000017");
        var design = await factory.PublishAsync(firm, person, "ZL202630000001.5");
        var (other, stranger) = await factory.AddMerchantAsync("reporter-stranger", "91371721MA00000025");
        var foreign = await factory.PublishAsync(other, stranger, "ZL202630000002.X", seed: 2);

        var page = await client.GetPageAsync("/report/new");

        Assert.NotNull(page.QuerySelector($"input[value='{design}'] ~ label img"));
        Assert.Null(page.QuerySelector($"input[value='{foreign}']"));
    }

    [Fact]
    public async Task Without_a_firm_the_page_says_what_to_do()
    {
        using var client = await factory.SignedInAsAsync(IpCenter.Casework.People.Roles.Merchant, "zh-CN");

        Assert.Contains("备案", (await client.GetPageAsync("/report/new")).QuerySelector(".empty-state")!.Text());
    }

    private static Dictionary<string, string?> Shared() => new()
    {
        ["Input.LinkOrRoom"] = "3:/ 【大集汉服源头厂】正在直播，打开【抖音】，直接观看直播！ https://v.douyin.com/iRNBho5k/",
        ["Input.DeclaredTrue"] = "true",
    };
}

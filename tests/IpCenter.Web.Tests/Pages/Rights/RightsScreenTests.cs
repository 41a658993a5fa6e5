using IpCenter.Casework.Infringements;
using IpCenter.Casework.People;
using IpCenter.Testing;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Apply;
using IpCenter.Web.Tests.Pages.Examine;
using IpCenter.Web.Tests.Pages.Report;
using Microsoft.Playwright;

namespace IpCenter.Web.Tests.Pages.Rights;

/// <summary>A copy in a livestream in a real browser: the merchant on a phone, the officer and the procurator at a desk.</summary>
[Collection(Browser.Collection)]
public sealed class RightsScreenTests(Browser browser, BrowserFactory factory) : IClassFixture<BrowserFactory>
{
    [Theory]
    [InlineData(390, "zh-CN", "91371721MA3QK8T21U")]
    [InlineData(1366, "en", "91371721MA3T9W6C46")]
    public async Task A_copy_is_reported_triaged_and_put_before_the_procurators(int width, string language, string creditCode)
    {
        var (firm, person) = await factory.AddMerchantAsync($"copied-{language}", creditCode);
        await factory.PublishAsync(firm, person, $"ZL20263000001{width % 10}.5");
        var page = await browser.OpenAsync(factory, width, language);
        await page.SignInAsync(person.UserName!);
        await LookAsync(page, "/report/new", $"report-new-{language}");
        await page.ClickAsync("form[data-report] .btn-lg");
        await LookAsync(page, null, $"report-errors-{language}");
        await page.SetInputFilesAsync("[name='Input.Files']", new FilePayload { Name = "直播间.png", MimeType = "image/png", Buffer = Pictures.Screenshot(1) });
        await page.WaitForSelectorAsync("[data-shots] [name='Input.Remove']");
        await page.FillAsync("[name='Input.LinkOrRoom']", "【大集汉服源头厂】正在直播，打开【抖音】，直接观看直播！ https://v.douyin.com/iRNBho5k/");
        await page.CheckAsync("[name='Input.DeclaredTrue']");
        await page.ClickAsync("form[data-report] .btn-lg");
        await page.WaitForSelectorAsync(".receipt-number");
        await LookAsync(page, null, $"report-receipt-{language}");
        var report = Guid.Parse(new Uri(page.Url).Segments[2].TrimEnd('/'));
        await factory.TriageTaskAsync(report);
        await factory.AddMatchAsync(report, firm, person, $"ZL20263000002{width % 10}.5");
        await LookAsync(page, $"/reports/{report}", $"report-{language}");
        await LookAsync(page, "/reports", $"reports-{language}");

        var officer = await factory.AddPersonAsync(Roles.RightsOfficer);
        var desk = await browser.OpenAsync(factory, width, language);
        await desk.SignInAsync(officer.UserName!);
        await LookAsync(desk, "/rights", $"rights-{language}");
        await LookAsync(desk, $"/rights/{(await factory.TriageTaskAsync(report)).Id}", $"rights-triage-{language}");
        await factory.RouteAsync(report, "urgent");
        await LookAsync(desk, $"/reports/{report}", $"report-staff-{language}");

        var procurator = await factory.AddPersonAsync(Roles.Procurator);
        var inbox = await browser.OpenAsync(factory, width, language);
        await inbox.SignInAsync(procurator.UserName!);
        await LookAsync(inbox, "/procurator", $"procurator-{language}");
        await LookAsync(inbox, $"/procurator/{(await factory.TaskAsync(report, AnswerAlert.Task)).Id}", $"procurator-answer-{language}");

        var second = await factory.ReportAsync(person, firm, seed: 3);
        await factory.RouteAsync(second, "platform");
        await LookAsync(desk, $"/rights/{(await factory.TaskAsync(second, "SignPlatformNotice")).Id}/notice", $"rights-notice-{language}");
        var third = await factory.ReportAsync(person, firm, seed: 6);
        await factory.RouteAsync(third, "mediation");
        await LookAsync(desk, $"/tasks/{(await factory.TaskAsync(third, "Mediate")).Id}", $"task-{language}");
    }

    private static async Task LookAsync(IPage page, string? address, string name)
    {
        if (address is not null)
            await page.GotoAsync(address);
        await page.ScreenshotAsync(name);
        await page.AssertAccessibleAsync();
    }
}

using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Apply;
using IpCenter.Web.Tests.Pages.Examine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace IpCenter.Web.Tests.Journeys;

/// <summary>
/// The main job by hand and eye, nothing prepared but people and a recorded firm: an application filed from a phone is examined,
/// granted and published; then its copy is seen in a livestream, reported from the phone, and sent to the court that may hear it.
/// </summary>
[Collection(Browser.Collection)]
public sealed class MainJobTests(Browser browser, BrowserFactory factory) : IClassFixture<BrowserFactory>
{
    private const string Design = "skirt-01", Screenshot = "live-02", OfficeNumber = "202630765432.5";

    private IPage _phone = null!;

    [Fact]
    public async Task A_design_is_filed_granted_published_copied_and_brought_to_court()
    {
        var (_, merchant) = await factory.AddMerchantAsync("wang-xiuyun");
        _phone = await browser.OpenAsync(factory, 390);
        await _phone.SignInAsync(merchant.UserName!);

        var application = await FileAsync();
        await PassAsync(application);
        await GoThroughTheOfficeAsync(application);
        await FindInTheRegisterAsync();

        var report = await ReportAsync();
        var referral = await RouteToCourtAsync(report);
        await AcceptAsync(referral);

        await LookAsync(_phone, $"/reports/{report}", "journey-8-merchant-sees-the-court");
        await Assertions.Expect(_phone.Locator("main")).ToContainTextAsync("（2026）鲁17知民初1号");
        Assert.Empty(Browser.ErrorsOf(_phone));
    }

    private async Task<Guid> FileAsync()
    {
        await _phone.DescribeAsync("马面裙", "用于日常穿着", "02-02");
        foreach (var position in DemoPictures.Positions)
            await _phone.UploadAsync(position, DemoPictures.View(Design, position));
        await LookAsync(_phone, null, "journey-1-views");
        var number = await _phone.FinishAsync("王秀云");
        Assert.Matches(@"^CX-D-2026-\d{5}$", number);
        await LookAsync(_phone, null, "journey-2-receipt");
        return await factory.WithDatabaseAsync(db => db.Cases.Where(c => c.Number == number).Select(c => c.Id).SingleAsync());
    }

    /// <summary>The examiner works with the keyboard alone.</summary>
    private async Task PassAsync(Guid application)
    {
        await factory.TaskAsync(application, "Examine");
        var desk = await OpenAsync(Roles.Examiner);
        await desk.GotoAsync("/examine");
        await desk.Keyboard.PressAsync("j");
        await desk.Keyboard.PressAsync("Enter");
        await desk.WaitForURLAsync("**/examine/*-*");
        await LookAsync(desk, null, "journey-3-workbench");
        await desk.Keyboard.PressAsync("1");
        await desk.FocusAsync("button[value=preview]");
        await desk.Keyboard.PressAsync("Enter");
        await Assertions.Expect(desk.Locator(".letter")).ToContainTextAsync("预审合格");
        // Keys work once the page's scripts have run.
        await desk.WaitForLoadStateAsync();
        await desk.Keyboard.PressAsync("1");
        await desk.WaitForURLAsync("**/examine");
        await factory.RunProcessesAsync();
        if (await factory.WithDatabaseAsync(db => db.WorkItems.FirstOrDefaultAsync(w => w.CaseId == application && w.Name == "SecondReading")) is not { } drawn)
            return;
        var reader = await OpenAsync(Roles.Reviewer);
        await reader.GotoAsync($"/quality/{drawn.Id}");
        await reader.CheckAsync("[name='Input.Outcome'][value=confirm]");
        await reader.ClickAsync("form:has([name='Input.Outcome']) .btn-primary");
        await reader.WaitForURLAsync("**/quality");
    }

    private async Task GoThroughTheOfficeAsync(Guid application)
    {
        await factory.TaskAsync(application, "FileAtOffice");
        await LookAsync(_phone, $"/cases/{application}", "journey-4-to-file-at-the-office");
        await _phone.FillAsync("[name='Input.OfficeNumber']", OfficeNumber);
        await _phone.FillAsync("[name='Input.FiledOn']", "2026-11-23");
        await _phone.FillAsync("[name='Input.AcceptedOn']", "2026-11-23");
        await SendAsync(_phone, "[name='Input.OfficeNumber']");
        await factory.TaskAsync(application, "PayFilingFee");
        await _phone.GotoAsync($"/cases/{application}");
        await LookAsync(_phone, $"/cases/{application}", "journey-4-to-pay");
        await _phone.FillAsync("[name='Input.PaidOn']", "2026-11-23");
        await _phone.SetInputFilesAsync("[name='Input.Proof']", new FilePayload { Name = "缴费凭证.pdf", MimeType = "application/pdf", Buffer = IpCenter.Testing.Papers.Pdf("paid") });
        await SendAsync(_phone, "[name='Input.PaidOn']");

        var desk = await OpenAsync(Roles.Examiner);
        await desk.GotoAsync($"/office/{(await factory.TaskAsync(application, "MarkFastTrack")).Id}");
        await desk.CheckAsync("[value=marked]");
        await SendAsync(desk, "[value=marked]");
        await desk.GotoAsync($"/office/{(await factory.TaskAsync(application, "RecordOfficeDecision")).Id}");
        await desk.CheckAsync("[value=granted]");
        await desk.FillAsync("[name='Input.PatentNumber']", $"ZL{OfficeNumber}");
        await desk.FillAsync("[name='Input.AnnouncedOn']", "2026-11-23");
        await desk.ClickAsync("button[value=preview]");
        await Assertions.Expect(desk.Locator(".letter")).ToContainTextAsync($"ZL{OfficeNumber}");
        await desk.RunAndWaitForResponseAsync(
            () => desk.ClickAsync("button[value=confirm]"), response => response.Request.IsNavigationRequest && response.Request.Method == "GET");
        await factory.RunProcessesAsync();
    }

    /// <summary>Anybody, without signing in: by words, and by a picture of their own.</summary>
    private async Task FindInTheRegisterAsync()
    {
        var anybody = await browser.OpenAsync(factory, 390);
        await anybody.UntilAsync("/register?q=马面裙", $"ZL{OfficeNumber}");
        await anybody.ClickAsync($"main a[href='/register/ZL{OfficeNumber}']");
        await LookAsync(anybody, null, "journey-5-register");
        await anybody.GotoAsync("/register/by-picture");
        await anybody.SetInputFilesAsync("[name=picture]", DemoPictures.Livestream(Screenshot));
        await anybody.ClickAsync("form:has([name=picture]) button");
        await Assertions.Expect(anybody.Locator(".register-hit").First).ToContainTextAsync($"ZL{OfficeNumber}");
    }

    private async Task<Guid> ReportAsync()
    {
        await _phone.GotoAsync("/mine");
        await _phone.ClickAsync("main a.btn[href='/report/new']");
        await _phone.WaitForURLAsync("**/report/new*");
        await _phone.SetInputFilesAsync("[name='Input.Files']", DemoPictures.Livestream(Screenshot));
        await _phone.WaitForSelectorAsync("[data-shots] [name='Input.Remove']");
        await _phone.FillAsync("[name='Input.LinkOrRoom']", "【裙裳优选】正在直播，打开【抖音】，直接观看直播！ https://v.douyin.com/iRNBho5k/");
        await _phone.CheckAsync("[name='Input.DeclaredTrue']");
        await _phone.ClickAsync("form[data-report] .btn-lg");
        await _phone.WaitForSelectorAsync(".receipt-number");
        await LookAsync(_phone, null, "journey-6-report-receipt");
        return Guid.Parse(new Uri(_phone.Url).Segments[2].TrimEnd('/'));
    }

    /// <summary>The officer sees what the search found in the screenshot, decides, and confirms the proposed court.</summary>
    private async Task<Guid> RouteToCourtAsync(Guid report)
    {
        var triage = await factory.TaskAsync(report, "Triage");
        var desk = await OpenAsync(Roles.RightsOfficer);
        await LookAsync(desk, $"/rights/{triage.Id}", "journey-7-triage");
        await Assertions.Expect(desk.Locator("main")).ToContainTextAsync($"ZL{OfficeNumber}");
        await desk.ClickAsync("[name='Judge.Relevant']");
        await Assertions.Expect(desk.Locator("[name='Judge.Relevant']").First).ToHaveAttributeAsync("aria-pressed", "true");
        await desk.CheckAsync("[name='Input.Outcome'][value=court]");
        await desk.FillAsync("[name='Input.Reason']", "整体视觉效果相同，对方重复上架，建议直接诉讼。");
        await SendAsync(desk, "[name='Input.Outcome']");
        await factory.RunProcessesAsync();

        var referral = await factory.WithDatabaseAsync(db => db.InfringementReports.Where(r => r.Id == report).Select(r => r.ReferralId).SingleAsync());
        await desk.GotoAsync($"/referrals/{referral}");
        await desk.FillAsync("[name='Input.AmountYuan']", "200000");
        await desk.FillAsync("[name='Input.DefendantName']", "裙裳优选经营者");
        await desk.FillAsync("[name='Input.DefendantPlace']", "371721");
        await SendAsync(desk, "[name='Input.DefendantName']");
        await factory.RunProcessesAsync();
        await LookAsync(desk, $"/referrals/{referral}", "journey-7-venue");
        await desk.CheckAsync("[name='Input.Outcome'][value=confirmed]");
        await SendAsync(desk, "[name='Input.CourtId']");
        return referral!.Value;
    }

    /// <summary>A clerk of that court accepts; a clerk of another court does not even see it.</summary>
    private async Task AcceptAsync(Guid referral)
    {
        await factory.RunProcessesAsync();
        var court = await factory.WithDatabaseAsync(db => db.Referrals.Where(r => r.Id == referral).Select(r => r.CourtId).SingleAsync());
        Assert.Equal("heze-intermediate", court);
        var stranger = await OpenAsync(Roles.CourtClerk, courtId: "chengwu");
        Assert.Equal(404, (await stranger.GotoAsync($"/referrals/{referral}"))!.Status);

        var clerk = await OpenAsync(Roles.CourtClerk, courtId: court);
        await clerk.GotoAsync("/court");
        await clerk.ClickAsync($"main a[href='/referrals/{referral}']");
        await LookAsync(clerk, null, "journey-8-court");
        var original = await clerk.RunAndWaitForDownloadAsync(() => clerk.ClickAsync("section:has(#dossier) a[href*='/evidence/']"));
        Assert.Equal(DemoPictures.Livestream(Screenshot).Buffer, await File.ReadAllBytesAsync(await original.PathAsync()));
        await clerk.CheckAsync("[value=accept]");
        await clerk.FillAsync("[name='Input.CaseNumber']", "（2026）鲁17知民初1号");
        await clerk.FillAsync("[name='Input.HearingOn']", "2026-12-15");
        await SendAsync(clerk, "[name='Input.CaseNumber']");
        await factory.RunProcessesAsync();
    }

    private async Task<IPage> OpenAsync(string role, string? courtId = null)
    {
        var person = await factory.AddPersonAsync(role, $"journey-{role}-{courtId}", courtId: courtId);
        var page = await browser.OpenAsync(factory);
        await page.SignInAsync(person.UserName!);
        return page;
    }

    /// <summary>Presses the main button of the form that holds the field, and waits for what follows.</summary>
    private static async Task SendAsync(IPage page, string field)
    {
        await page.RunAndWaitForResponseAsync(
            () => page.ClickAsync($"form:has({field}) button.btn[type=submit] >> nth=-1"),
            response => response.Request.IsNavigationRequest && response.Request.Method == "GET");
        await page.WaitForLoadStateAsync();
        await Assertions.Expect(page.Locator(".error-summary")).ToHaveCountAsync(0);
    }

    private static async Task LookAsync(IPage page, string? address, string name)
    {
        if (address is not null)
            await page.GotoAsync(address);
        await page.ScreenshotAsync(name);
        await page.AssertAccessibleAsync();
    }
}

using IpCenter.Casework.People;
using IpCenter.Testing;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Apply;
using IpCenter.Web.Tests.Pages.Examine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace IpCenter.Web.Tests.Journeys;

/// <summary>
/// A working day of each role, on the phone in Chinese and at the desk in English: what each one does, sees, and must not see. What
/// does not depend on the width or the language is done once.
/// </summary>
[Collection(Browser.Collection)]
public sealed class RoleJourneyTests(Browser browser, BrowserFactory factory) : IClassFixture<BrowserFactory>
{
    [Theory]
    [InlineData(390, "zh-CN", "91371721MA3QK8T21U", "202630765432.5")]
    [InlineData(1366, "en", "91371721MA3T9W6C46", "202630765433.X")]
    public async Task A_merchant_files_corrects_and_proves_the_payment_and_an_examiner_decides(int width, string language, string creditCode, string officeNumber)
    {
        var (_, person) = await factory.AddMerchantAsync($"day-merchant-{width}", creditCode);
        var merchant = await OpenAsync(person, width, language);
        var application = await FileAsync(merchant, $"day-merchant-{width}-{language}");
        Assert.True(await IsClosedAsync(merchant, "/examine"));
        Assert.True(await IsClosedAsync(merchant, "/supervise"));

        var examiner = await OpenAsync(await factory.AddPersonAsync(Roles.Examiner), width, language);
        await DecideAsync(examiner, application, "correct", "设计要点请写明在于形状还是图案。", points: "请写明设计要点。");
        Assert.True(await IsClosedAsync(examiner, "/supervise/staff"));
        Assert.True(await IsClosedAsync(examiner, $"/apply/{application}/product"));

        await factory.TaskAsync(application, "CorrectDefects");
        await merchant.GotoAsync("/notices");
        await LookAsync(merchant, $"day-notices-{language}");
        await merchant.ClickAsync("form:has([name='Input.Notice']) .btn-primary >> nth=0");
        await merchant.WaitForLoadStateAsync();
        Assert.NotNull(await factory.WithDatabaseAsync(db => db.Notices.Where(n => n.CaseId == application && n.AcknowledgeBy != null).Select(n => n.AcknowledgedAt).FirstAsync()));
        await merchant.GotoAsync($"/cases/{application}");
        await LookAsync(merchant, $"day-correction-{language}");
        await merchant.GotoAsync($"/apply/{application}/check");
        await merchant.FillAsync("[name='Input.Answer']", "已写明设计要点。");
        await merchant.ClickAsync("form:has([name='Input.Answer']) .btn-lg");
        await merchant.WaitForURLAsync($"**/cases/{application}");

        await factory.RunProcessesAsync();
        await DecideAsync(examiner, application, "pass");
        await ReadAgainAsync(application);
        await factory.TaskAsync(application, "FileAtOffice");
        await merchant.GotoAsync($"/cases/{application}");
        await merchant.FillAsync("[name='Input.OfficeNumber']", officeNumber);
        await merchant.FillAsync("[name='Input.FiledOn']", "2026-11-23");
        await merchant.FillAsync("[name='Input.AcceptedOn']", "2026-11-23");
        await SendAsync(merchant, "[name='Input.OfficeNumber']");
        await factory.TaskAsync(application, "PayFilingFee");
        await merchant.GotoAsync($"/cases/{application}");
        await LookAsync(merchant, $"day-fee-{language}");
        await merchant.FillAsync("[name='Input.PaidOn']", "2026-11-23");
        await merchant.SetInputFilesAsync("[name='Input.Proof']", new FilePayload { Name = "缴费凭证.pdf", MimeType = "application/pdf", Buffer = Papers.Pdf("paid") });
        await SendAsync(merchant, "[name='Input.PaidOn']");
        await factory.TaskAsync(application, "MarkFastTrack");
    }

    [Theory]
    [InlineData(390, "zh-CN", Roles.TownOfficer, "92371721MA3RB5H87D")]
    [InlineData(1366, "en", Roles.Agent, "92371721MA3WD2K69E")]
    public async Task A_helper_files_for_a_firm_with_its_consent_sees_no_other_and_loses_sight_with_it(int width, string language, string role, string creditCode)
    {
        var (firm, ownerPerson) = await factory.AddMerchantAsync($"day-owner-{role}", creditCode);
        var (_, strangerPerson) = await factory.AddMerchantAsync($"day-stranger-{role}", $"91371721MA0000{(role == Roles.Agent ? "0017" : "0025")}");
        var stranger = await OpenAsync(strangerPerson, width, language);
        var secret = await FileAsync(stranger, null);
        var helper = await OpenAsync(await factory.AddPersonAsync(role, $"day-{role}", town: role == Roles.TownOfficer ? "大集镇" : null), width, language);

        await helper.GotoAsync("/firms/mandate");
        await LookAsync(helper, $"day-ask-{language}");
        await helper.FillAsync("[name='Input.CreditCode']", creditCode);
        await helper.FillAsync("[name='Input.Purpose']", "代为提交春季新款的申请。");
        await helper.CheckAsync("[name='Input.Power'][value=Act]");
        await helper.FillAsync("[name='Input.Until']", "2027-03-31");
        await SendAsync(helper, "[name='Input.CreditCode']");
        Assert.True(await IsClosedAsync(helper, $"/firms/{firm}"));

        // The firm gives its consent on its own phone, whatever the helper works on.
        var owner = await OpenAsync(ownerPerson, 390, "zh-CN");
        await owner.GotoAsync($"/firms/{firm}/mandates");
        await owner.ClickAsync(".todo a");
        await LookAsync(owner, "day-consent-zh-CN");
        await owner.CheckAsync("[name='Input.Power'][value=Act]");
        await SendAsync(owner, "[name='Input.Power']");
        var mandate = await factory.WithDatabaseAsync(db => db.Mandates.Where(m => m.FirmId == firm && m.Kind != MandateKind.Member).Select(m => m.Id).SingleAsync());

        var application = await FileAsync(helper, $"day-helper-{language}");
        Assert.Equal(200, (await helper.GotoAsync($"/cases/{application}"))!.Status);
        Assert.True(await IsClosedAsync(helper, $"/cases/{secret}"));
        Assert.DoesNotContain("day-stranger", await helper.ContentAsync(), StringComparison.Ordinal);
        await owner.GotoAsync($"/firms/{firm}/done");
        await LookAsync(owner, $"day-done-zh-CN-{role}");
        await Assertions.Expect(owner.Locator("main")).ToContainTextAsync($"{role} 测试");

        await owner.GotoAsync($"/firms/{firm}/mandates/{mandate}");
        await owner.FillAsync("[name='Ending.Reason']", "改为自己办理");
        await owner.ClickAsync("form:has([name='Ending.Reason']) summary");
        await SendAsync(owner, "[name='Ending.Reason']");
        Assert.True(await IsClosedAsync(helper, $"/cases/{application}"));
        Assert.Equal(200, (await owner.GotoAsync($"/cases/{application}"))!.Status);
    }

    [Theory]
    [InlineData(390, "zh-CN")]
    [InlineData(1366, "en")]
    public async Task A_refusal_is_read_again_and_the_supervisor_hands_out_work_and_notes_an_absence(int width, string language)
    {
        var (first, second) = (await factory.FileAsync($"day-refused-{width}"), await factory.FileAsync($"day-assigned-{width}", "木凳"));
        var examinerPerson = await factory.AddPersonAsync(Roles.Examiner, $"day-examiner-{width}");
        var examiner = await OpenAsync(examinerPerson, width, language);
        await DecideAsync(examiner, first.CaseId, "refuse", "与在先设计无明显区别。");

        var reading = await factory.TaskAsync(first.CaseId, "SecondReading");
        var reviewer = await OpenAsync(await factory.AddPersonAsync(Roles.Reviewer), width, language);
        await reviewer.GotoAsync("/quality");
        await LookAsync(reviewer, $"day-quality-{language}");
        await reviewer.GotoAsync($"/quality/{reading.Id}");
        await LookAsync(reviewer, $"day-reading-{language}");
        await reviewer.CheckAsync("[name='Input.Outcome'][value=confirm]");
        await reviewer.ClickAsync("form:has([name='Input.Outcome']) .btn-primary");
        await reviewer.WaitForURLAsync("**/quality");
        Assert.True(await IsClosedAsync(reviewer, "/supervise/staff"));

        var supervisor = await OpenAsync(await factory.AddPersonAsync(Roles.Supervisor), width, language);
        await supervisor.GotoAsync("/examine?tab=all");
        await supervisor.CheckAsync($"[name=items][value='{second.Id}'], [form=assign][value='{second.Id}']");
        await supervisor.SelectOptionAsync("#assign-person", examinerPerson.Id.ToString());
        await supervisor.ClickAsync("#assign summary");
        await LookAsync(supervisor, $"day-assign-{language}");
        await SendAsync(supervisor, "[name=person]");
        Assert.Equal(examinerPerson.Id, (await factory.WithDatabaseAsync(db => db.WorkItems.FindAsync(second.Id).AsTask()))!.AssigneeId);
        var batch = await factory.WithDatabaseAsync(db => db.Allocations.Where(a => a.WorkItemId == second.Id && a.BatchId != null).Select(a => a.BatchId).FirstAsync());
        await supervisor.GotoAsync($"/supervise/assignments/{batch}");
        await LookAsync(supervisor, $"day-assigned-{language}");

        await supervisor.GotoAsync($"/supervise/staff/{examinerPerson.Id}");
        await supervisor.FillAsync("[name='Away.From']", "2026-11-24");
        await supervisor.FillAsync("[name='Away.To']", "2026-11-25");
        await SendAsync(supervisor, "[name='Away.From']");
        Assert.True(await factory.WithDatabaseAsync(db => db.Absences.AnyAsync(a => a.PersonId == examinerPerson.Id && a.CancelledAt == null)));
        await supervisor.GotoAsync("/supervise/forecast");
        await LookAsync(supervisor, $"day-forecast-{language}");
        Assert.True(await IsClosedAsync(supervisor, "/admin/people"));
    }

    /// <summary>A flat product with two pictures, which go into the tray and are placed by what is proposed for them.</summary>
    private async Task<Guid> FileAsync(IPage page, string? name)
    {
        await page.DescribeFlatAsync("马面裙", "用于日常穿着", "02-02");
        await page.SetInputFilesAsync("[data-tray-form] [name='Input.Files']",
        [
            new FilePayload { Name = "主视图.png", MimeType = "image/png", Buffer = Pictures.Product(1) },
            new FilePayload { Name = "后视图.png", MimeType = "image/png", Buffer = Pictures.Product(1, side: 3) },
        ]);
        await page.ClickAsync(".tray-all .btn-primary");
        await page.WaitForSelectorAsync("#view-1-Back img", new() { State = WaitForSelectorState.Attached });
        if (name is not null)
            await LookAsync(page, $"{name}-views");
        await page.FinishAsync("王秀云", "主视图");
        // The receipt looks again by itself until the first steps are done.
        await factory.RunProcessesAsync();
        await page.ReloadAsync();
        if (name is not null)
            await LookAsync(page, $"{name}-receipt");
        return Guid.Parse(new Uri(page.Url).Segments[2].TrimEnd('/'));
    }

    private async Task DecideAsync(IPage examiner, Guid application, string outcome, string? reason = null, string? points = null)
    {
        var task = await factory.TaskAsync(application, "Examine");
        await examiner.GotoAsync("/examine?tab=all");
        await Assertions.Expect(examiner.Locator($"main a[href='/examine/{task.Id}']").First).ToBeVisibleAsync();
        await examiner.GotoAsync($"/examine/{task.Id}");
        if (await examiner.Locator("form[action$='/take'] button").CountAsync() > 0)
        {
            await examiner.ClickAsync("form[action$='/take'] button >> nth=0");
            await examiner.GotoAsync($"/examine/{task.Id}");
        }
        await examiner.CheckAsync($"[name='Input.Outcome'][value={outcome}]");
        if (reason is not null)
            await examiner.FillAsync("[name='Input.Reason']", reason);
        if (points is not null)
            await examiner.FillAsync("[name='Input.Points']", points);
        await examiner.ClickAsync("button[value=preview]");
        await examiner.ClickAsync("button[value=confirm]");
        await examiner.WaitForURLAsync("**/examine");
        await factory.RunProcessesAsync();
    }

    /// <summary>Where the sample drew the case.</summary>
    private async Task ReadAgainAsync(Guid application)
    {
        if (await factory.WithDatabaseAsync(db => db.WorkItems.FirstOrDefaultAsync(w => w.CaseId == application && w.Name == "SecondReading" && w.CompletedAt == null)) is not { } drawn)
            return;
        var reader = await OpenAsync(await factory.AddPersonAsync(Roles.Reviewer), 1366, "zh-CN");
        await reader.GotoAsync($"/quality/{drawn.Id}");
        await reader.CheckAsync("[name='Input.Outcome'][value=confirm]");
        await reader.ClickAsync("form:has([name='Input.Outcome']) .btn-primary");
        await reader.WaitForURLAsync("**/quality");
    }

    private async Task<IPage> OpenAsync(Person person, int width, string language)
    {
        var page = await browser.OpenAsync(factory, width, language);
        await page.SignInAsync(person.UserName!);
        return page;
    }

    /// <summary>What is not for this person answers as if it were not there, or says that it is not for them.</summary>
    private static async Task<bool> IsClosedAsync(IPage page, string address)
    {
        var answer = await page.GotoAsync(address);
        return answer!.Status is 403 or 404 || page.Url.Contains("/access-denied", StringComparison.Ordinal);
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

    private static async Task LookAsync(IPage page, string name)
    {
        await page.ScreenshotAsync(name);
        await page.AssertAccessibleAsync(mayFail: true);
    }
}

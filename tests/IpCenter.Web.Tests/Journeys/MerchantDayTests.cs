using IpCenter.Casework.People;
using IpCenter.Testing;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Apply;
using IpCenter.Web.Tests.Pages.Examine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace IpCenter.Web.Tests.Journeys;

[Collection(Browser.Collection)]
public sealed class MerchantDayTests(Browser browser, BrowserFactory factory) : RoleDay(browser, factory)
{
    [Theory]
    [InlineData(390, "zh-CN", "91371721MA3QK8T21U", "202630765432.5")]
    [InlineData(1366, "zh-CN", "91371721MA3QK8T31W", "202630765434.4")]
    [InlineData(390, "en", "91371721MA3QK8T41X", "202630765435.9")]
    [InlineData(1366, "en", "91371721MA3T9W6C46", "202630765433.X")]
    public async Task A_merchant_files_corrects_and_proves_the_payment_and_an_examiner_decides(int width, string language, string creditCode, string officeNumber)
    {
        var (_, person) = await Factory.AddMerchantAsync($"day-merchant-{width}-{language}", creditCode);
        var merchant = await OpenAsync(person, width, language);
        var application = await FileAsync(merchant, $"day-merchant-{language}");
        Assert.True(await IsClosedAsync(merchant, "/examine"));
        Assert.True(await IsClosedAsync(merchant, "/supervise"));

        var examiner = await OpenAsync(await Factory.AddPersonAsync(Roles.Examiner), width, language);
        await DecideAsync(examiner, application, "correct", "设计要点请写明在于形状还是图案。", points: "请写明设计要点。");
        Assert.True(await IsClosedAsync(examiner, "/supervise/staff"));
        Assert.True(await IsClosedAsync(examiner, $"/apply/{application}/product"));

        await Factory.TaskAsync(application, "CorrectDefects");
        await merchant.GotoAsync("/notices");
        await LookAsync(merchant, $"day-notices-{language}");
        await merchant.ClickAsync("form:has([name='Input.Notice']) .btn-primary >> nth=0");
        await merchant.WaitForLoadStateAsync();
        Assert.NotNull(await Factory.WithDatabaseAsync(db => db.Notices.Where(n => n.CaseId == application && n.AcknowledgeBy != null).Select(n => n.AcknowledgedAt).FirstAsync()));
        await merchant.GotoAsync($"/cases/{application}");
        await LookAsync(merchant, $"day-correction-{language}");
        await merchant.GotoAsync($"/apply/{application}/check");
        await merchant.FillAsync("[name='Input.Answer']", "已写明设计要点。");
        await merchant.ClickAsync("form:has([name='Input.Answer']) .btn-lg");
        await merchant.WaitForURLAsync($"**/cases/{application}");

        await Factory.RunProcessesAsync();
        await DecideAsync(examiner, application, "pass");
        await ReadAgainAsync(application);
        await Factory.TaskAsync(application, "FileAtOffice");
        await merchant.GotoAsync($"/cases/{application}");
        await merchant.FillAsync("[name='Input.OfficeNumber']", officeNumber);
        await merchant.FillAsync("[name='Input.FiledOn']", "2026-11-23");
        await merchant.FillAsync("[name='Input.AcceptedOn']", "2026-11-23");
        await SendAsync(merchant, "[name='Input.OfficeNumber']");
        await Factory.TaskAsync(application, "PayFilingFee");
        await merchant.GotoAsync($"/cases/{application}");
        await LookAsync(merchant, $"day-fee-{language}");
        await merchant.FillAsync("[name='Input.PaidOn']", "2026-11-23");
        await merchant.SetInputFilesAsync("[name='Input.Proof']", new FilePayload { Name = "缴费凭证.pdf", MimeType = "application/pdf", Buffer = Papers.Pdf("paid") });
        await SendAsync(merchant, "[name='Input.PaidOn']");
        await Factory.TaskAsync(application, "MarkFastTrack");
    }
}

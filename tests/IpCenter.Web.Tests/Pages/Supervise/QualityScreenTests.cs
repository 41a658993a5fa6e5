using IpCenter.Casework.Examination;
using IpCenter.Casework.People;
using IpCenter.Casework.Tasks;
using IpCenter.Testing;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Examine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Web.Tests.Pages.Supervise;

/// <summary>History, signs, second readings and codes in a real browser, wide and narrow, in both languages, free of axe's findings.</summary>
[Collection(Browser.Collection)]
public sealed class QualityScreenTests(Browser browser, BrowserFactory factory) : IClassFixture<BrowserFactory>
{
    [Theory]
    [InlineData(1366, "zh-CN")]
    [InlineData(390, "zh-CN")]
    [InlineData(1366, "en")]
    [InlineData(390, "en")]
    public async Task The_quality_work_is_usable(int width, string language)
    {
        var key = $"quality-{width}-{language}";
        await factory.FileAsync($"{key}-other", "折叠木凳");
        var task = await factory.FileAsync(key);
        var examiner = await factory.AddPersonAsync(Roles.Examiner);
        await DecideAsync(examiner, task.Id);
        await factory.RunProcessesAsync();
        var reading = await factory.TaskAsync(task.CaseId, "SecondReading");
        var supervisor = await factory.AddPersonAsync(Roles.Supervisor);
        var page = await browser.OpenAsync(factory, width, language);
        await page.RouteAsync("**/images/**", route => route.FulfillAsync(new() { ContentType = "image/png", BodyBytes = Pictures.Product(1, 0, 300) }));
        await page.SignInAsync(supervisor.UserName!);
        await page.GotoAsync($"/quality/{reading.Id}");
        await page.EvaluateAsync("() => document.querySelectorAll('.linked-firm').forEach(d => { d.open = true; })");
        await page.AssertAccessibleAsync();
        await page.ScreenshotAsync($"quality-reading-{language}");
        await factory.DoAsync(supervisor, [Roles.Supervisor], (services, viewer, actor) => services.GetRequiredService<ConfirmSecondReading>().ExecuteAsync(
            new ReadingInput(reading.Id, "return", ["views", "reason"], "请再看后视图，并引用正确的条款。"), viewer, actor, default));
        await factory.RunProcessesAsync();
        var back = await factory.TaskAsync(task.CaseId, "Examine");
        var code = await factory.WithDatabaseAsync(db => db.Firms.Where(f => f.Id == ExaminationCentre.IdOf($"firm:{key}")).Select(f => f.CreditCode).SingleAsync());

        foreach (var (address, name) in new[] { ($"/examine/{back.Id}", "returned"), ("/supervise/readings", "readings"), ($"/supervise/codes?code={code}", "codes"), ("/supervise", "supervise") })
        {
            await page.GotoAsync(address);
            await page.ScreenshotAsync($"quality-{name}-{language}");
            await page.AssertAccessibleAsync();
        }
    }

    private Task<WorkItem> DecideAsync(Person examiner, Guid task) =>
        factory.DoAsync(examiner, [Roles.Examiner], (services, viewer, actor) => services.GetRequiredService<DecideExamination>().ExecuteAsync(
            new ExaminationInput { WorkItemId = task, Outcome = "refuse", Reason = "与在先设计无明显区别。", Points = [] }, viewer, actor, default));
}

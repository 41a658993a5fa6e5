using System.Net;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Examination;
using IpCenter.Casework.Office;
using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Examine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Web.Tests.Pages.Office;

public sealed class OfficeTaskTests(WebFactory factory) : IClassFixture<WebFactory>
{
    private const string Form = "form:has([name='Input.Outcome'])";
    private const string Number = "202630765432.5";

    [Fact]
    public async Task A_grant_is_marked_then_recorded_and_a_wrong_check_digit_is_told_at_its_field()
    {
        var caseId = await PaidAsync("granted");
        using var client = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");
        var mark = await client.GetPageAsync($"/office/{(await factory.TaskAsync(caseId, "MarkFastTrack")).Id}");
        Assert.Null(mark.QuerySelector("[name='Input.PatentNumber']"));
        Assert.NotNull(mark.QuerySelector("#documents"));
        Assert.NotNull(mark.QuerySelector("#notes .note-form"));
        Assert.Null((await client.GetPageAsync("/office?tab=all")).QuerySelector("form#assign"));
        using var supervisor = await factory.SignedInAsAsync(Roles.Supervisor, "zh-CN");
        var queue = await supervisor.GetPageAsync("/office?tab=all");
        Assert.NotNull(queue.QuerySelector("form#assign option[value]:not([value=''])"));
        Assert.NotNull(queue.QuerySelector("input[name=items][form=assign]"));
        using var marked = await client.SubmitAsync(mark, Form, new() { ["Input.Outcome"] = "marked" });
        Assert.Equal(HttpStatusCode.Found, marked.StatusCode);
        await factory.RunProcessesAsync();

        var page = await client.GetPageAsync($"/office/{(await factory.TaskAsync(caseId, "RecordOfficeDecision")).Id}");
        using var wrong = await client.SubmitAsync(page, Form, new() { ["Input.Outcome"] = "granted", ["Input.PatentNumber"] = "ZL202630765432.6" });
        var again = await wrong.ReadPageAsync();
        Assert.Equal("true", again.GetElementById("f-Input-PatentNumber")!.GetAttribute("aria-invalid"));
        Assert.Equal("true", again.GetElementById("f-Input-AnnouncedOn")!.GetAttribute("aria-invalid"));
        using var granted = await client.SubmitAsync(page, Form, new()
        {
            ["Input.Outcome"] = "granted",
            ["Input.PatentNumber"] = $"ZL{Number}",
            ["Input.AnnouncedOn"] = "2026-11-23",
        });

        Assert.Equal(HttpStatusCode.Found, granted.StatusCode);
        Assert.Equal($"ZL{Number}", (await factory.WithDatabaseAsync(db => db.Applications.SingleAsync(a => a.Id == caseId))).PatentNumber);
    }

    /// <summary>Passed, read again where the sample drew it, filed at the office and paid.</summary>
    private async Task<Guid> PaidAsync(string key)
    {
        var task = await factory.FileAsync(key);
        var examiner = await factory.AddPersonAsync(Roles.Examiner);
        var reviewer = await factory.AddPersonAsync(Roles.Reviewer);
        var merchant = await factory.AddPersonAsync(Roles.Merchant, $"merchant-{key}");
        await factory.DoAsync(examiner, [Roles.Examiner], (services, viewer, actor) => services.GetRequiredService<DecideExamination>().ExecuteAsync(
            new ExaminationInput { WorkItemId = task.Id, Outcome = "pass", Reason = "", Points = [] }, viewer, actor, default));
        await factory.RunProcessesAsync();
        if (await factory.WithDatabaseAsync(db => db.WorkItems.FirstOrDefaultAsync(w => w.CaseId == task.CaseId && w.Name == "SecondReading")) is { } drawn)
            await factory.DoAsync(reviewer, [Roles.Reviewer], (services, viewer, actor) =>
                services.GetRequiredService<ConfirmSecondReading>().ExecuteAsync(drawn.Id, "confirm", "", viewer, actor, default));
        await factory.RunProcessesAsync();
        var filing = await factory.TaskAsync(task.CaseId, RecordOfficeFiling.Task);
        var today = ChinaTime.DateOf(factory.Clock.GetUtcNow());
        await factory.DoAsync(merchant, [Roles.Merchant], (services, viewer, actor) =>
            services.GetRequiredService<RecordOfficeFiling>().ExecuteAsync(filing.Id, Number, today, today, viewer, actor, default));
        await factory.RunProcessesAsync();
        await factory.TaskAsync(task.CaseId, RecordFeePayment.Task);
        await factory.DoAsync(merchant, [Roles.Merchant], (services, viewer, actor) =>
            services.GetRequiredService<RecordFeePayment>().ExecuteAsync(task.CaseId, new FeePayment(today, Proof: null, PromisesProof: true), viewer, actor, default));
        await factory.RunProcessesAsync();
        return task.CaseId;
    }
}

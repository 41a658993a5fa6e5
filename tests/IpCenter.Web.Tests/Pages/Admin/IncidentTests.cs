using IpCenter.Casework.People;
using IpCenter.Casework.Processes.Life;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Examine;
using IpCenter.Workflow.Runtime;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Tests.Pages.Admin;

public sealed class IncidentTests(BrokenFactory factory) : IClassFixture<BrokenFactory>
{
    private const string Form = "form:has([name='Input.Act'])";

    [Fact]
    public async Task An_incident_says_what_failed_and_names_no_unpublished_design()
    {
        var incident = await BrokenAsync("listed");
        using var admin = await factory.SignedInAsAsync(Roles.Admin, "zh-CN");

        var row = (await admin.GetPageAsync("/admin/incidents")).QuerySelector($"tr:has(a[href='/admin/incidents/{incident.Id}'])")!.Text();
        var page = await admin.GetPageAsync($"/admin/incidents/{incident.Id}");

        Assert.Contains("检索相似外观设计", row, StringComparison.Ordinal);
        Assert.Contains(BrokenStep.Fault, row, StringComparison.Ordinal);
        Assert.Contains("外观设计申请（未公开）", row, StringComparison.Ordinal);
        Assert.DoesNotContain(await NumberAsync(incident), page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("[name='Input.Act'][value=Skip]"));
    }

    [Fact]
    public async Task A_retried_step_is_done_again_once_the_cause_is_gone()
    {
        var incident = await BrokenAsync("retried");
        using var admin = await factory.SignedInAsAsync(Roles.Admin, "zh-CN");
        factory.Step.IsBroken = false;

        using var answer = await SettleAsync(admin, incident, "Retry", null);
        var task = await factory.TaskAsync(Guid.Parse(incident.CorrelationId), "Examine");

        Assert.Equal("/admin/incidents", answer.Place());
        Assert.True(task.IsOpen);
        Assert.Equal(1, await AuditedAsync("incident.retried", incident));
    }

    [Fact]
    public async Task A_step_is_skipped_with_a_reason_only_and_the_process_goes_on()
    {
        var incident = await BrokenAsync("skipped");
        using var admin = await factory.SignedInAsAsync(Roles.Admin, "zh-CN");

        using var refused = await SettleAsync(admin, incident, "Skip", " ");
        var told = (await refused.ReadPageAsync()).QuerySelector(".error-summary")!.Text();
        using var answer = await SettleAsync(admin, incident, "Skip", "已人工检索");
        var task = await factory.TaskAsync(Guid.Parse(incident.CorrelationId), "Examine");

        Assert.Contains("请写明理由", told, StringComparison.Ordinal);
        Assert.Equal("/admin/incidents", answer.Place());
        Assert.True(task.IsOpen);
        Assert.Equal(1, await AuditedAsync("incident.skipped", incident));
    }

    [Fact]
    public async Task Ending_the_process_ends_the_case_and_tells_the_firm_why()
    {
        var incident = await BrokenAsync("ended");
        using var admin = await factory.SignedInAsAsync(Roles.Admin, "zh-CN");

        using var refused = await SettleAsync(admin, incident, "End", null);
        using var answer = await SettleAsync(admin, incident, "End", "请重新提交");

        Assert.Contains("请写明理由", (await refused.ReadPageAsync()).QuerySelector(".error-summary")!.Text(), StringComparison.Ordinal);
        Assert.Equal("/admin/incidents", answer.Place());
        var id = Guid.Parse(incident.CorrelationId);
        var file = await factory.WithDatabaseAsync(db => db.Cases.AsNoTracking().SingleAsync(c => c.Id == id));
        Assert.Equal(EndProcess.StoppedOutcome, file.Outcome);
        Assert.False(await factory.WithDatabaseAsync(db => db.ClockSegments.AnyAsync(s => s.CaseId == id && s.To == null)));
        Assert.False(await factory.WithDatabaseAsync(db => db.WorkflowWaits.AnyAsync(w => w.InstanceId == incident.InstanceId)));
        Assert.Equal("请重新提交", (await factory.WithDatabaseAsync(db => db.Notices.SingleAsync(n => n.CaseId == id && n.Template == "case-stopped"))).Arguments["reason"]);
    }

    [Fact]
    public async Task Who_comes_second_is_told_that_the_incident_is_settled()
    {
        var incident = await BrokenAsync("twice");
        using var first = await factory.SignedInAsAsync(Roles.Admin, "zh-CN");
        using var second = factory.CreatePlainClient("zh-CN");
        await second.SignInAsync((await factory.AddPersonAsync(Roles.Admin, "second-admin")).UserName!);
        var page = await second.GetPageAsync($"/admin/incidents/{incident.Id}");

        using var done = await SettleAsync(first, incident, "Skip", "已人工检索");
        using var late = await second.SubmitAsync(page, Form, new() { ["Input.Act"] = "Skip", ["Input.Reason"] = "我也处理" });

        Assert.Equal("/admin/incidents", done.Place());
        Assert.Contains("这个故障已由他人处理", (await late.ReadPageAsync()).QuerySelector(".error-summary")!.Text(), StringComparison.Ordinal);
        Assert.Equal(1, await AuditedAsync("incident.skipped", incident));
    }

    [Fact]
    public async Task A_step_on_which_the_case_relies_cannot_be_skipped()
    {
        var incident = await BrokenAsync("needed");
        await factory.WithDatabaseAsync(db => db.WorkflowWaits.Where(w => w.Id == incident.Id).ExecuteUpdateAsync(s => s.SetProperty(w => w.Name, "SealEvidence")));
        using var admin = await factory.SignedInAsAsync(Roles.Admin, "zh-CN");

        var page = await admin.GetPageAsync($"/admin/incidents/{incident.Id}");
        using var answer = await SettleAsync(admin, incident, "Skip", "不封存");

        Assert.Null(page.QuerySelector("[name='Input.Act'][value=Skip]"));
        Assert.Contains("这一步不能跳过", (await answer.ReadPageAsync()).QuerySelector(".error-summary")!.Text(), StringComparison.Ordinal);
        Assert.True(await factory.WithDatabaseAsync(db => db.WorkflowWaits.AnyAsync(w => w.Id == incident.Id && w.IsIncident)));
    }

    private Task<WorkflowWait> BrokenAsync(string key)
    {
        factory.Step.IsBroken = true;
        return BrokenStep.FileAsync(factory, key);
    }

    private static async Task<HttpResponseMessage> SettleAsync(HttpClient admin, WorkflowWait incident, string act, string? reason) =>
        await admin.SubmitAsync(await admin.GetPageAsync($"/admin/incidents/{incident.Id}"), Form, new() { ["Input.Act"] = act, ["Input.Reason"] = reason });

    private Task<string> NumberAsync(WorkflowWait incident)
    {
        var id = Guid.Parse(incident.CorrelationId);
        return factory.WithDatabaseAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.Number!).SingleAsync());
    }

    private Task<int> AuditedAsync(string action, WorkflowWait incident) =>
        factory.WithDatabaseAsync(db => db.AuditEvents.CountAsync(e => e.Action == action && e.Subject == $"wait:{incident.Id}"));
}

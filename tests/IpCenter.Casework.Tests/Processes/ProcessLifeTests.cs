using IpCenter.Casework.Processes;
using IpCenter.Casework.Processes.Life;
using IpCenter.Casework.Tasks;
using IpCenter.Casework.Tests.Pauses;
using IpCenter.Testing;
using IpCenter.Workflow.Definitions;
using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Life;
using IpCenter.Workflow.Runtime;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Processes;

/// <summary>Halting, keeping, deleting, moving and forecasting the processes of real cases.</summary>
public sealed class ProcessLifeTests
{
    [Fact]
    public async Task A_halted_process_takes_no_decision_and_goes_on_where_it_stood()
    {
        await using var host = await SampleCentre.StartAsync();
        var caseId = await host.FileAsync(1);
        var instance = await InstanceAsync(host, caseId);
        await GovernAsync(host, (process, actor) => process.HaltAsync(instance.Id, "定义有误", actor, default));

        var task = await host.TaskAsync(caseId, "Examine");
        var refused = await host.DoAsync("examiner", async (services, _, actor) =>
        {
            var item = await services.GetRequiredService<Data.CaseworkDbContext>().WorkItems.SingleAsync(w => w.Id == task.Id);
            var result = await services.GetRequiredService<TaskDesk>().CompleteAsync(item, "pass", new Dictionary<string, object?>(), actor, default);
            services.GetRequiredService<Data.CaseworkDbContext>().ChangeTracker.Clear();
            return result;
        });
        Assert.Equal("task.halted", Assert.Single(refused.Violations).Code);
        host.Clock.Advance(TimeSpan.FromDays(60));
        await host.RunAsync();
        Assert.Equal("Examination", (await host.AskAsync(db => db.Cases.SingleAsync(c => c.Id == caseId))).Stage);

        await GovernAsync(host, (process, actor) => process.ContinueAsync(instance.Id, "已更正", actor, default));
        Assert.Equal(WorkflowStatus.Running, (await InstanceAsync(host, caseId)).Status);
        Assert.Equal(
            ["process.continued", "process.halted"],
            await host.AskAsync(db => db.AuditEvents.Where(e => e.Action.StartsWith("process.")).Select(e => e.Action).OrderBy(a => a).ToListAsync()));
    }

    [Fact]
    public async Task Without_a_reason_nothing_is_halted()
    {
        await using var host = await SampleCentre.StartAsync();
        var instance = await InstanceAsync(host, await host.FileAsync(1));
        var refused = await host.DoAsync("examiner", (services, _, actor) => services.GetRequiredService<GovernProcess>().HaltAsync(instance.Id, " ", actor, default));
        Assert.Equal(("process.reason", "Reason"), (refused.Violations[0].Code, refused.Violations[0].Field));
    }

    [Fact]
    public async Task The_history_of_ended_processes_goes_after_its_time_and_what_is_held_stays()
    {
        await using var host = await SampleCentre.StartAsync();
        var gone = await InstanceAsync(host, await host.FileAsync(1));
        var held = await InstanceAsync(host, await host.FileAsync(2));
        var running = await InstanceAsync(host, await host.FileAsync(3));
        foreach (var ended in new[] { gone, held })
            await host.DoAsync("examiner", (services, _, actor) =>
                services.GetRequiredService<WorkflowRuntime>().CancelAsync(ended.Id, "test", actor.At, default));
        await GovernAsync(host, (process, actor) => process.HoldAsync(held.Id, "法院调卷", actor, default));
        host.Clock.Advance(TimeSpan.FromDays(400));

        var deleted = await PurgeAsync(host, host.Clock.GetUtcNow().AddDays(-365));
        Assert.Equal(1, deleted);
        Assert.Equal(
            new[] { held.Id, running.Id }.Order(),
            (await host.AskAsync(db => db.WorkflowInstances.Select(i => i.Id).ToListAsync())).Order());
        Assert.False(await host.AskAsync(db => db.WorkflowJournal.AnyAsync(line => line.InstanceId == gone.Id)));
        Assert.True(await host.AskAsync(db => db.WorkflowJournal.AnyAsync(line => line.InstanceId == held.Id)));

        await GovernAsync(host, (process, actor) => process.ReleaseAsync(held.Id, "案卷已还", actor, default));
        Assert.Equal(1, await PurgeAsync(host, host.Clock.GetUtcNow().AddDays(-365)));
    }

    [Fact]
    public async Task An_open_date_moves_with_its_process_to_the_activitys_new_name_and_one_that_is_gone_moves_nothing()
    {
        await using var host = await SampleCentre.StartAsync();
        var caseId = await host.HeldAsync();
        var instance = await InstanceAsync(host, caseId);
        await host.AskAsync(db => db.WorkflowInstances.ExecuteUpdateAsync(s => s.SetProperty(i => i.DefinitionVersion, 1)));
        var plan = new MigrationPlan("design-application", 1, 2, new Dictionary<string, string> { ["examination-deadline"] = "correction-deadline" });

        var report = await host.DoAsync("supervisor", async (services, _, actor) =>
            CaseworkHost.Must(await services.GetRequiredService<MigrateProcesses>().MigrateAsync(instance.Id, plan, "新版流程", actor, default)));

        Assert.True(report.IsPossible);
        Assert.Equal("correction-deadline", (await host.OpenDateAsync(caseId)).ComputedBy);
        await host.AskAsync(db => db.CaseDeadlines.ExecuteUpdateAsync(s => s.SetProperty(d => d.ComputedBy, "gone")));
        Assert.Equal("pause.nothing-due", Assert.Single((await host.PauseAsync(PauseDesk.Ask(caseId))).Violations).Code);
    }

    [Fact]
    public async Task A_forecast_tells_whose_examination_would_be_due_on_another_day()
    {
        await using var host = await SampleCentre.StartAsync();
        var caseId = await host.FileAsync(1);
        await host.FileAsync(2);

        var unchanged = await ForecastAsync(host, text => text);
        Assert.Equal((2, 0), (unchanged.Replayed, unchanged.Affected.Count));

        var changed = await ForecastAsync(host, text => text.Replace("deadline: 'examination'", "deadline: 'filing-fee'", StringComparison.Ordinal));
        var report = changed.Affected.Single(r => r.CorrelationId == caseId.ToString());
        Assert.Null(report.Divergence);
        var task = await host.TaskAsync(caseId, "Examine");
        var moved = report.Moved.Single(deadline => deadline.Name == "Examine");
        Assert.Equal(task.DueAt, moved.Was);
        Assert.NotNull(moved.WouldBe);
        Assert.NotEqual(moved.Was, moved.WouldBe);
    }

    private static Task<WorkflowInstance> InstanceAsync(CaseworkHost host, Guid caseId) =>
        host.AskAsync(db => db.WorkflowInstances.AsNoTracking().SingleAsync(i => i.CorrelationId == caseId.ToString()));

    private static Task<WorkflowInstance> GovernAsync(CaseworkHost host, Func<GovernProcess, Audit.Actor, Task<Results.Result<WorkflowInstance>>> act) =>
        host.DoAsync("examiner", async (services, _, actor) => CaseworkHost.Must(await act(services.GetRequiredService<GovernProcess>(), actor)));

    private static async Task<int> PurgeAsync(CaseworkHost host, DateTimeOffset before)
    {
        await using var scope = host.Scope();
        return await scope.ServiceProvider.GetRequiredService<WorkflowRetention>().PurgeAsync(before, default);
    }

    private static async Task<ForecastResult> ForecastAsync(CaseworkHost host, Func<string, string> change)
    {
        var text = change(await File.ReadAllTextAsync(Repository.PathTo("workflows/design-application-3.json")));
        var reading = WorkflowCatalog.Read([KeyValuePair.Create("changed.json", text)], new CatalogRules(SystemTasks.Names));
        Assert.Empty(reading.Problems);
        await using var scope = host.Scope();
        return await scope.ServiceProvider.GetRequiredService<ProcessForecast>()
            .RunAsync(reading.Catalog!.Definitions.Single(), new Dictionary<string, string>(), host.Clock.GetUtcNow().AddDays(-30), default);
    }
}

using IpCenter.Casework.Cases;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Examination;
using IpCenter.Casework.Pauses;
using IpCenter.Casework.Results;
using IpCenter.Casework.Tasks;
using IpCenter.Casework.Tests.Staffing;
using IpCenter.Workflow.Engine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Pauses;

public sealed class PauseClockTests
{
    [Fact]
    public async Task A_pause_moves_the_date_the_task_and_the_timers_by_the_working_days_between()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.HeldAsync();
        Assert.Equal(new DateOnly(2026, 11, 19), ChinaTime.DateOf((await host.OpenDateAsync(id)).DueAt));
        host.At(17, 10);

        CaseworkHost.Must(await host.PauseAsync(PauseDesk.Ask(id)));

        var due = ChinaTime.EndOfDay(new DateOnly(2026, 11, 25));
        var date = await host.OpenDateAsync(id);
        Assert.Equal((due, DeadlineCause.Pause), (date.DueAt, date.Cause));
        Assert.Contains("其间4个工作日不计", date.ExplanationZh);
        Assert.Contains("等待国家知识产权局或者外部专家的意见", date.ExplanationZh);
        Assert.Contains("expected to resume on 23 Nov 2026; the 4 working days between do not count", date.ExplanationEn);
        var task = await host.TaskAsync(id, "Examine");
        Assert.Equal((due, date.WarnAt), (task.DueAt, task.WarnAt));
        Assert.Equal(due, await host.AskAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.DueAt).SingleAsync()));
        var timer = await host.AskAsync(db => db.WorkflowWaits.SingleAsync(w => w.CorrelationId == id.ToString() && w.Kind == WaitKind.Timer));
        Assert.Equal(date.WarnAt, timer.DueAt);
        var earlier = await host.AskAsync(db => db.CaseDeadlines.SingleAsync(d => d.Id == date.ReplacesId));
        Assert.Equal(ChinaTime.EndOfDay(new DateOnly(2026, 11, 19)), earlier.DueAt);
    }

    [Fact]
    public async Task While_it_is_paused_no_timer_of_the_old_date_fires_and_afterwards_those_of_the_new_one_do()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.HeldAsync();
        host.At(17, 10);
        CaseworkHost.Must(await host.PauseAsync(PauseDesk.Ask(id)));
        host.At(20, 9);
        await host.RunAsync();
        Assert.Empty(await host.AskAsync(db => db.Notices.Where(n => n.Template.StartsWith("examination-")).ToListAsync()));

        host.At(26, 9);
        await host.EndDueAsync();
        await host.RunAsync();
        Assert.Contains("DecideOverdueCase", await host.AskAsync(db => db.WorkItems.Where(w => w.CaseId == id && w.CompletedAt == null).Select(w => w.Name).ToListAsync()));
    }

    [Fact]
    public async Task The_hours_of_the_pause_are_on_no_clock_and_in_the_sum()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.HeldAsync();
        host.At(17, 10);
        CaseworkHost.Must(await host.PauseAsync(PauseDesk.Ask(id)));
        host.At(18, 10);

        var head = await HeadAsync(host, id);
        Assert.Equal(TimeSpan.FromHours(24), head.Clocks!.Paused.Elapsed);
        Assert.Equal(head.Clocks.Centre.Elapsed + TimeSpan.FromHours(24), head.Clocks.Sum.Elapsed);
        Assert.Null(head.Running);
        Assert.Equal(ClockOwner.Centre, head.Pause?.Owner);
    }

    [Fact]
    public async Task Somebody_who_goes_on_earlier_makes_the_date_earlier()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.HeldAsync();
        host.At(17, 10);
        var pause = CaseworkHost.Must(await host.PauseAsync(PauseDesk.Ask(id)));
        host.At(18, 11);

        CaseworkHost.Must(await host.ResumeAsync(id, pause.Id));

        var date = await host.OpenDateAsync(id);
        Assert.Equal((new DateOnly(2026, 11, 20), DeadlineCause.Resumption), (ChinaTime.DateOf(date.DueAt), date.Cause));
        Assert.Contains("其间1个工作日不计", date.ExplanationZh);
        Assert.DoesNotContain("预计", date.ExplanationZh);
        var stored = await host.AskAsync(db => db.CasePauses.SingleAsync());
        Assert.Equal((PauseEnding.ByPerson, "意见已到", "examiner"), (stored.Ending, stored.EndWords, stored.EndedByName));
        Assert.Equal(["clock.paused", "clock.resumed"], await host.AskAsync(db => db.AuditEvents
            .Where(e => e.CaseId == id && e.Action.StartsWith("clock.")).OrderBy(e => e.Sequence).Select(e => e.Action).ToListAsync()));
    }

    [Fact]
    public async Task A_clock_that_somebody_lets_run_on_a_day_off_has_its_next_working_day()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.HeldAsync();
        host.At(19, 10);
        var pause = CaseworkHost.Must(await host.PauseAsync(PauseDesk.Ask(id)));
        host.At(21, 10);

        CaseworkHost.Must(await host.ResumeAsync(id, pause.Id));
        await host.RunAsync();

        var date = await host.OpenDateAsync(id);
        Assert.Equal(ChinaTime.EndOfDay(PauseDesk.NextMonday), date.DueAt);
        Assert.Contains("恢复计时后的首个工作日为2026年11月23日", date.ExplanationZh);
        Assert.DoesNotContain("DecideOverdueCase", await host.AskAsync(db => db.WorkItems.Where(w => w.CaseId == id).Select(w => w.Name).ToListAsync()));
    }

    [Fact]
    public async Task A_pause_that_cannot_be_ended_holds_up_no_other()
    {
        await using var host = await SampleCentre.StartAsync();
        var (broken, sound) = (await host.HeldAsync(), await host.HeldAsync(2));
        host.At(17, 10);
        CaseworkHost.Must(await host.PauseAsync(PauseDesk.Ask(broken, until: new DateOnly(2026, 11, 20))));
        CaseworkHost.Must(await host.PauseAsync(PauseDesk.Ask(sound)));
        await host.AskAsync(db => db.ClockSegments.Where(s => s.CaseId == broken && s.To == null).ExecuteUpdateAsync(s => s.SetProperty(c => c.IsPause, false)));
        host.At(23, 10);

        Assert.Equal(1, await host.EndDueAsync());
        Assert.Equal([broken], await host.AskAsync(db => db.CasePauses.Where(p => p.EndedAt == null).Select(p => p.CaseId).ToListAsync()));
    }

    [Fact]
    public async Task It_ends_by_itself_on_the_expected_day_once_and_however_late_the_system_comes_the_date_stays()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.HeldAsync();
        host.At(17, 10);
        CaseworkHost.Must(await host.PauseAsync(PauseDesk.Ask(id)));
        host.At(23, 8);
        Assert.Equal(0, await host.EndDueAsync());
        host.At(24, 15);

        Assert.Equal((1, 0), (await host.EndDueAsync(), await host.EndDueAsync()));

        var date = await host.OpenDateAsync(id);
        Assert.Equal((new DateOnly(2026, 11, 25), DeadlineCause.Pause), (ChinaTime.DateOf(date.DueAt), date.Cause));
        Assert.Contains("2026年11月17日至2026年11月23日暂停计时", date.ExplanationZh);
        Assert.DoesNotContain("预计", date.ExplanationZh);
        Assert.DoesNotContain("expected to resume", date.ExplanationEn);
        var stored = await host.AskAsync(db => db.CasePauses.SingleAsync());
        Assert.Equal((PauseEnding.AsExpected, ChinaTime.At(PauseDesk.NextMonday, new TimeOnly(9, 0))), (stored.Ending, stored.EndedAt));
        Assert.Equal(1, await host.AskAsync(db => db.Notices.CountAsync(n => n.Template == "clock-resumed")));
        Assert.Equal(ClockOwner.Centre, (await HeadAsync(host, id)).Running);
    }

    [Fact]
    public async Task The_applicant_is_told_why_until_when_and_the_new_date()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.HeldAsync();
        host.At(17, 10);
        CaseworkHost.Must(await host.PauseAsync(PauseDesk.Ask(id)));
        CaseworkHost.Must(await host.PauseAsync(PauseDesk.Ask(id)));

        var notice = await host.AskAsync(db => db.Notices.SingleAsync(n => n.Template == "clock-paused"));
        Assert.Equal(SampleCentre.IdOf("merchant"), notice.PersonId);
        Assert.Equal(("outside-opinion", "2026-11-23", "2026-11-25", "等待国知局对分类的意见"),
            (notice.Arguments["pauseReason"], notice.Arguments["until"], notice.Arguments["due"], notice.Arguments["words"]));
    }

    [Fact]
    public async Task Who_holds_the_case_is_told_what_somebody_else_or_time_did_to_its_clock()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.HeldAsync();
        host.At(17, 10);
        CaseworkHost.Must(await host.PauseAsync(PauseDesk.Ask(id), "supervisor"));
        host.At(23, 10);
        await host.EndDueAsync();
        var told = await host.AskAsync(db => db.Notices.Where(n => n.Template.EndsWith("-holder")).OrderBy(n => n.Template).ToListAsync());
        Assert.Equal(["clock-paused-holder", "clock-resumed-holder"], told.Select(n => n.Template));
        Assert.All(told, notice => Assert.Equal((SampleCentre.IdOf("examiner"), "2026-11-25"), (notice.PersonId, notice.Arguments["due"])));
    }

    [Fact]
    public async Task A_form_that_paused_already_pauses_neither_again_nor_another_case()
    {
        await using var host = await SampleCentre.StartAsync();
        var (one, other) = (await host.HeldAsync(), await host.HeldAsync(2));
        host.At(17, 10);
        var pause = CaseworkHost.Must(await host.PauseAsync(PauseDesk.Ask(one)));
        Assert.Equal("changed-meanwhile", Assert.Single((await host.PauseAsync(PauseDesk.Ask(other) with { Id = pause.Id })).Violations).Code);
        host.At(18, 10);
        CaseworkHost.Must(await host.ResumeAsync(one, pause.Id));
        Assert.Equal("changed-meanwhile", Assert.Single((await host.PauseAsync(PauseDesk.Ask(one))).Violations).Code);
    }

    [Fact]
    public async Task What_stands_still_is_given_to_nobody()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileAsync(1);
        host.At(17, 10);
        CaseworkHost.Must(await host.PauseAsync(PauseDesk.Ask(id), "supervisor"));
        await host.TurnOnAsync(Queues.Examination);

        Assert.Equal("task.none-available", Assert.Single((await ClaimAsync(host)).Violations).Code);
        Assert.Empty(await DueAsync(host));
        host.At(23, 10);
        await host.EndDueAsync();
        Assert.Single(await DueAsync(host));
        Assert.Equal(id, CaseworkHost.Must(await ClaimAsync(host)).CaseId);
    }

    private static Task<Result<WorkItem>> ClaimAsync(CaseworkHost host) => host.DoAsync("examiner", (services, viewer, actor) =>
        services.GetRequiredService<ClaimNextTask>().ExecuteAsync(Queues.Examination, viewer, actor, default));

    private static Task<IReadOnlyList<Guid>> DueAsync(CaseworkHost host) => host.DoAsync("examiner", (services, _, actor) =>
        services.GetRequiredService<Casework.Staffing.DistributeTasks>().DueAsync(actor.At, default));

    [Fact]
    public async Task Nobody_decides_while_the_clock_stands_still()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.HeldAsync();
        host.At(17, 10);
        CaseworkHost.Must(await host.PauseAsync(PauseDesk.Ask(id)));
        var task = await host.TaskAsync(id, "Examine");

        var refused = await host.DoAsync("examiner", async (services, viewer, actor) =>
        {
            var result = await services.GetRequiredService<DecideExamination>()
                .ExecuteAsync(new ExaminationInput { WorkItemId = task.Id, Outcome = "pass", Reason = "", Points = [] }, viewer, actor, default);
            var db = services.GetRequiredService<Data.CaseworkDbContext>();
            Assert.False(db.ChangeTracker.HasChanges());
            db.ChangeTracker.Clear();
            return result;
        });

        Assert.Equal("task.paused", Assert.Single(refused.Violations).Code);
    }

    [Fact]
    public async Task A_case_that_is_taken_back_while_it_is_paused_ends_the_pause_with_itself()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.HeldAsync();
        host.At(17, 10);
        CaseworkHost.Must(await host.PauseAsync(PauseDesk.Ask(id)));
        await host.DoAsync("merchant", async (services, viewer, actor) =>
            CaseworkHost.Must(await services.GetRequiredService<Casework.Applications.WithdrawCase>().ExecuteAsync(id, "不再需要", viewer, actor, default)));
        await host.RunAsync();

        Assert.Equal(["clock.paused", "clock.pause-left"], await host.AskAsync(db => db.AuditEvents
            .Where(e => e.CaseId == id && e.Action.StartsWith("clock.")).OrderBy(e => e.Sequence).Select(e => e.Action).ToListAsync()));
        Assert.Equal(PauseEnding.StageLeft, await host.AskAsync(db => db.CasePauses.Select(p => p.Ending).SingleAsync()));
        Assert.Empty(await host.AskAsync(db => db.ClockSegments.Where(s => s.CaseId == id && s.To == null).ToListAsync()));
        Assert.Equal("case.closed", Assert.Single((await host.PauseAsync(PauseDesk.Ask(id, id: "again"), "supervisor")).Violations).Code);
    }

    private static Task<CaseHead> HeadAsync(CaseworkHost host, Guid id) => host.DoAsync("examiner", async (services, viewer, actor) =>
        (await ActivatorUtilities.CreateInstance<CaseHeadQuery>(services).FindAsync(id, viewer, actor.At, default))!);
}

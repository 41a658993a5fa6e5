using IpCenter.Casework.Applications;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Examination;
using IpCenter.Casework.Office;
using IpCenter.Casework.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Journeys;

public sealed class ApplicationJourneyTests
{
    private const string OfficeNumber = "202630765432.5";

    [Fact]
    public async Task An_application_goes_from_submission_to_the_register()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileAsync(1);

        var file = await host.AskAsync(db => db.Cases.SingleAsync(c => c.Id == id));
        Assert.Equal("CX-D-2026-00001", file.Number);
        Assert.Equal("Examination", file.Stage);

        await DecideAsync(host, id, "pass", "");
        await host.RunAsync();
        await ConfirmIfDrawnAsync(host, id);
        await GrantAsync(host, id);

        var design = await host.AskAsync(db => db.Designs.SingleAsync(d => d.ApplicationId == id));
        Assert.Equal($"ZL{OfficeNumber}", design.PatentNumber);
        Assert.Equal(7, await host.AskAsync(db => db.DesignViews.CountAsync(v => v.DesignId == design.Id)));
        file = await host.AskAsync(db => db.Cases.SingleAsync(c => c.Id == id));
        Assert.Equal(("Closed", "granted"), (file.Stage, file.Outcome));
    }

    [Fact]
    public async Task Every_hour_of_a_case_runs_on_exactly_one_clock()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileAsync(1);
        host.Clock.Advance(TimeSpan.FromHours(3));
        await DecideAsync(host, id, "correct", "请补正", new CorrectionPoint("VIEW-05", "views", "比例不一致", "scale"));
        await host.RunAsync();
        host.Clock.Advance(TimeSpan.FromHours(5));
        await ResubmitAsync(host, id);
        await host.RunAsync();

        var segments = await host.AskAsync(db => db.ClockSegments.Where(s => s.CaseId == id).OrderBy(s => s.From).ToListAsync());

        Assert.Equal([ClockOwner.Centre, ClockOwner.Applicant, ClockOwner.Centre], segments.Select(s => s.Owner));
        Assert.Equal(segments.Skip(1).Select(s => (DateTimeOffset?)s.From), segments.SkipLast(1).Select(s => s.To));
        Assert.Null(segments[^1].To);
    }

    [Fact]
    public async Task Look_alikes_are_there_before_the_examiner_opens_the_case_and_again_after_a_correction()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.FileAsync(1, "rival", "rival-firm");
        var id = await host.FileAsync(1);
        var found = await LeadsAsync(host, id);
        var task = await host.TaskAsync(id, "Examine");
        Assert.Contains(found, l => l.Round == 0 && l.FoundAt <= task.CreatedAt);

        await DecideAsync(host, id, "correct", "请补正", new CorrectionPoint("VIEW-05", "views", "比例不一致", "scale"));
        await host.RunAsync();
        host.Clock.Advance(TimeSpan.FromHours(5));
        await ResubmitAsync(host, id);
        await host.RunAsync();

        var again = await host.TaskAsync(id, "Examine");
        var round = await host.AskAsync(db => db.Applications.Where(a => a.Id == id).Select(a => a.Round).SingleAsync());
        Assert.Equal(1, round);
        Assert.Contains(await LeadsAsync(host, id), l => l.Round == round && l.FoundAt <= again.CreatedAt);
    }

    [Fact]
    public async Task Submitting_twice_files_once()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.DraftAsync(1);

        async Task<string?> SubmitAsync() => (await host.DoAsync("merchant", async (services, viewer, actor) =>
            CaseworkHost.Must(await services.GetRequiredService<SubmitApplication>().ExecuteAsync(id, viewer, actor, default)))).Number;

        Assert.Equal(await SubmitAsync(), await SubmitAsync());
        Assert.Equal(1, await host.AskAsync(db => db.WorkflowInstances.CountAsync()));
    }

    [Fact]
    public async Task A_missing_view_blocks_the_submission_and_names_its_rule()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.DraftAsync(1);
        var back = await host.AskAsync(db => db.ApplicationViews.SingleAsync(v => v.ApplicationId == id && v.Position == "Back"));
        await host.DoAsync("merchant", async (services, viewer, actor) =>
            CaseworkHost.Must(await services.GetRequiredService<RemoveView>().ExecuteAsync(id, back.Id, viewer, actor, default)));

        var result = await host.DoAsync("merchant", (services, viewer, actor) =>
            services.GetRequiredService<SubmitApplication>().ExecuteAsync(id, viewer, actor, default));

        Assert.Contains(result.Violations, v => v.Field == "designs[1]" && v.Arguments[0].Contains("后视图", StringComparison.Ordinal));
        Assert.True((await host.AskAsync(db => db.Cases.SingleAsync(c => c.Id == id))).IsDraft);
    }

    [Fact]
    public async Task Of_two_examiners_who_decide_at_once_the_second_is_told_who_was_first()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileAsync(1);
        var item = await host.TaskAsync(id, "Examine");
        await DecideAsync(host, id, "pass", "");

        var second = await host.DoAsync("examiner2", (services, viewer, actor) => services.GetRequiredService<DecideExamination>().ExecuteAsync(
            new ExaminationInput { WorkItemId = item.Id, Outcome = "refuse", Reason = "与在先设计相同", Points = [] }, viewer, actor, default));

        var violation = Assert.Single(second.Violations);
        Assert.Equal("task.already-done", violation.Code);
        Assert.Contains("examiner", violation.Arguments);
        Assert.Equal("pass", (await host.AskAsync(db => db.Decisions.SingleAsync(d => d.CaseId == id))).Outcome);
    }

    [Fact]
    public async Task Two_decisions_that_overlap_in_time_end_in_one_and_a_conflict()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileAsync(1);
        var item = await host.TaskAsync(id, "Examine");
        await using var scope = host.Scope();
        var (viewer, actor) = await CaseworkHost.AsAsync(scope.ServiceProvider, "examiner2");
        CaseworkHost.Must(await scope.ServiceProvider.GetRequiredService<DecideExamination>().ExecuteAsync(
            new ExaminationInput { WorkItemId = item.Id, Outcome = "leave", Reason = "不宜快速", Points = [] }, viewer, actor, default));

        await DecideAsync(host, id, "pass", "");

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(
            () => scope.ServiceProvider.GetRequiredService<Data.CaseworkDbContext>().SaveChangesAsync());
        Assert.Equal("pass", (await host.AskAsync(db => db.Decisions.SingleAsync(d => d.CaseId == id))).Outcome);
    }

    [Fact]
    public async Task Withdrawal_ends_the_case_and_takes_the_examiners_task_away()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileAsync(1);
        var item = await host.TaskAsync(id, "Examine");

        await host.DoAsync("merchant", async (services, viewer, actor) =>
            CaseworkHost.Must(await services.GetRequiredService<WithdrawCase>().ExecuteAsync(id, "款式已改", viewer, actor, default)));
        await host.RunAsync();

        Assert.Equal("withdrawn", (await host.AskAsync(db => db.Cases.SingleAsync(c => c.Id == id))).Outcome);
        Assert.NotNull((await host.AskAsync(db => db.WorkItems.SingleAsync(w => w.Id == item.Id))).CancelledAt);
    }

    [Fact]
    public async Task Withdrawing_twice_is_withdrawing_once()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileAsync(1);

        for (var press = 0; press < 3; press++)
            await host.DoAsync("merchant", async (services, viewer, actor) =>
                CaseworkHost.Must(await services.GetRequiredService<WithdrawCase>().ExecuteAsync(id, "款式已改", viewer, actor, default)));
        await host.RunAsync();
        await host.DoAsync("merchant", async (services, viewer, actor) =>
            CaseworkHost.Must(await services.GetRequiredService<WithdrawCase>().ExecuteAsync(id, "", viewer, actor, default)));

        Assert.Equal(1, await host.AskAsync(db => db.AuditEvents.CountAsync(e => e.CaseId == id && e.Action == "case.withdrawn")));
        Assert.Equal(1, await host.AskAsync(db => db.Notices.CountAsync(n => n.CaseId == id && n.Template == "withdrawn")));
        Assert.False(await host.AskAsync(db => db.WorkflowInbox.AnyAsync()));
    }

    [Fact]
    public async Task A_case_left_alone_is_warned_about_then_taken_over_by_the_supervisor()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileAsync(1);
        var item = await host.TaskAsync(id, "Examine");

        host.Clock.Set(item.WarnAt!.Value.AddMinutes(1));
        await host.RunAsync();
        var warned = await host.AskAsync(db => db.Notices.Where(n => n.CaseId == id).Select(n => n.Template).ToListAsync());
        host.Clock.Set(item.DueAt!.Value.AddMinutes(1));
        await host.RunAsync();

        Assert.Contains("examination-warning", warned);
        Assert.Equal(Queues.Supervision, (await host.TaskAsync(id, "DecideOverdueCase")).Queue);
    }

    [Fact]
    public async Task A_correction_that_is_not_made_in_time_leaves_the_fast_lane()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileAsync(1);
        await DecideAsync(host, id, "correct", "请补正", new CorrectionPoint("VIEW-05", "views", "比例不一致", "scale"));
        await host.RunAsync();
        var task = await host.TaskAsync(id, EditableApplications.CorrectionTask);

        host.Clock.Set(task.DueAt!.Value.AddMinutes(1));
        await host.RunAsync();

        var application = await host.AskAsync(db => db.Applications.SingleAsync(a => a.Id == id));
        Assert.Equal((true, "correction-lapsed"), (application.LeftFastLane, application.LeftFastLaneReason));
    }

    [Fact]
    public async Task A_late_fee_loses_the_fast_lane_but_not_the_application()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileAsync(1);
        await DecideAsync(host, id, "pass", "");
        await host.RunAsync();
        await ConfirmIfDrawnAsync(host, id);
        await FileAtOfficeAsync(host, id);
        var fee = await host.TaskAsync(id, RecordFeePayment.Task);

        host.Clock.Set(fee.DueAt!.Value.AddMinutes(1));
        await host.RunAsync();

        Assert.Equal("fee-late", (await host.AskAsync(db => db.Applications.SingleAsync(a => a.Id == id))).LeftFastLaneReason);
        Assert.Equal("Office", (await host.AskAsync(db => db.Cases.SingleAsync(c => c.Id == id))).Stage);
    }

    [Fact]
    public async Task The_audit_trail_is_one_unbroken_chain_and_cannot_be_changed()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.FileAsync(1);

        Assert.Null(await host.AskAsync(db => AuditChain.FindBreakAsync(db.AuditEvents.AsNoTracking().OrderBy(e => e.Sequence).AsAsyncEnumerable(), default)));
        var refused = await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() =>
            host.AskAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE AuditEvents SET ActorName = 'x' WHERE Sequence = 1")));
        Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
    }

    internal static Task DecideAsync(CaseworkHost host, Guid id, string outcome, string reason, params CorrectionPoint[] points) =>
        host.DoAsync("examiner", async (services, viewer, actor) =>
        {
            var item = await services.GetRequiredService<TaskDesk>().FindByNameAsync(id, DecideExamination.Tasks, viewer, default);
            // Sample cases show the same products.
            var db = services.GetRequiredService<CaseworkDbContext>();
            foreach (var lead in await db.PriorDesignLeads.Where(l => l.ApplicationId == id && l.Judgement == LeadJudgement.Open).Select(l => l.Id).ToListAsync())
                CaseworkHost.Must(await services.GetRequiredService<JudgeLead>().ExecuteAsync(lead, LeadJudgement.NotRelevant, null, viewer, actor, default));
            await db.SaveChangesAsync();
            return CaseworkHost.Must(await services.GetRequiredService<DecideExamination>().ExecuteAsync(
                new ExaminationInput { WorkItemId = item!.Id, Outcome = outcome, Reason = reason, Points = points }, viewer, actor, default));
        });

    internal static async Task ConfirmIfDrawnAsync(CaseworkHost host, Guid id)
    {
        if ((await host.AskAsync(db => db.Cases.SingleAsync(c => c.Id == id))).Stage != "SecondReading")
            return;
        var item = await host.TaskAsync(id, "SecondReading");
        await host.DoAsync("reviewer", async (services, viewer, actor) => CaseworkHost.Must(
            await services.GetRequiredService<ConfirmSecondReading>().ExecuteAsync(item.Id, "confirm", "一致", viewer, actor, default)));
        await host.RunAsync();
    }

    internal static async Task FileAtOfficeAsync(CaseworkHost host, Guid id)
    {
        var item = await host.TaskAsync(id, RecordOfficeFiling.Task);
        var today = ChinaTime.DateOf(host.Clock.GetUtcNow());
        await host.DoAsync("merchant", async (services, viewer, actor) => CaseworkHost.Must(
            await services.GetRequiredService<RecordOfficeFiling>().ExecuteAsync(item.Id, OfficeNumber, today, today, viewer, actor, default)));
        await host.RunAsync();
    }

    internal static async Task GrantAsync(CaseworkHost host, Guid id)
    {
        await MarkAsync(host, id);
        var decision = await host.TaskAsync(id, "RecordOfficeDecision");
        var today = ChinaTime.DateOf(host.Clock.GetUtcNow());
        await host.DoAsync("examiner", async (services, viewer, actor) => CaseworkHost.Must(
            await services.GetRequiredService<RecordOfficeDecision>().ExecuteAsync(decision.Id, new("granted", OfficeNumber, today), viewer, actor, default)));
        await host.RunAsync();
    }

    /// <summary>Filed, paid and marked: the case waits for the office.</summary>
    internal static async Task MarkAsync(CaseworkHost host, Guid id)
    {
        await FileAtOfficeAsync(host, id);
        await host.TaskAsync(id, RecordFeePayment.Task);
        await host.DoAsync("merchant", async (services, viewer, actor) => CaseworkHost.Must(
            await services.GetRequiredService<RecordFeePayment>().ExecuteAsync(
                id, new FeePayment(ChinaTime.DateOf(actor.At), Proof: null, PromisesProof: true), viewer, actor, default)));
        await host.RunAsync();
        var mark = await host.TaskAsync(id, "MarkFastTrack");
        await host.DoAsync("examiner", async (services, viewer, actor) => CaseworkHost.Must(
            await services.GetRequiredService<RecordFastTrackMark>().ExecuteAsync(mark.Id, "marked", "", viewer, actor, default)));
        await host.RunAsync();
    }

    private static Task<List<PriorDesignLead>> LeadsAsync(CaseworkHost host, Guid id) =>
        host.AskAsync(db => db.PriorDesignLeads.AsNoTracking().Where(l => l.ApplicationId == id).ToListAsync());

    internal static async Task ResubmitAsync(CaseworkHost host, Guid id)
    {
        var item = await host.TaskAsync(id, EditableApplications.CorrectionTask);
        await host.DoAsync("merchant", async (services, viewer, actor) => CaseworkHost.Must(
            await services.GetRequiredService<AnswerCorrection>().ExecuteAsync(item.Id, "已补正", viewer, actor, default)));
    }
}

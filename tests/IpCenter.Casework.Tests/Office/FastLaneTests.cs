using IpCenter.Casework.Applications;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Documents;
using IpCenter.Casework.Office;
using IpCenter.Casework.Processes.Life;
using IpCenter.Casework.Results;
using IpCenter.Testing;
using IpCenter.Workflow.Life;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Office;

/// <summary>A slip in the days of the filing is mended, and a fast lane that was lost by it comes back.</summary>
public sealed class FastLaneTests
{
    private static readonly DateOnly Monday = new(2026, 11, 16);

    [Fact]
    public async Task A_mended_day_of_acceptance_moves_the_last_day_of_the_fee_and_its_reminders()
    {
        await using var host = await SampleCentre.StartAsync();
        host.Clock.Set(CaseworkHost.Monday.AddDays(2));
        var id = await PassedOnMondayAsync(host);

        CaseworkHost.Must(await CorrectAsync(host, id, Monday.AddDays(2)));
        await host.RunAsync();

        var date = await host.AskAsync(db => db.CaseDeadlines.SingleAsync(d => d.CaseId == id && d.SettledAt == null));
        Assert.Equal((Monday.AddDays(3), DeadlineCause.Correction), (ChinaTime.DateOf(date.DueAt), date.Cause));
        Assert.Equal(Monday.AddDays(3), ChinaTime.DateOf((await host.TaskAsync(id, RecordFeePayment.Task)).DueAt!.Value));
        host.Clock.Set(CaseworkHost.Monday.AddDays(3).AddHours(1));
        await host.RunAsync();
        Assert.Equal("FeePayment", await host.StageAsync(id));
        var entry = await host.AskAsync(db => db.AuditEvents.SingleAsync(e => e.Action == "office.filing-corrected"));
        Assert.Contains("2026-11-18", entry.DetailJson, StringComparison.Ordinal);
        Assert.Contains("2026-11-17", entry.DetailJson, StringComparison.Ordinal);
        Assert.Equal("看错了日期", entry.Reason);
    }

    [Fact]
    public async Task A_correction_to_a_day_that_is_over_leaves_a_working_day_to_tell_of_the_payment()
    {
        await using var host = await SampleCentre.StartAsync();
        host.Clock.Set(CaseworkHost.Monday.AddDays(2));
        var id = await PassedOnMondayAsync(host, accepted: Monday.AddDays(2));

        CaseworkHost.Must(await CorrectAsync(host, id, Monday));
        await host.RunAsync();
        Assert.Equal("FeePayment", await host.StageAsync(id));
        host.Clock.Set(CaseworkHost.Monday.AddDays(4));
        await host.RunAsync();

        Assert.Equal("Office", await host.StageAsync(id));
    }

    [Theory]
    [InlineData("2026-11-20", "", new[] { "date.not-future", "office.accepted-after-filed", "reason.required" })]
    [InlineData("2026-11-15", "错", new[] { "office.filed-before-submission" })]
    public async Task A_correction_keeps_to_the_rules_of_the_filing_and_needs_a_reason(string day, string reason, string[] codes)
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.AcceptedAsync();

        var refused = await CorrectAsync(host, id, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), reason);

        Assert.Equal(codes, refused.Violations.Select(v => v.Code));
    }

    [Fact]
    public async Task Strangers_correct_nothing_and_neither_does_anybody_after_the_grant()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.AcceptedAsync();

        Assert.Equal("case.not-found", Assert.Single((await CorrectAsync(host, id, Monday, user: "rival")).Violations).Code);
        await host.ChangeAsync(async db => (await db.Applications.SingleAsync(a => a.Id == id)).RecordGrant($"ZL{GrantDesk.Number}", Monday));
        Assert.Equal("office.not-correctable", Assert.Single((await CorrectAsync(host, id, Monday)).Violations).Code);
    }

    [Fact]
    public async Task Paid_in_time_and_told_on_the_morning_after_a_supervisor_restores_the_fast_lane_and_the_mark_is_next()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await LostAsync(host, paidOn: Monday.AddDays(1));

        Assert.Equal(SampleCentre.IdOf("supervisor"), (await host.AskAsync(db => db.Notices.SingleAsync(n => n.Template == RestoreFastLane.AskNotice))).PersonId);
        Assert.Equal("case.not-found", Assert.Single((await RestoreAsync(host, id, user: "examiner")).Violations).Code);
        Assert.Equal("reason.required", Assert.Single((await RestoreAsync(host, id, reason: " ")).Violations).Code);
        CaseworkHost.Must(await RestoreAsync(host, id));
        await host.RunAsync();

        var application = await host.AskAsync(db => db.Applications.SingleAsync(a => a.Id == id));
        Assert.Equal((false, null, "FastTrackMarking"), (application.LeftFastLane, application.LeftFastLaneReason, await host.StageAsync(id)));
        Assert.Single(await host.ToldAsync("fast-lane-restored"));
        var mark = await host.TaskAsync(id, "MarkFastTrack");
        await host.DoAsync("examiner", async (services, viewer, actor) => CaseworkHost.Must(
            await services.GetRequiredService<RecordFastTrackMark>().ExecuteAsync(mark.Id, "marked", "", viewer, actor, default)));
        await host.RunAsync();
        Assert.Equal("office-decision", await host.AskAsync(db => db.CaseDeadlines.Where(d => d.CaseId == id && d.SettledAt == null).Select(d => d.RuleKey).SingleAsync()));
    }

    [Fact]
    public async Task A_slip_in_the_day_that_cost_the_fast_lane_is_mended_first_and_then_restored()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await LostAsync(host, paidOn: Monday.AddDays(2));

        Assert.Equal("fast-lane.not-in-time", Assert.Single((await RestoreAsync(host, id)).Violations).Code);
        CaseworkHost.Must(await CorrectAsync(host, id, Monday, accepted: Monday.AddDays(1)));
        CaseworkHost.Must(await RestoreAsync(host, id));
        await host.RunAsync();

        Assert.Equal("FastTrackMarking", await host.StageAsync(id));
    }

    [Fact]
    public async Task Without_the_proof_nothing_is_restored()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await LostAsync(host, paidOn: Monday, withProof: false);

        Assert.Equal("fast-lane.no-proof", Assert.Single((await RestoreAsync(host, id)).Violations).Code);
    }

    [Fact]
    public async Task A_process_of_the_second_version_is_moved_first_and_then_offers_the_way_back_and_the_registration()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await LostAsync(host, paidOn: Monday, version: 2);
        Assert.Equal("fast-lane.old-process", Assert.Single((await RestoreAsync(host, id)).Violations).Code);
        var instance = await host.AskAsync(db => db.WorkflowInstances.Select(i => i.Id).SingleAsync());

        var report = await host.DoAsync("supervisor", async (services, _, actor) => CaseworkHost.Must(await services.GetRequiredService<MigrateProcesses>()
            .MigrateAsync(instance, new MigrationPlan("design-application", 2, 3, new Dictionary<string, string>()), "新版流程", actor, default)));

        Assert.True(report.IsPossible);
        Assert.Equal(["grant-notice", "granted", "refused", "deemed-withdrawn", "restored"], (await host.TaskAsync(id, "RecordOfficeDecision")).Outcomes);
        CaseworkHost.Must(await RestoreAsync(host, id));
        await host.RunAsync();
        Assert.Equal("FastTrackMarking", await host.StageAsync(id));
    }

    /// <summary>Passed on the Monday; filed and accepted as it was told, on Tuesday where nothing else is said.</summary>
    private static async Task<Guid> PassedOnMondayAsync(CaseworkHost host, DateOnly? accepted = null)
    {
        var now = host.Clock.GetUtcNow();
        host.Clock.Set(CaseworkHost.Monday);
        var id = await OfficeFilingTests.PassedAsync(host, 1);
        host.Clock.Set(now);
        var item = await host.TaskAsync(id, RecordOfficeFiling.Task);
        await host.DoAsync("merchant", async (services, viewer, actor) => CaseworkHost.Must(await services.GetRequiredService<RecordOfficeFiling>()
            .ExecuteAsync(item.Id, GrantDesk.Number, Monday, accepted ?? Monday.AddDays(1), viewer, actor, default)));
        await host.RunAsync();
        return id;
    }

    /// <summary>Accepted on the Monday, nothing told by Tuesday 24:00, and the payment told on Wednesday morning.</summary>
    private static async Task<Guid> LostAsync(CaseworkHost host, DateOnly paidOn, bool withProof = true, int version = 3)
    {
        var id = await host.FileAsync(1);
        await host.ChangeAsync(async db => (await db.WorkflowInstances.SingleAsync()).DefinitionVersion = version);
        await Journeys.ApplicationJourneyTests.DecideAsync(host, id, "pass", "");
        await host.RunAsync();
        await Journeys.ApplicationJourneyTests.ConfirmIfDrawnAsync(host, id);
        await Journeys.ApplicationJourneyTests.FileAtOfficeAsync(host, id);
        host.Clock.Set(CaseworkHost.Monday.AddDays(2));
        await host.RunAsync();
        Assert.Equal("Office", await host.StageAsync(id));
        await using var scope = host.Scope();
        var proof = withProof ? CaseworkHost.Must(await scope.ServiceProvider.GetRequiredService<ReadDocument>().ExecuteAsync(Papers.Pdf("paid"), "凭证.pdf", "proof", default)) : null;
        await host.DoAsync("merchant", async (services, viewer, actor) => CaseworkHost.Must(
            await services.GetRequiredService<RecordFeePayment>().ExecuteAsync(id, new(paidOn, proof, PromisesProof: !withProof), viewer, actor, default)));
        return id;
    }

    private static Task<Result<DesignApplication>> CorrectAsync(
        CaseworkHost host, Guid id, DateOnly filed, string reason = "看错了日期", string user = "merchant", DateOnly? accepted = null) =>
        host.DoAsync(user, (services, viewer, actor) => services.GetRequiredService<CorrectOfficeFiling>().ExecuteAsync(
            id, new(GrantDesk.Number, filed, accepted ?? filed), reason, viewer, actor, default));

    private static Task<Result<DesignApplication>> RestoreAsync(CaseworkHost host, Guid id, string reason = "凭证显示按期缴费", string user = "supervisor") =>
        host.DoAsync(user, (services, viewer, actor) => services.GetRequiredService<RestoreFastLane>().ExecuteAsync(id, reason, viewer, actor, default));
}

using IpCenter.Casework.Applications;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Documents;
using IpCenter.Casework.Notices;
using IpCenter.Casework.Office;
using IpCenter.Casework.Processes.Life;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Results;
using IpCenter.Casework.Tasks;
using IpCenter.Casework.Tests.Journeys;
using IpCenter.Testing;
using IpCenter.Workflow.Life;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Office;

/// <summary>The trap that loses the fast lane: paid on the day of the acceptance notice or the next working day.</summary>
public sealed class FeeTests
{
    private static readonly DateOnly Accepted = new(2026, 11, 16);

    [Fact]
    public async Task The_firm_hears_at_once_the_same_afternoon_and_twice_on_the_last_day()
    {
        await using var host = await AcceptedAsync();

        for (var hour = 0; hour < 48; hour++)
        {
            host.Clock.Advance(TimeSpan.FromHours(1));
            await host.RunAsync();
        }

        Assert.Equal(
            [
                ("filing-fee-due", "16 09:00"), ("filing-fee-reminder", "16 15:00"), ("filing-fee-last-day", "17 09:00"),
                ("filing-fee-last-hours", "17 15:00"), ("filing-fee-lapsed", "18 00:00"),
            ],
            await FeeNoticesAsync(host));
    }

    [Fact]
    public async Task A_centre_that_stood_still_sends_the_reminder_that_counts_and_not_all_of_them()
    {
        await using var host = await AcceptedAsync();

        host.Clock.Set(CaseworkHost.Monday.AddDays(1).AddHours(8));
        await host.RunAsync();

        Assert.Equal([("filing-fee-due", "16 09:00"), ("filing-fee-last-hours", "17 17:00")], await FeeNoticesAsync(host));
    }

    [Fact]
    public async Task An_acceptance_told_a_day_late_reminds_only_of_what_is_ahead()
    {
        await using var host = await AcceptedAsync(toldAt: CaseworkHost.Monday.AddDays(1).AddHours(2));

        host.Clock.Advance(TimeSpan.FromHours(1));
        await host.RunAsync();
        host.Clock.Advance(TimeSpan.FromHours(4));
        await host.RunAsync();

        Assert.Equal([("filing-fee-due", "17 11:00"), ("filing-fee-last-hours", "17 16:00")], await FeeNoticesAsync(host));
    }

    [Fact]
    public async Task A_process_of_the_first_version_goes_on_as_it_began()
    {
        await using var host = await AcceptedAsync(version: 1);

        host.Clock.Set(CaseworkHost.Monday.AddHours(7));
        await host.RunAsync();
        host.Clock.Set(CaseworkHost.Monday.AddDays(1).AddHours(1));
        await host.RunAsync();
        CaseworkHost.Must(await PayAsync(host, proof => new(Accepted.AddDays(1), proof)));
        await host.RunAsync();

        Assert.Equal([("filing-fee-reminder", "16 16:00")], await FeeNoticesAsync(host));
        Assert.Equal("FastTrackMarking", (await host.AskAsync(db => db.Cases.SingleAsync())).Stage);
    }

    [Fact]
    public async Task A_process_that_waits_for_its_fee_can_be_moved_to_the_second_version_and_is_reminded_by_it()
    {
        await using var host = await AcceptedAsync(version: 1);
        var instance = await host.AskAsync(db => db.WorkflowInstances.Select(i => i.Id).SingleAsync());
        var plan = new MigrationPlan("design-application", 1, 2, new Dictionary<string, string>());

        var report = await host.DoAsync("supervisor", async (services, _, actor) =>
            CaseworkHost.Must(await services.GetRequiredService<MigrateProcesses>().MigrateAsync(instance, plan, "新版流程", actor, default)));
        for (var hour = 0; hour < 32; hour++)
        {
            host.Clock.Advance(TimeSpan.FromHours(1));
            await host.RunAsync();
        }

        Assert.True(report.IsPossible);
        Assert.Equal(
            [("filing-fee-reminder", "16 15:00"), ("filing-fee-last-day", "17 09:00"), ("filing-fee-last-hours", "17 15:00")],
            await FeeNoticesAsync(host));
    }

    [Fact]
    public async Task The_amount_follows_the_schedule_and_the_flag_and_never_asks_for_income()
    {
        await using var host = await AcceptedAsync();
        var id = await IdAsync(host);

        var full = await DutyAsync(host);
        await host.ChangeAsync(async db =>
        {
            var application = await db.Applications.SingleAsync(a => a.Id == id);
            application.Save(application.Form with { Applicants = [.. application.Form.Applicants.Select(a => a with { FeeReductionRequested = true })] }, "", host.Clock.GetUtcNow());
        });
        var reduced = await DutyAsync(host);

        Assert.Equal((500m, 500m, false), (full.Total, full.FullTotal, full.IsReduced));
        Assert.Equal((75m, 500m, true), (reduced.Total, reduced.FullTotal, reduced.IsReduced));
        Assert.Equal((Accepted.AddDays(1), new DateOnly(2027, 1, 18)), (full.LastDay!.Value, full.LastLawfulDay!.Value));
    }

    [Fact]
    public async Task Paid_in_time_with_its_proof_the_case_goes_to_its_mark()
    {
        await using var host = await AcceptedAsync();
        var id = await IdAsync(host);

        CaseworkHost.Must(await PayAsync(host, proof => new(Accepted, proof)));
        CaseworkHost.Must(await PayAsync(host, proof => new(Accepted, proof)));
        await host.RunAsync();

        Assert.Equal("FastTrackMarking", (await host.AskAsync(db => db.Cases.SingleAsync(c => c.Id == id))).Stage);
        Assert.Equal(Accepted, (await host.AskAsync(db => db.Applications.SingleAsync(a => a.Id == id))).FeePaidOn);
        Assert.Equal(1, await host.AskAsync(db => db.CaseDocuments.CountAsync(d => d.CaseId == id && d.Kind == DocumentKinds.FeeProof)));
        Assert.Equal(1, await host.AskAsync(db => db.AuditEvents.CountAsync(e => e.Action == "office.fee-paid")));
    }

    [Theory]
    [InlineData(null, "fee.day", "paidOn")]
    [InlineData("2026-11-19", "date.not-future", "paidOn")]
    [InlineData("2026-11-15", "fee.before-filing", "paidOn")]
    public async Task A_day_that_cannot_be_is_refused_at_its_field(string? day, string code, string field)
    {
        await using var host = await AcceptedAsync();

        var refused = await PayAsync(host, proof => new(day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), proof));

        Assert.Equal((code, field), (Assert.Single(refused.Violations).Code, refused.Violations[0].Field));
    }

    [Fact]
    public async Task A_late_day_is_told_first_and_then_ends_the_fast_lane_but_not_the_application()
    {
        await using var host = await AcceptedAsync();
        var id = await IdAsync(host);
        // The lapse itself has not been worked off yet: the applicant is faster than the timer.
        host.Clock.Set(CaseworkHost.Monday.AddDays(2));
        var late = Accepted.AddDays(2);

        Assert.Equal("fee.late", Assert.Single((await PayAsync(host, proof => new(late, proof))).Violations).Code);
        CaseworkHost.Must(await PayAsync(host, proof => new(late, proof, KnowsItIsLate: true)));
        await host.RunAsync();

        var application = await host.AskAsync(db => db.Applications.SingleAsync(a => a.Id == id));
        Assert.Equal(("fee-late", late), (application.LeftFastLaneReason, application.FeePaidOn!.Value));
        Assert.Equal("Office", (await host.AskAsync(db => db.Cases.SingleAsync(c => c.Id == id))).Stage);
        Assert.Equal(1, await host.AskAsync(db => db.AuditEvents.CountAsync(e => e.Action == "office.fee-paid-late")));
    }

    [Fact]
    public async Task Who_lost_the_fast_lane_still_tells_the_centre_of_the_payment()
    {
        await using var host = await AcceptedAsync();
        var id = await IdAsync(host);
        host.Clock.Set(CaseworkHost.Monday.AddDays(3));
        await host.RunAsync();

        CaseworkHost.Must(await PayAsync(host, proof => new(Accepted.AddDays(3), proof)));

        Assert.Equal(Accepted.AddDays(3), (await host.AskAsync(db => db.Applications.SingleAsync(a => a.Id == id))).FeePaidOn);
    }

    [Fact]
    public async Task A_promise_owes_the_proof_and_the_office_sees_both_kinds_of_waiting()
    {
        await using var host = await AcceptedAsync();
        Assert.False(Assert.Single(await UnpaidAsync(host)).ProofOwed);

        CaseworkHost.Must(await PayAsync(host, _ => new(Accepted, null, PromisesProof: true)));
        await host.RunAsync();

        var owed = Assert.Single(await UnpaidAsync(host));
        Assert.Equal((true, Accepted.AddDays(1)), (owed.ProofOwed, owed.LastDay));
    }

    [Fact]
    public async Task Without_proof_and_promise_nothing_is_paid_and_a_centre_may_forbid_the_promise()
    {
        await using var host = await AcceptedAsync();

        Assert.Equal("fee.proof-or-promise", Assert.Single((await PayAsync(host, _ => new(Accepted, null))).Violations).Code);
        var forbidden = await host.DoAsync("merchant", async (services, viewer, actor) =>
        {
            var reference = services.GetRequiredService<ReferenceLibrary>();
            var strict = reference with
            {
                Documents = new DocumentKinds(new DocumentFile
                {
                    Provenance = reference.Center.Provenance,
                    LargestMegabytes = 10,
                    FeeProofMayFollow = false,
                    Kinds = reference.Documents.All,
                }),
            };
            var use = new RecordFeePayment(
                services.GetRequiredService<CaseworkDbContext>(), services.GetRequiredService<TaskDesk>(), services.GetRequiredService<FeeDuty>(),
                services.GetRequiredService<SupplyDocument>(), services.GetRequiredService<OweDocuments>(), services.GetRequiredService<NoticeSending>(), strict, services.GetRequiredService<AuditTrail>());
            return await use.ExecuteAsync(await IdAsync(host), new FeePayment(Accepted, null, PromisesProof: true), viewer, actor, default);
        });
        Assert.Equal("fee.no-promise", Assert.Single(forbidden.Violations).Code);
    }

    private static async Task<CaseworkHost> AcceptedAsync(DateTimeOffset? toldAt = null, int version = 3)
    {
        var host = await SampleCentre.StartAsync();
        var id = await host.FileAsync(1);
        // Up to here the versions are alike.
        await host.ChangeAsync(async db => (await db.WorkflowInstances.SingleAsync()).DefinitionVersion = version);
        await ApplicationJourneyTests.DecideAsync(host, id, "pass", "");
        await host.RunAsync();
        await ApplicationJourneyTests.ConfirmIfDrawnAsync(host, id);
        if (toldAt is { } later)
            host.Clock.Set(later);
        var item = await host.TaskAsync(id, RecordOfficeFiling.Task);
        await host.DoAsync("merchant", async (services, viewer, actor) => CaseworkHost.Must(
            await services.GetRequiredService<RecordOfficeFiling>().ExecuteAsync(item.Id, "202630765432.5", Accepted, Accepted, viewer, actor, default)));
        await host.RunAsync();
        return host;
    }

    [Fact]
    public async Task Who_paid_in_time_and_told_of_the_filing_later_keeps_the_fast_lane()
    {
        await using var host = await AcceptedAsync(toldAt: CaseworkHost.Monday.AddDays(3));
        await host.RunAsync();

        CaseworkHost.Must(await PayAsync(host, proof => new(Accepted.AddDays(1), proof)));
        await host.RunAsync();

        var application = await host.AskAsync(db => db.Applications.SingleAsync());
        Assert.Equal((false, Accepted.AddDays(1)), (application.LeftFastLane, application.FeePaidOn!.Value));
        Assert.Equal(1, await host.AskAsync(db => db.AuditEvents.CountAsync(e => e.Action == "office.fee-paid")));
    }

    [Fact]
    public async Task A_filing_told_after_the_last_day_leaves_a_working_day_to_tell_of_the_payment_and_no_more()
    {
        await using var host = await AcceptedAsync(toldAt: CaseworkHost.Monday.AddDays(3));

        host.Clock.Set(ChinaTime.EndOfDay(Accepted.AddDays(4)).AddMinutes(-1));
        await host.RunAsync();
        Assert.False(await host.AskAsync(db => db.Applications.Select(a => a.LeftFastLane).SingleAsync()));
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.RunAsync();

        Assert.Equal("fee-late", await host.AskAsync(db => db.Applications.Select(a => a.LeftFastLaneReason).SingleAsync()));
    }

    [Fact]
    public async Task A_filing_before_the_submission_to_the_centre_is_refused_with_that_day()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileAsync(1);
        await ApplicationJourneyTests.DecideAsync(host, id, "pass", "");
        await host.RunAsync();
        await ApplicationJourneyTests.ConfirmIfDrawnAsync(host, id);
        var item = await host.TaskAsync(id, RecordOfficeFiling.Task);

        var refused = await host.DoAsync("merchant", (services, viewer, actor) =>
            services.GetRequiredService<RecordOfficeFiling>().ExecuteAsync(item.Id, "202630765432.5", new DateOnly(26, 11, 16), Accepted, viewer, actor, default));

        var violation = Assert.Single(refused.Violations);
        Assert.Equal(("office.filed-before-submission", "filedOn", "2026-11-16"), (violation.Code, violation.Field, violation.Arguments[0]));
    }

    private static Task<Guid> IdAsync(CaseworkHost host) => host.AskAsync(db => db.Applications.Select(a => a.Id).SingleAsync());

    [Theory]
    [InlineData("2027-11-05", "2028-01-05", 2028, "2027-11-08")]
    [InlineData("2027-12-31", "2028-02-29", 2028, null)]
    [InlineData("2027-10-20", "2027-12-20", null, "2027-10-21")]
    public void A_last_day_in_a_year_without_calendar_is_told_as_it_stands_with_the_year(string day, string lawful, int? missing, string? lane)
    {
        var sources = CaseworkSources.Read(Repository.PathTo("data"), Repository.PathTo("workflows"));
        var filed = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var application = new DesignApplication { Id = Guid.Empty, FirmId = Guid.Empty };
        application.RecordFiling("202730000001.0", filed, filed);

        var due = new FeeDuty(null!, sources.Reference).Of(application);

        Assert.Equal((DateOnly.Parse(lawful, System.Globalization.CultureInfo.InvariantCulture), missing), (due.LastLawfulDay!.Value, due.YearMissing));
        Assert.Equal(lane, due.LastDay?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    private static async Task<FeeDue> DutyAsync(CaseworkHost host)
    {
        await using var scope = host.Scope();
        return await scope.ServiceProvider.GetRequiredService<FeeDuty>().OfAsync(await IdAsync(host), default);
    }

    private static async Task<IReadOnlyList<UnpaidFee>> UnpaidAsync(CaseworkHost host)
    {
        await using var scope = host.Scope();
        return await scope.ServiceProvider.GetRequiredService<UnpaidFeesQuery>().ReadAsync(default);
    }

    private static async Task<Result<DesignApplication>> PayAsync(CaseworkHost host, Func<CheckedFile, FeePayment> payment)
    {
        var id = await IdAsync(host);
        await using var scope = host.Scope();
        var (viewer, actor) = await CaseworkHost.AsAsync(scope.ServiceProvider, "merchant");
        var proof = CaseworkHost.Must(await scope.ServiceProvider.GetRequiredService<ReadDocument>().ExecuteAsync(Papers.Pdf("paid"), "凭证.pdf", "proof", default));
        var result = await scope.ServiceProvider.GetRequiredService<RecordFeePayment>().ExecuteAsync(id, payment(proof), viewer, actor, default);
        if (result.Succeeded)
            await scope.ServiceProvider.GetRequiredService<CaseworkDbContext>().SaveChangesAsync();
        return result;
    }

    private static async Task<List<(string, string)>> FeeNoticesAsync(CaseworkHost host) =>
    [
        .. (await host.AskAsync(db => db.Notices.Where(n => n.Template.StartsWith("filing-fee")).OrderBy(n => n.SentAt).ToListAsync()))
            .Select(n => (n.Template, ChinaTime.Local(n.SentAt).ToString("dd HH:mm", System.Globalization.CultureInfo.InvariantCulture))),
    ];
}

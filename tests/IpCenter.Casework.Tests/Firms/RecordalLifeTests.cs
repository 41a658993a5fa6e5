using IpCenter.Casework.Applications;
using IpCenter.Casework.Firms;
using IpCenter.Casework.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Firms;

/// <summary>A recordal from its request over renewal and suspension to its end.</summary>
public sealed class RecordalLifeTests
{
    private const string Code = "91371721AY4CL12THN";

    [Fact]
    public async Task A_renewal_follows_on_the_day_after_the_end_and_the_old_one_holds_until_then()
    {
        await using var host = await SampleCentre.StartAsync();
        host.Clock.Set(new DateTimeOffset(2028, 11, 20, 9, 0, 0, TimeSpan.FromHours(8)));
        var id = await RenewAsync(host);

        var decided = CaseworkHost.Must(await host.TryAsync<Recordal, DecideRecordal>("examiner", (use, viewer, actor) =>
            use.ExecuteAsync(id, RecordalAnswer.ApprovedOnLicence, viewer, actor, default)));

        Assert.Equal((new DateOnly(2029, 1, 2), new DateOnly(2032, 1, 1)), (decided.ValidFrom, decided.ValidUntil));
        var before = await StandingAsync(host, new DateOnly(2029, 1, 1));
        var after = await StandingAsync(host, new DateOnly(2029, 1, 2));
        Assert.Equal((StandingState.InForce, SampleCentre.IdOf("recordal:firm"), id), (before.State, before.Current!.Id, before.Next!.Id));
        Assert.Equal((StandingState.InForce, id), (after.State, after.Current!.Id));
        Assert.Equal(StandingState.Expired, (await StandingAsync(host, new DateOnly(2032, 1, 2))).State);
    }

    [Fact]
    public async Task A_refused_renewal_leaves_the_old_one_in_force_and_can_be_asked_for_again()
    {
        await using var host = await SampleCentre.StartAsync();
        host.Clock.Set(new DateTimeOffset(2028, 11, 20, 9, 0, 0, TimeSpan.FromHours(8)));
        var id = await RenewAsync(host);

        CaseworkHost.Must(await host.TryAsync<Recordal, DecideRecordal>("examiner", (use, viewer, actor) =>
            use.ExecuteAsync(id, RecordalAnswer.Of(RecordalStatus.Refused, "请补充营业执照"), viewer, actor, default)));

        var standing = await StandingAsync(host, new DateOnly(2028, 11, 20));
        Assert.Equal((StandingState.InForce, id, true), (standing.State, standing.RefusedRenewal!.Id, standing.MayRenewOn(new DateOnly(2028, 11, 20))));
        Assert.Equal("请补充营业执照", standing.RefusedRenewal.DecisionReason);
    }

    [Theory]
    [InlineData("2028-10-02", "recordal.too-early")]
    [InlineData("2028-10-03", null)]
    public async Task A_renewal_opens_ninety_days_before_the_end(string day, string? refused)
    {
        await using var host = await SampleCentre.StartAsync();
        host.Clock.Set(new DateTimeOffset(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), new TimeOnly(9, 0), TimeSpan.FromHours(8)));

        var asked = await host.TryAsync<Recordal, RequestRecordal>("merchant", (use, viewer, actor) =>
            use.ExecuteAsync(FirmDesk.Asking(Code, SampleCentre.IdOf("renewal")), viewer, actor, default));

        Assert.Equal(refused, asked.Violations is [var why, ..] ? why.Code : null);
    }

    [Fact]
    public async Task While_one_request_waits_no_second_is_taken()
    {
        await using var host = await SampleCentre.StartAsync();
        host.Clock.Set(new DateTimeOffset(2028, 11, 20, 9, 0, 0, TimeSpan.FromHours(8)));
        await RenewAsync(host);

        var second = await host.TryAsync<Recordal, RequestRecordal>("merchant", (use, viewer, actor) =>
            use.ExecuteAsync(FirmDesk.Asking(Code, SampleCentre.IdOf("second")), viewer, actor, default));

        Assert.Equal("recordal.pending", FirmDesk.CodeOf(second));
    }

    [Fact]
    public async Task What_the_firm_says_becomes_its_facts_with_the_approval_and_not_before()
    {
        await using var host = await SampleCentre.StartAsync();
        host.Clock.Set(new DateTimeOffset(2028, 11, 20, 9, 0, 0, TimeSpan.FromHours(8)));
        var id = await RenewAsync(host);
        var waiting = await host.AskAsync(db => db.Firms.SingleAsync(f => f.Id == FirmDesk.FirmId));
        Assert.Equal(("曹县firm有限公司", "0530-1111111"), (waiting.Name, waiting.ContactPhone));

        CaseworkHost.Must(await host.TryAsync<Recordal, DecideRecordal>("examiner", (use, viewer, actor) =>
            use.ExecuteAsync(id, RecordalAnswer.ApprovedOnLicence, viewer, actor, default)));

        Assert.Equal("曹县新店", (await host.AskAsync(db => db.Firms.SingleAsync(f => f.Id == FirmDesk.FirmId))).Name);
    }

    [Fact]
    public async Task A_suspension_closes_the_fast_lane_until_it_is_lifted_and_the_firm_is_heard()
    {
        await using var host = await SampleCentre.StartAsync();
        var recordal = SampleCentre.IdOf("recordal:firm");
        var suspension = CaseworkHost.Must(await host.TryAsync<RecordalSuspension, SuspendRecordal>("supervisor", (use, viewer, actor) =>
            use.SuspendAsync(recordal, "登记地待核实", viewer, actor, default)));
        Assert.Equal(Casework.Formalities.Facts.RecordalStatus.Suspended, await FastTrackAsync(host));

        host.Clock.Advance(TimeSpan.FromHours(1));
        CaseworkHost.Must(await host.TryAsync<RecordalSuspension, SuspendRecordal>("merchant", (use, viewer, actor) =>
            use.StateAsync(suspension.Id, "仍在本县", viewer, actor, default)));
        Assert.Contains("recordal-stated", await host.NoticesOfAsync("supervisor"));
        var lifted = CaseworkHost.Must(await host.TryAsync<RecordalSuspension, SuspendRecordal>("examiner", (use, viewer, actor) =>
            use.LiftAsync(recordal, "已核实", viewer, actor, default)));

        Assert.Equal(("登记地待核实", "仍在本县", "已核实"), (lifted.Reason, lifted.Statement, lifted.LiftReason));
        Assert.Equal(Casework.Formalities.Facts.RecordalStatus.Recorded, await FastTrackAsync(host));
        Assert.Equal(["recordal.suspended", "recordal.stated", "recordal.lifted"], await host.ActionsAsync(FirmDesk.FirmId));
        Assert.Equal(["recordal-suspended", "recordal-lifted"], await host.NoticesOfAsync("merchant"));
    }

    [Fact]
    public async Task A_suspension_also_rests_the_renewal_that_follows()
    {
        await using var host = await SampleCentre.StartAsync();
        host.Clock.Set(new DateTimeOffset(2028, 11, 20, 9, 0, 0, TimeSpan.FromHours(8)));
        var id = await RenewAsync(host);
        CaseworkHost.Must(await host.TryAsync<Recordal, DecideRecordal>("examiner", (use, viewer, actor) =>
            use.ExecuteAsync(id, RecordalAnswer.ApprovedOnLicence, viewer, actor, default)));

        CaseworkHost.Must(await host.TryAsync<RecordalSuspension, SuspendRecordal>("examiner", (use, viewer, actor) =>
            use.SuspendAsync(SampleCentre.IdOf("recordal:firm"), "待核实", viewer, actor, default)));

        Assert.Equal(StandingState.Suspended, (await StandingAsync(host, new DateOnly(2029, 6, 1))).State);
    }

    [Fact]
    public async Task A_renewal_approved_during_a_suspension_rests_too_until_it_is_lifted()
    {
        await using var host = await SampleCentre.StartAsync();
        host.Clock.Set(new DateTimeOffset(2028, 11, 20, 9, 0, 0, TimeSpan.FromHours(8)));
        var id = await RenewAsync(host);
        CaseworkHost.Must(await host.TryAsync<RecordalSuspension, SuspendRecordal>("examiner", (use, viewer, actor) =>
            use.SuspendAsync(SampleCentre.IdOf("recordal:firm"), "待核实", viewer, actor, default)));

        CaseworkHost.Must(await host.TryAsync<Recordal, DecideRecordal>("examiner", (use, viewer, actor) =>
            use.ExecuteAsync(id, RecordalAnswer.ApprovedOnLicence, viewer, actor, default)));

        Assert.Equal(StandingState.Suspended, (await StandingAsync(host, new DateOnly(2029, 6, 1))).State);
        CaseworkHost.Must(await host.TryAsync<RecordalSuspension, SuspendRecordal>("examiner", (use, viewer, actor) =>
            use.LiftAsync(SampleCentre.IdOf("recordal:firm"), "已核实", viewer, actor, default)));
        Assert.Equal(StandingState.InForce, (await StandingAsync(host, new DateOnly(2029, 6, 1))).State);
    }

    [Fact]
    public async Task A_recordal_after_an_expired_suspension_can_be_suspended_in_its_turn()
    {
        await using var host = await SampleCentre.StartAsync();
        CaseworkHost.Must(await host.TryAsync<RecordalSuspension, SuspendRecordal>("examiner", (use, viewer, actor) =>
            use.SuspendAsync(SampleCentre.IdOf("recordal:firm"), "待核实", viewer, actor, default)));
        host.Clock.Set(new DateTimeOffset(2029, 3, 1, 9, 0, 0, TimeSpan.FromHours(8)));
        var id = SampleCentre.IdOf("anew");
        CaseworkHost.Must(await host.TryAsync<Recordal, RequestRecordal>("merchant", (use, viewer, actor) => use.ExecuteAsync(FirmDesk.Asking(Code, id), viewer, actor, default)));
        CaseworkHost.Must(await host.TryAsync<Recordal, DecideRecordal>("examiner", (use, viewer, actor) =>
            use.ExecuteAsync(id, RecordalAnswer.ApprovedOnLicence, viewer, actor, default)));

        CaseworkHost.Must(await host.TryAsync<RecordalSuspension, SuspendRecordal>("examiner", (use, viewer, actor) =>
            use.SuspendAsync(id, "再次待核实", viewer, actor, default)));

        Assert.Equal("再次待核实", (await host.AskAsync(db => db.RecordalSuspensions.SingleAsync(s => s.LiftedAt == null))).Reason);
    }

    [Fact]
    public async Task A_helper_becomes_no_owner_of_a_firm_by_asking_for_its_recordal()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.AddPersonAsync("agent9", Roles.Agent);

        var refused = await host.TryAsync<Recordal, RequestRecordal>("agent9", (use, viewer, actor) =>
            use.ExecuteAsync(FirmDesk.Asking("92371721MA3XH7C487", SampleCentre.IdOf("claimed")), viewer, actor, default));

        Assert.Equal(("recordal.helpers-ask", "creditCode"), (refused.Violations[0].Code, refused.Violations[0].Field));
        Assert.Equal(0, await host.AskAsync(db => db.Firms.CountAsync(f => f.CreditCode == "92371721MA3XH7C487")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public async Task A_suspension_without_a_reason_is_refused_at_its_field(string reason)
    {
        await using var host = await SampleCentre.StartAsync();

        var refused = await host.TryAsync<RecordalSuspension, SuspendRecordal>("examiner", (use, viewer, actor) =>
            use.SuspendAsync(SampleCentre.IdOf("recordal:firm"), reason, viewer, actor, default));

        Assert.Equal(("reason.required", "reason"), (refused.Violations[0].Code, refused.Violations[0].Field));
    }

    [Fact]
    public async Task The_criteria_are_kept_as_they_stood_and_an_officers_finding_stands_beside_what_was_unknown()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.AddPersonAsync("newcomer", Roles.Merchant);
        var id = SampleCentre.IdOf("asked");
        CaseworkHost.Must(await host.TryAsync<Recordal, RequestRecordal>("newcomer", (use, viewer, actor) =>
            use.ExecuteAsync(FirmDesk.Asking("92371721MA3RB5H87D", id) with { Kind = FirmKind.IndividualBusiness }, viewer, actor, default)));

        CaseworkHost.Must(await host.TryAsync<Recordal, DecideRecordal>("examiner", (use, viewer, actor) => use.ExecuteAsync(
            id, new RecordalAnswer(RecordalStatus.Approved, null, new Dictionary<string, CriterionVerdict> { ["abnormal"] = CriterionVerdict.Met, ["licence"] = CriterionVerdict.Met, ["place"] = CriterionVerdict.NotMet }),
            viewer, actor, default)));

        var kept = (await host.AskAsync(db => db.Recordals.AsNoTracking().SingleAsync(r => r.Id == id))).Assessment!.ToDictionary(c => c.Key);
        Assert.Equal(CriterionKeys.All.Order(), kept.Keys.Order());
        Assert.Equal((CriterionVerdict.Unknown, CriterionVerdict.Met), (kept["abnormal"].Verdict, kept["abnormal"].Standing));
        Assert.Equal(CriterionVerdict.Unknown, kept["subject"].Standing);
        // What the software can tell is not settled by hand.
        Assert.Equal((CriterionVerdict.Met, (CriterionVerdict?)null), (kept["place"].Verdict, kept["place"].SettledAs));
        Assert.All(kept.Values, c => Assert.True(c.Rule.Zh.Length > 0 && c.Source.Length > 0 && c.Confidence > 0));
    }

    [Fact]
    public async Task Approving_against_a_condition_that_is_not_met_needs_a_reason()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.AddPersonAsync("newcomer", Roles.Merchant);
        var id = SampleCentre.IdOf("elsewhere");
        CaseworkHost.Must(await host.TryAsync<Recordal, RequestRecordal>("newcomer", (use, viewer, actor) =>
            use.ExecuteAsync(FirmDesk.Asking("91371721MA3QK8T21U", id) with { PlaceCode = "371700" }, viewer, actor, default)));

        var refused = await host.TryAsync<Recordal, DecideRecordal>("examiner", (use, viewer, actor) =>
            use.ExecuteAsync(id, RecordalAnswer.ApprovedOnLicence, viewer, actor, default));
        var approved = await host.TryAsync<Recordal, DecideRecordal>("examiner", (use, viewer, actor) =>
            use.ExecuteAsync(id, RecordalAnswer.Of(RecordalStatus.Approved, "主管部门已同意"), viewer, actor, default));

        Assert.Equal(("recordal.overrule", "reason"), (refused.Violations[0].Code, refused.Violations[0].Field));
        Assert.True(approved.Succeeded);
    }

    [Theory]
    [InlineData("filer", "firm.owner-only")]
    [InlineData("rival", "recordal.other-people")]
    public async Task Only_an_owner_asks_for_a_known_firm(string user, string code)
    {
        await using var host = await SampleCentre.StartAsync();
        await host.AddPersonAsync("filer", Roles.Merchant, FirmPower.Act);
        host.Clock.Set(new DateTimeOffset(2028, 11, 20, 9, 0, 0, TimeSpan.FromHours(8)));

        var refused = await host.TryAsync<Recordal, RequestRecordal>(user, (use, viewer, actor) =>
            use.ExecuteAsync(FirmDesk.Asking(Code, SampleCentre.IdOf("renewal")), viewer, actor, default));

        Assert.Equal((code, "creditCode"), (refused.Violations[0].Code, refused.Violations[0].Field));
    }

    private static async Task<Guid> RenewAsync(CaseworkHost host)
    {
        var id = SampleCentre.IdOf("renewal");
        var asked = CaseworkHost.Must(await host.TryAsync<Recordal, RequestRecordal>("merchant", (use, viewer, actor) =>
            use.ExecuteAsync(FirmDesk.Asking(Code, id), viewer, actor, default)));
        Assert.Equal(SampleCentre.IdOf("recordal:firm"), asked.RenewsId);
        return id;
    }

    private static async Task<FirmStanding> StandingAsync(CaseworkHost host, DateOnly day)
    {
        await using var scope = host.Scope();
        var term = scope.ServiceProvider.GetRequiredService<Casework.ReferenceData.ReferenceLibrary>().Recordals.Term;
        return FirmStanding.Of(await host.AskAsync(db => db.Recordals.AsNoTracking().Where(r => r.FirmId == FirmDesk.FirmId).ToListAsync()), day, term);
    }

    private static async Task<Casework.Formalities.Facts.RecordalStatus> FastTrackAsync(CaseworkHost host)
    {
        await using var scope = host.Scope();
        var facts = await scope.ServiceProvider.GetRequiredService<ApplicationFactsReading>().ReadAsync(
            new DesignApplication { Id = Guid.Empty, FirmId = FirmDesk.FirmId }, host.Clock.GetUtcNow(), default);
        return facts.FastTrack.Recordal;
    }
}

using IpCenter.Casework.AnnualFees;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Designs;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.Tests.Firms;
using IpCenter.Casework.Tests.ReferenceData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static IpCenter.Casework.Tests.Designs.SampleRights;

namespace IpCenter.Casework.Tests.AnnualFees;

public sealed class AnnualFeeTests
{
    private static readonly AnnualFeeCalendar Calendar = new(Reference.Library);

    [Theory]
    [InlineData("2025-03-10", "2025-04-10", 15)]
    [InlineData("2021-05-31", "2021-06-30", 10)]
    public void A_right_has_a_fee_for_each_year_of_its_term(string filed, string announced, int years)
    {
        var design = Right(When.Day(filed));
        design.AnnouncedOn = When.Day(announced);

        var fees = Calendar.Of(design, []);

        Assert.Equal(years, fees.Count);
        Assert.Equal(FeeKnowledge.AtRegistration, fees[0].Knowledge);
        Assert.Equal(design.ExpiresOn, fees[^1].To.AddDays(1));
    }

    /// <summary>审查指南 part V ch. 9, 2.2.1.1: filed on 1997-06-03 and granted on 2001-08-01, the fifth year is settled and the sixth due on 2002-06-03.</summary>
    [Fact]
    public void Years_count_from_filing_and_the_year_of_grant_is_settled_with_it()
    {
        var design = Right(new DateOnly(2026, 6, 3), CaseworkHost.Monday);
        design.AnnouncedOn = new DateOnly(2027, 8, 1);

        var fees = Calendar.Of(design, []);

        Assert.Equal([FeeKnowledge.AtRegistration, FeeKnowledge.AtRegistration, FeeKnowledge.Open], fees.Take(3).Select(f => f.Knowledge));
        Assert.Equal(new DateOnly(2028, 6, 3), fees[2].Nominal);
    }

    /// <summary>2026-02-16 to 02-23 is the Spring Festival, and the grace ends on a Sunday.</summary>
    [Fact]
    public void A_due_day_on_a_day_off_moves_and_says_why()
    {
        var fee = Calendar.Next(Right(new DateOnly(2025, 2, 16)), [])!;

        Assert.Equal((new DateOnly(2026, 2, 16), new DateOnly(2026, 2, 24)), (fee.Nominal, fee.DueOn));
        var words = string.Concat(DeadlineWording.Explain(fee.Steps[0].Why!).Select(w => w.Zh));
        Assert.Contains("专利法实施细则（2023）第115条", words);
        Assert.Contains("顺延至2026年2月24日", words);
        Assert.Equal(new DateOnly(2026, 8, 17), fee.GraceEndsOn);
    }

    [Fact]
    public void The_surcharge_is_five_per_cent_for_each_whole_month_and_none_in_the_first()
    {
        var fee = Calendar.Next(Right(new DateOnly(2025, 3, 10)), [])!;

        Assert.Equal([600m, 600m, 630m, 660m, 690m, 720m, 750m], fee.Steps.Select(s => s.Quote.AmountCny));
        Assert.Equal(
            [new(2026, 3, 10), new(2026, 4, 10), new(2026, 5, 11), new(2026, 6, 10), new(2026, 7, 10), new(2026, 8, 10), new DateOnly(2026, 9, 10)],
            fee.Steps.Select(s => s.Until));
        Assert.Equal(630m, fee.StepOn(new DateOnly(2026, 5, 11))!.Quote.AmountCny);
        Assert.Equal(660m, fee.StepOn(new DateOnly(2026, 5, 12))!.Quote.AmountCny);
        Assert.Null(fee.StepOn(new DateOnly(2026, 9, 11)));
    }

    [Fact]
    public void A_reduction_holds_for_ten_years_from_the_year_of_grant_and_leaves_the_surcharge_whole()
    {
        var design = Right(new DateOnly(2026, 11, 10), CaseworkHost.Monday);
        design.FeesReduced = true;
        var fees = Calendar.Of(design, []);

        Assert.Equal([90m, 300m, 3000m], ((AnnualFee[])[fees[1], fees[9], fees[10]]).Select(fee => fee.Steps[0].Quote.AmountCny));
        Assert.Equal(90m + 150m, fees[1].Steps[^1].Quote.AmountCny);
        design.OwnerCount = 2;
        Assert.Equal(180m, Calendar.Of(design, [])[1].Steps[0].Quote.AmountCny);
    }

    [Fact]
    public void A_year_without_a_calendar_keeps_its_day_of_the_month_and_gives_no_reason()
    {
        var fee = Calendar.Of(Right(new DateOnly(2026, 3, 10), CaseworkHost.Monday), [])[4];

        Assert.Equal(new DateOnly(2030, 3, 10), fee.DueOn);
        Assert.Null(fee.Steps[0].Why);
    }

    /// <summary>2025-03-10: the second year's fee was due on 2026-03-10, its grace ends on 2026-09-10.</summary>
    [Theory]
    [InlineData("2026-03-09", FeeKnowledge.Open)]
    [InlineData("2026-06-01", FeeKnowledge.Open)]
    [InlineData("2026-09-10", FeeKnowledge.Open)]
    [InlineData("2026-09-11", FeeKnowledge.BeforeRegister)]
    public void A_fee_whose_grace_runs_when_the_right_comes_into_the_register_is_open(string published, FeeKnowledge knowledge)
    {
        var fee = Calendar.Of(Right(new DateOnly(2025, 3, 10), ChinaTime.At(When.Day(published), new TimeOnly(9, 0))), [])[1];

        Assert.Equal(knowledge, fee.Knowledge);
        Assert.Equal(knowledge == FeeKnowledge.Open ? new DateOnly(2026, 9, 10) : fee.Nominal, fee.GraceEndsOn);
    }

    [Theory]
    [InlineData("2027-12-31", true)]
    [InlineData("2026-02-16", true)]
    [InlineData("2028-01-03", false)]
    [InlineData("2040-05-05", false)]
    [InlineData("2023-05-05", false)]
    public void A_calendar_says_whether_it_can_move_a_day(string day, bool can) =>
        Assert.Equal(can, Reference.Library.Calendar.CanRollForward(When.Day(day)));

    [Fact]
    public void A_day_at_the_end_of_the_last_known_year_that_would_move_into_the_next_is_not_moved()
    {
        var calendar = new WorkingCalendar([Reference.Library.Calendar.Notices[0] with { Holidays = [new(new("元旦", "New Year"), new(2024, 12, 31), new(2024, 12, 31))], MakeUpWorkdays = [] }]);

        Assert.False(calendar.CanRollForward(new(2024, 12, 31)));
        Assert.True(calendar.CanRollForward(new(2024, 12, 30)));
    }

    [Theory]
    [InlineData("2026-12-09", null)]
    [InlineData("2026-12-10", "before-90")]
    [InlineData("2027-02-07", "before-90")]
    [InlineData("2027-02-08", "before-30")]
    [InlineData("2027-03-03", "before-7")]
    [InlineData("2027-03-10", "before-7")]
    [InlineData("2027-03-11", "grace-1")]
    [InlineData("2027-04-12", "grace-1")]
    [InlineData("2027-04-13", "grace-2")]
    [InlineData("2027-09-10", "grace-6")]
    [InlineData("2027-09-11", null)]
    public void Reminders_come_at_their_days(string day, string? step) =>
        Assert.Equal(step, Reference.Library.FeeReminders.StepOn(Calendar.Next(Right(new DateOnly(2026, 3, 10), CaseworkHost.Monday), [])!, When.Day(day)));

    [Fact]
    public async Task Each_reminder_is_sent_once_and_a_late_start_sends_only_the_nearest()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.PublishAsync(Right(new DateOnly(2025, 11, 20)));

        int[] made = [await RemindAsync(host), await RemindAsync(host)];
        Assert.Equal([1, 0], made);
        host.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await RemindAsync(host));

        var notice = await host.AskAsync(db => db.Notices.SingleAsync());
        Assert.Equal((RemindAnnualFees.DueNotice, SampleCentre.IdOf("merchant"), "2026-11-20", "600"), (notice.Template, notice.PersonId, notice.Arguments["by"], notice.Arguments["fee"]));
        Assert.Equal("before-7", (await host.AskAsync(db => db.FeeReminders.SingleAsync())).Step);
    }

    [Fact]
    public async Task A_reduced_fee_is_told_beside_the_full_one_and_a_new_owner_is_told_the_full_one_alone()
    {
        await using var host = await SampleCentre.StartAsync();
        var right = Right(new DateOnly(2025, 11, 20));
        (right.FeesReduced, right.OwnerCount) = (true, 1);
        var id = await host.PublishAsync(right);
        await RemindAsync(host);

        var reduced = await host.AskAsync(db => db.Notices.SingleAsync());
        await host.DoAsync("examiner", async (services, viewer, actor) => CaseworkHost.Must(await services.GetRequiredService<RecordRightEntry>().ExecuteAsync(
            SampleCentre.IdOf("sold"), id, Facts(RightEntryKind.Transferred) with { NewOwnerCode = "93371721DD272HD1TY" }, null, viewer, actor, default)));
        await host.ChangeAsync(async db => db.FeeReminders.RemoveRange(await db.FeeReminders.ToListAsync()));
        await RemindAsync(host);

        Assert.Equal((RemindAnnualFees.DueNotice + RemindAnnualFees.ReducedNotice, "90", "600"), (reduced.Template, reduced.Arguments["fee"], reduced.Arguments["full"]));
        Assert.Equal((false, 0), await host.AskAsync(async db => (await db.Designs.SingleAsync()) is var d ? (d.FeesReduced, d.OwnerCount) : default));
        var full = await host.AskAsync(db => db.Notices.SingleAsync(n => n.Template == RemindAnnualFees.DueNotice));
        Assert.Equal((SampleCentre.IdOf("rival"), "600"), (full.PersonId, full.Arguments["fee"]));
    }

    [Fact]
    public async Task After_the_grace_a_lapse_is_suggested_once_and_only_a_person_records_it()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.PublishAsync(Right(new DateOnly(2025, 5, 13), new(2025, 6, 1, 0, 0, 0, TimeSpan.Zero)));

        int[] made = [await RemindAsync(host), await RemindAsync(host)];
        Assert.Equal([1, 0], made);

        var proposal = await host.AskAsync(db => db.RightProposals.SingleAsync());
        Assert.Equal((RightEntryKind.Lapsed, new DateOnly(2026, 5, 13), (Guid?)null), (proposal.Facts.Kind, proposal.Facts.EffectiveOn!.Value, proposal.SubmittedBy));
        Assert.Equal(DesignStatus.InForce, await host.AskAsync(db => db.Designs.Select(d => d.Status).SingleAsync()));
        var without = await DecideAsync(host, proposal.Id, new(true, "", null, ""));
        Assert.Equal([("field.required", "documentNumber"), ("field.required", "documentOn")], without.Violations.Select(v => (v.Code, v.Field!)));
        CaseworkHost.Must(await DecideAsync(host, proposal.Id, new(true, "终止通知书 1", new DateOnly(2026, 11, 16), "")));
        Assert.Equal(DesignStatus.Lapsed, await host.AskAsync(db => db.Designs.Where(d => d.Id == id).Select(d => d.Status).SingleAsync()));
    }

    [Fact]
    public async Task Of_a_right_whose_lapse_was_refused_the_later_years_are_reminded_of()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.PublishAsync(Right(new DateOnly(2025, 5, 13), new(2025, 6, 1, 0, 0, 0, TimeSpan.Zero)));
        await RemindAsync(host);
        var proposal = await host.AskAsync(db => db.RightProposals.SingleAsync());
        CaseworkHost.Must(await DecideAsync(host, proposal.Id, new(false, "", null, "已向国家知识产权局缴纳")));
        Assert.Equal(0, await RemindAsync(host));

        host.Clock.Set(new(2027, 5, 10, 9, 0, 0, TimeSpan.FromHours(8)));
        Assert.Equal(1, await RemindAsync(host));

        Assert.Equal(3, (await host.AskAsync(db => db.FeeReminders.SingleAsync())).Year);
        Assert.Equal(1, await host.AskAsync(db => db.RightProposals.CountAsync()));
    }

    [Fact]
    public async Task A_payment_with_its_proof_settles_the_year_and_can_be_voided_with_a_reason()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.PublishAsync(Right(new DateOnly(2025, 11, 20)));
        var receipt = new FeeReceipt(2, Today, 600, " 2026-778 ");

        var payment = CaseworkHost.Must(await PayAsync(host, "merchant", id, receipt, Pdf));
        Assert.Equal(0, await RemindAsync(host));
        Assert.Equal("2026-778", payment.ReceiptNumber);
        Assert.Equal("fee.year-not-open", Assert.Single((await PayAsync(host, "examiner", id, receipt, null)).Violations).Code);

        Assert.Equal("case.not-found", Assert.Single((await VoidAsync(host, "merchant", payment.Id, "误录")).Violations).Code);
        var unreasoned = Assert.Single((await VoidAsync(host, "examiner", payment.Id, " ")).Violations);
        Assert.Equal(("field.required", "reason"), (unreasoned.Code, unreasoned.Field));
        CaseworkHost.Must(await VoidAsync(host, "examiner", payment.Id, "误录"));
        Assert.Equal(1, await RemindAsync(host));
        CaseworkHost.Must(await PayAsync(host, "examiner", id, receipt, null));
        Assert.Equal(2, await host.AskAsync(db => db.AnnualFeePayments.CountAsync()));
    }

    [Fact]
    public async Task A_wrong_payment_is_refused_with_every_reason_at_its_field()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.PublishAsync(Right(new DateOnly(2025, 3, 10)));

        var empty = await PayAsync(host, "merchant", id, new(null, null, null, " "), null);
        Assert.Equal(
            [("fee.year-not-open", "year"), ("field.required", "paidOn"), ("field.required", "receiptNumber"), ("field.required", "amountCny"), ("field.required", "proof")],
            empty.Violations.Select(v => (v.Code, v.Field!)));
        var little = Assert.Single((await PayAsync(host, "merchant", id, new(2, new DateOnly(2026, 5, 12), 659, "1"), Pdf)).Violations);
        Assert.Equal(("fee.too-little", "amountCny", "660"), (little.Code, little.Field, little.Arguments[0]));
        var later = Assert.Single((await PayAsync(host, "merchant", id, new(3, new DateOnly(2026, 5, 12), 600, "1"), Pdf)).Violations);
        Assert.Equal(("fee.earlier-open", "year", "2"), (later.Code, later.Field, later.Arguments[0]));
        Assert.Equal("case.not-found", Assert.Single((await PayAsync(host, "rival", id, new(2, Today, 600, "1"), Pdf)).Violations).Code);
    }

    [Fact]
    public async Task A_calendar_opens_by_its_secret_until_it_is_revoked()
    {
        await using var host = await SampleCentre.StartAsync();
        var first = await OpenAsync(host);
        var second = await OpenAsync(host);

        Assert.Null(await FirmsAsync(host, first));
        Assert.Equal(SampleCentre.IdOf("firm"), Assert.Single((await FirmsAsync(host, second))!));
        Assert.DoesNotContain(second, await host.AskAsync(db => db.FeeCalendarAddresses.Select(a => a.KeyHash).ToListAsync()));
        await host.DoAsync("merchant", (services, _, actor) => services.GetRequiredService<FeeCalendarAccess>().RevokeAsync(actor, default));
        Assert.Null(await FirmsAsync(host, second));
    }

    [Theory]
    [InlineData(FirmPower.Read, "2026-12-31", 1)]
    [InlineData(FirmPower.Read, "2026-11-15", 0)]
    [InlineData(FirmPower.Notices, "2026-12-31", 0)]
    public async Task A_calendar_shows_the_firms_whose_cases_its_owner_may_see_today(FirmPower power, string until, int firms)
    {
        await using var host = await SampleCentre.StartAsync();
        await host.AddHelperAsync("helper9", Roles.Agent, power, DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture));
        var key = CaseworkHost.Must(await host.DoAsync("helper9", (services, _, actor) => services.GetRequiredService<FeeCalendarAccess>().OpenAsync(actor, default)));

        Assert.Equal(firms, (await FirmsAsync(host, key))!.Count);
    }

    [Fact]
    public async Task A_calendar_opened_twice_at_once_is_one()
    {
        await using var host = await SampleCentre.StartAsync();
        await OpenAsync(host);

        await Assert.ThrowsAsync<DbUpdateException>(() => host.ChangeAsync(db =>
        {
            db.FeeCalendarAddresses.Add(new FeeCalendarAddress { Id = Guid.CreateVersion7(host.Clock.GetUtcNow()), PersonId = SampleCentre.IdOf("merchant"), KeyHash = "other", CreatedAt = host.Clock.GetUtcNow() });
            return Task.CompletedTask;
        }));
    }

    [Fact]
    public void A_calendar_is_folded_and_escaped_as_the_standard_says()
    {
        var text = FeeCalendarText.Write("年费", [new("a@b", new DateOnly(2026, 12, 31), "年费; 首饰盒, 木\n盒" + new string('字', 40), "\\", null)], CaseworkHost.Monday);

        Assert.All(text.Split("\r\n"), line => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Contains("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n", text);
        Assert.Contains("SUMMARY:年费\\; 首饰盒\\, 木\\n盒", text);
        Assert.Contains("DESCRIPTION:\\\\\r\n", text);
        Assert.StartsWith("BEGIN:VCALENDAR\r\n", text);
        Assert.EndsWith("END:VCALENDAR\r\n", text);
    }

    private static Task<int> RemindAsync(CaseworkHost host) =>
        host.DoAsync("supervisor", (services, _, actor) => services.GetRequiredService<RemindAnnualFees>().ExecuteAsync(actor.At, default));

    private static Task<Result<AnnualFeePayment>> PayAsync(CaseworkHost host, string user, Guid design, FeeReceipt receipt, SentFile? proof) =>
        host.DoAsync(user, (services, viewer, actor) =>
            services.GetRequiredService<AnnualFeeRecords>().PayAsync(Guid.CreateVersion7(actor.At), design, receipt, proof, viewer, actor, default));

    private static Task<Result<AnnualFeePayment>> VoidAsync(CaseworkHost host, string user, Guid payment, string reason) =>
        host.DoAsync(user, (services, viewer, actor) => services.GetRequiredService<AnnualFeeRecords>().VoidAsync(payment, reason, viewer, actor, default));

    private static Task<Result<RightProposal>> DecideAsync(CaseworkHost host, Guid proposal, ProposalDecision decision) =>
        host.DoAsync("examiner", (services, viewer, actor) => services.GetRequiredService<DecideRightProposal>().ExecuteAsync(proposal, decision, viewer, actor, default));

    private static async Task<string> OpenAsync(CaseworkHost host) =>
        CaseworkHost.Must(await host.DoAsync("merchant", (services, _, actor) => services.GetRequiredService<FeeCalendarAccess>().OpenAsync(actor, default)));

    private static Task<IReadOnlySet<Guid>?> FirmsAsync(CaseworkHost host, string key) =>
        host.DoAsync("supervisor", (services, _, _) => services.GetRequiredService<FeeCalendarAccess>().FirmsAsync(key, host.Clock.GetUtcNow(), default));
}

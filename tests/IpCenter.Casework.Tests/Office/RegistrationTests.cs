using IpCenter.Casework.Clocks;
using IpCenter.Casework.Documents;
using IpCenter.Casework.Office;
using IpCenter.Casework.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Office;

/// <summary>办理登记手续: two months from the notice of grant (细则60); the right begins with the announcement (专利法40).</summary>
public sealed class RegistrationTests
{
    private static readonly DateOnly Notice = new(2026, 11, 16);

    /// <summary>2027-01-16 is a Saturday: the period ends on Monday the 18th.</summary>
    private static readonly DateOnly Last = new(2027, 1, 18);

    [Fact]
    public async Task A_notice_of_grant_gives_the_applicant_two_months_rolled_over_a_weekend_and_no_right_yet()
    {
        await using var host = await SampleCentre.StartAsync();

        var id = await host.GrantNoticeAsync();

        var item = await host.TaskAsync(id, RecordRegistration.Task);
        Assert.Equal("Registration", await host.StageAsync(id));
        Assert.Equal((Last, new DateOnly(2027, 1, 4)), (ChinaTime.DateOf(item.DueAt!.Value), ChinaTime.DateOf(item.WarnAt!.Value)));
        Assert.Equal(ClockOwner.Applicant, (await host.AskAsync(db => db.ClockSegments.SingleAsync(s => s.CaseId == id && s.To == null))).Owner);
        var date = await host.AskAsync(db => db.CaseDeadlines.SingleAsync(d => d.CaseId == id && d.SettledAt == null));
        Assert.Contains("专利法实施细则（2023）第60条", date.ExplanationZh, StringComparison.Ordinal);
        Assert.Contains("顺延至2027年1月18日", date.ExplanationZh, StringComparison.Ordinal);
        Assert.Contains("视为放弃取得专利权", date.ExplanationZh, StringComparison.Ordinal);
        Assert.False(await host.AskAsync(db => db.Designs.AnyAsync()));
        Assert.Equal([("registration-due", "11-16 09:00")], await host.ToldAsync("registration"));
    }

    [Fact]
    public async Task A_notice_that_was_told_late_counts_from_the_day_on_which_it_came()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await OfficeFilingTests.PassedAsync(host, 1);
        await Journeys.ApplicationJourneyTests.MarkAsync(host, id);
        host.Clock.Advance(TimeSpan.FromDays(3));
        await host.RunAsync();

        Assert.Equal("office.notice-day", Assert.Single((await host.TellNoticeAsync(id, Notice.AddDays(-1))).Violations).Code);
        Assert.Equal("office.notice-day", Assert.Single((await host.TellNoticeAsync(id, Notice.AddDays(4))).Violations).Code);
        CaseworkHost.Must(await host.TellNoticeAsync(id, Notice.AddDays(1)));
        await host.RunAsync();

        Assert.Equal(Last, ChinaTime.DateOf((await host.TaskAsync(id, RecordRegistration.Task)).DueAt!.Value));
    }

    [Fact]
    public async Task A_slip_in_the_day_of_the_notice_is_mended_by_the_centre_and_the_last_day_moves_with_it()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.GrantNoticeAsync();
        host.Clock.Advance(TimeSpan.FromDays(5));
        await host.RunAsync();

        Assert.Equal(["office.notice-day", "reason.required"], (await CorrectAsync(host, "examiner", id, Notice.AddDays(9), " ")).Violations.Select(v => v.Code));
        Assert.Equal("case.not-found", Assert.Single((await CorrectAsync(host, "merchant", id, Notice.AddDays(1), "看错了")).Violations).Code);
        CaseworkHost.Must(await CorrectAsync(host, "examiner", id, Notice.AddDays(4), "看错了通知书"));
        await host.RunAsync();

        var item = await host.TaskAsync(id, RecordRegistration.Task);
        Assert.Equal((new DateOnly(2027, 1, 20), Notice.AddDays(4)), (ChinaTime.DateOf(item.DueAt!.Value), await host.AskAsync(db => db.Applications.Where(a => a.Id == id).Select(a => a.GrantNoticeOn!.Value).SingleAsync())));
        // Between filing and notice nothing was announced.
        var task = await host.AskAsync(db => db.WorkItems.Where(w => w.CaseId == id && w.CompletedAt == null && w.CancelledAt == null && w.Queue == Queues.OfficeResults).Select(w => w.Name).FirstAsync());
        Assert.Equal("office.announced", Assert.Single((await host.AnswerAsync(id, task, "granted", Notice.AddDays(2))).Violations).Code);
        CaseworkHost.Must(await CorrectAsync(host, "examiner", id, Notice, "再次核对"));
        await host.RunAsync();
        Assert.Equal(Last, ChinaTime.DateOf((await host.TaskAsync(id, RecordRegistration.Task)).DueAt!.Value));
        Assert.Equal(2, await host.AskAsync(db => db.AuditEvents.CountAsync(e => e.Action == "office.grant-notice-corrected")));
    }

    [Fact]
    public async Task Nothing_is_deemed_abandoned_before_the_last_day()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.GrantNoticeAsync();
        var task = await host.AskAsync(db => db.WorkItems.Where(w => w.CaseId == id && w.CompletedAt == null && w.CancelledAt == null && w.Queue == Queues.OfficeResults).Select(w => w.Name).FirstAsync());

        var abandoned = await host.AnswerAsync(id, task, "deemed-abandoned", reason: "点错了");

        Assert.Equal(("registration.not-over", "2027-01-18"), (Assert.Single(abandoned.Violations).Code, abandoned.Violations[0].Arguments[0]));
    }

    private static Task<Casework.Results.Result<Casework.Applications.DesignApplication>> CorrectAsync(CaseworkHost host, string user, Guid id, DateOnly day, string reason) =>
        host.DoAsync(user, (services, viewer, actor) => services.GetRequiredService<CorrectGrantNotice>().ExecuteAsync(id, day, reason, viewer, actor, default));

    [Fact]
    public async Task The_firm_is_reminded_before_and_on_the_last_day_and_after_it_a_person_finds_out()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.GrantNoticeAsync();

        for (var day = 0; day < 64; day++)
        {
            host.Clock.Advance(TimeSpan.FromDays(1));
            await host.RunAsync();
        }

        Assert.Equal(
            [
                ("registration-due", "11-16 09:00"), ("registration-reminder", "01-04 09:00"), ("registration-last-day", "01-18 09:00"),
                ("registration-lapsed", "01-19 09:00"), ("registration-breach", "01-19 09:00"),
            ],
            (await host.ToldAsync("registration")).OrderBy(t => t.Item2 == "01-19 09:00" ? t.Item1 == "registration-breach" ? 2 : 1 : 0));
        // The software deems nothing abandoned: the case is where it was, and a supervisor has it.
        Assert.Equal(("Registration", null), (await host.StageAsync(id), await host.AskAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.Outcome).SingleAsync())));
        Assert.Equal(Queues.Supervision, (await host.TaskAsync(id, "RecordOverdueAnnouncement")).Queue);
        Assert.Equal("reason.required", Assert.Single((await host.AnswerAsync(id, "RecordOverdueAnnouncement", "deemed-abandoned", user: "supervisor")).Violations).Code);

        CaseworkHost.Must(await host.AnswerAsync(id, "RecordOverdueAnnouncement", "deemed-abandoned", reason: "视为放弃通知书 2027-02-01", user: "supervisor"));
        await host.RunAsync();

        Assert.Equal(("Closed", "deemed-abandoned"), (await host.StageAsync(id), await host.AskAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.Outcome).SingleAsync())));
        Assert.Single(await host.ToldAsync("deemed-abandoned"));
        Assert.False(await host.AskAsync(db => db.Designs.AnyAsync()));
        Assert.Empty(await host.AskAsync(db => db.WorkItems.Where(w => w.CompletedAt == null && w.CancelledAt == null).ToListAsync()));
    }

    [Fact]
    public async Task Registered_in_time_with_its_proof_the_case_waits_on_the_offices_clock_and_the_announcement_makes_the_right()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.GrantNoticeAsync();
        host.Clock.Advance(TimeSpan.FromDays(2));

        CaseworkHost.Must(await host.RegisterAsync(id, Notice.AddDays(1)));
        CaseworkHost.Must(await host.RegisterAsync(id, Notice.AddDays(1)));
        await host.RunAsync();

        Assert.Equal("Announcement", await host.StageAsync(id));
        Assert.Equal(ClockOwner.Office, (await host.AskAsync(db => db.ClockSegments.SingleAsync(s => s.CaseId == id && s.To == null))).Owner);
        Assert.Equal(1, await host.AskAsync(db => db.CaseDocuments.CountAsync(d => d.CaseId == id && d.Kind == DocumentKinds.RegistrationProof)));
        Assert.Equal(1, await host.AskAsync(db => db.AuditEvents.CountAsync(e => e.Action == "office.registered")));
        CaseworkHost.Must(await host.AnswerAsync(id, "RecordAnnouncement", "granted", host.Today()));
        await host.RunAsync();
        var design = await host.AskAsync(db => db.Designs.SingleAsync());
        Assert.Equal((id, host.Today()), (design.ApplicationId, design.AnnouncedOn));
        Assert.Equal("granted", await host.AskAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.Outcome).SingleAsync()));
    }

    [Fact]
    public async Task An_announcement_that_comes_before_anybody_told_of_the_registration_grants_all_the_same()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.GrantNoticeAsync();
        host.Clock.Advance(TimeSpan.FromDays(10));

        CaseworkHost.Must(await host.AnswerAsync(id, "RecordAnnouncement", "granted", host.Today()));
        await host.RunAsync();

        Assert.Equal("Closed", await host.StageAsync(id));
        Assert.True(await host.AskAsync(db => db.Designs.AnyAsync(d => d.ApplicationId == id)));
    }

    [Theory]
    [InlineData(null, "registration.day")]
    [InlineData(-1, "registration.before-notice")]
    [InlineData(90, "date.not-future")]
    [InlineData(64, "registration.late")]
    public async Task A_day_that_cannot_be_or_is_too_late_is_refused_at_its_field(int? after, string code)
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.GrantNoticeAsync();
        host.Clock.Advance(TimeSpan.FromDays(70));
        await host.RunAsync();

        var refused = await host.RegisterAsync(id, after is { } days ? Notice.AddDays(days) : null);

        Assert.Equal((code, "doneOn"), (Assert.Single(refused.Violations).Code, refused.Violations[0].Field));
    }

    [Fact]
    public async Task What_was_done_on_the_last_day_may_be_told_after_it()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.GrantNoticeAsync();
        host.Clock.Advance(TimeSpan.FromDays(70));
        await host.RunAsync();

        CaseworkHost.Must(await host.RegisterAsync(id, Last));
        await host.RunAsync();

        Assert.Equal("Announcement", await host.StageAsync(id));
    }

    [Fact]
    public async Task A_proof_may_follow_and_without_either_nothing_is_registered_and_nobody_else_may_tell()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.GrantNoticeAsync();

        Assert.Equal("fee.proof-or-promise", Assert.Single((await host.RegisterAsync(id, Notice, withProof: false)).Violations).Code);
        Assert.Equal("case.not-found", Assert.Single((await host.RegisterAsync(id, Notice, user: "rival")).Violations).Code);
        CaseworkHost.Must(await host.RegisterAsync(id, Notice, withProof: false, promises: true));

        var owed = await host.AskAsync(db => db.OwedDocuments.SingleAsync(d => d.CaseId == id && d.Kind == DocumentKinds.RegistrationProof));
        Assert.Equal((OwedState.Owed, new DateOnly(2026, 11, 19)), (owed.State, ChinaTime.DateOf(owed.DueAt)));
    }

    [Fact]
    public async Task The_sum_is_the_annual_fee_of_the_year_of_grant_by_the_schedule_and_the_flag()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.GrantNoticeAsync();

        var full = await host.RegistrationDueAsync(id);
        await host.ChangeAsync(async db =>
        {
            var application = await db.Applications.SingleAsync(a => a.Id == id);
            application.Save(application.Form with { Applicants = [.. application.Form.Applicants.Select(a => a with { FeeReductionRequested = true })] }, "", host.Clock.GetUtcNow());
        });
        var reduced = await host.RegistrationDueAsync(id);

        Assert.Equal((600m, 600m, false, 1, Last), (full.Total, full.FullTotal, full.IsReduced, full.Year, full.Last.DueDate));
        Assert.Equal((90m, 600m, true), (reduced.Total, reduced.FullTotal, reduced.IsReduced));
        Assert.Equal(["registration", "annual-1-3"], full.Items.Select(i => i.Item.Code));
    }

    /// <summary>There is no calendar of 2028: two months from November 2027 are the day before any move, and the year is named.</summary>
    [Fact]
    public async Task A_registration_that_ends_in_a_year_without_calendar_is_counted_to_its_nominal_day()
    {
        await using var host = await SampleCentre.StartAsync();
        host.Clock.Set(new DateTimeOffset(2027, 11, 15, 9, 0, 0, TimeSpan.FromHours(8)));

        var id = await host.GrantNoticeAsync();

        var date = await host.AskAsync(db => db.CaseDeadlines.SingleAsync(d => d.CaseId == id && d.SettledAt == null));
        Assert.Equal(new DateOnly(2028, 1, 15), ChinaTime.DateOf(date.DueAt));
        Assert.Contains("还没有2028年的工作日历", date.ExplanationZh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("grant-notice")]
    [InlineData("restored")]
    public async Task What_has_a_use_case_of_its_own_is_not_recorded_by_the_decision(string outcome)
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await OfficeFilingTests.PassedAsync(host, 1);
        await Journeys.ApplicationJourneyTests.MarkAsync(host, id);

        Assert.Equal("task.own-form", Assert.Single((await host.AnswerAsync(id, "RecordOfficeDecision", outcome)).Violations).Code);
    }

    [Fact]
    public async Task A_withdrawal_ends_the_waiting_for_the_registration()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.GrantNoticeAsync();

        await host.DoAsync("merchant", async (services, viewer, actor) => CaseworkHost.Must(
            await services.GetRequiredService<Casework.Applications.WithdrawCase>().ExecuteAsync(id, "不再需要", viewer, actor, default)));
        await host.RunAsync();

        Assert.Equal("withdrawn", await host.AskAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.Outcome).SingleAsync()));
    }
}

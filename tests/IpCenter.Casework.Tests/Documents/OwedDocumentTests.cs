using IpCenter.Casework.Applications;
using IpCenter.Casework.Documents;
using IpCenter.Casework.Staffing;
using IpCenter.Casework.Tests.Journeys;
using IpCenter.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Documents;

/// <summary>Accept now, supply later: each owed document has its own clock, and a person decides.</summary>
public sealed class OwedDocumentTests
{
    [Fact]
    public async Task What_comes_later_is_owed_from_the_submission_on_with_its_day_and_why()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileOwingAsync();

        var power = await host.OwedAsync(id, OwingCentre.Power);
        var copy = await host.OwedAsync(id, OwingCentre.Copy);

        // Monday 16 November and ten working days; three months from the request stand in for three from the filing.
        Assert.Equal(("2026-11-30", "2027-02-16"), (Day(power.DueAt), Day(copy.DueAt)));
        Assert.Contains("10个工作日", power.ExplanationZh, StringComparison.Ordinal);
        Assert.Contains("不是法律规定的期限", power.ExplanationZh, StringComparison.Ordinal);
        Assert.Contains("专利法第30(2)条", copy.ExplanationZh, StringComparison.Ordinal);
        Assert.Equal((false, true), (power.IsProvisional, copy.IsProvisional));
        Assert.Equal(OwedState.Owed, power.State);
    }

    /// <summary>Three months from October 2027 end in a year without calendar.</summary>
    [Fact]
    public async Task A_year_without_calendar_stops_no_submission()
    {
        await using var host = await SampleCentre.StartAsync();
        host.Clock.Set(new DateTimeOffset(2027, 10, 11, 9, 0, 0, TimeSpan.FromHours(8)));
        var id = await host.FileOwingAsync();

        var copy = await host.OwedAsync(id, OwingCentre.Copy);

        Assert.Equal("2028-01-11", Day(copy.DueAt));
        Assert.Contains("还没有2028年的工作日历", copy.ExplanationZh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_there_at_the_submission_waits_for_the_examiner_and_is_no_remark()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileOwingAsync(1, OwingCentre.Power);

        Assert.Equal(OwedState.Supplied, (await host.OwedAsync(id, OwingCentre.Power)).State);
        Assert.False(await host.AskAsync(db => db.ApplicationRemarks.AnyAsync(r => r.ApplicationId == id && r.RuleId == "DOC-07")));
        Assert.True(await host.AskAsync(db => db.ApplicationRemarks.AnyAsync(r => r.ApplicationId == id && r.RuleId == "PRIO-01")));
    }

    [Fact]
    public async Task The_filing_date_moves_the_day_of_the_law_and_leaves_that_of_the_centre()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileOwingAsync();
        var power = (await host.OwedAsync(id, OwingCentre.Power)).DueAt;
        host.Clock.Set(CaseworkHost.Monday.AddDays(3));
        await ApplicationJourneyTests.DecideAsync(host, id, "pass", "");
        await host.RunAsync();
        await ApplicationJourneyTests.ConfirmIfDrawnAsync(host, id);

        await ApplicationJourneyTests.FileAtOfficeAsync(host, id);

        var copy = await host.OwedAsync(id, OwingCentre.Copy);
        Assert.Equal(("2027-02-19", false), (Day(copy.DueAt), copy.IsProvisional));
        Assert.Equal(power, (await host.OwedAsync(id, OwingCentre.Power)).DueAt);
        Assert.Equal(1, await host.AskAsync(db => db.AuditEvents.CountAsync(e => e.CaseId == id && e.Action == "document.recounted")));
    }

    [Fact]
    public async Task The_firm_is_reminded_once_and_the_lapse_is_told_once_to_firm_and_examiner_and_closes_nothing()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileOwingAsync();
        await ApplicationJourneyTests.DecideAsync(host, id, "correct", "请补正", new CorrectionPoint("VIEW-05", "views", "比例不一致", "scale"));
        await host.RunAsync();
        var power = await host.OwedAsync(id, OwingCentre.Power);

        Assert.Equal(0, await host.TellAsync());
        host.Clock.Set(power.WarnAt);
        Assert.Equal((1, 0), (await host.TellAsync(), await host.TellAsync()));
        host.Clock.Set(power.DueAt.AddMinutes(1));
        Assert.Equal((1, 0), (await host.TellAsync(), await host.TellAsync()));

        Assert.Equal(["merchant"], await host.ReadersAsync(id, "document-reminder"));
        Assert.Equal(["merchant"], await host.ReadersAsync(id, "document-lapsed"));
        Assert.Equal(["examiner"], await host.ReadersAsync(id, "document-overdue"));
        Assert.Null((await host.AskAsync(db => db.Cases.SingleAsync(c => c.Id == id))).ClosedAt);
        Assert.Equal(OwedState.Owed, (await host.OwedAsync(id, OwingCentre.Power)).State);
    }

    [Fact]
    public async Task A_centre_that_slept_through_the_reminder_tells_only_the_lapse()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileOwingAsync();
        host.Clock.Set((await host.OwedAsync(id, OwingCentre.Power)).DueAt.AddDays(1));

        await host.TellAsync();
        await host.TellAsync();

        Assert.Empty(await host.ReadersAsync(id, "document-reminder"));
        Assert.Equal(["merchant"], await host.ReadersAsync(id, "document-lapsed"));
    }

    [Fact]
    public async Task Two_that_tell_at_the_same_time_tell_once()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileOwingAsync();
        host.Clock.Set((await host.OwedAsync(id, OwingCentre.Power)).WarnAt);

        var told = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => host.TellAsync())));

        Assert.Equal(1, told.Sum());
        Assert.Equal(["merchant"], await host.ReadersAsync(id, "document-reminder"));
    }

    [Theory]
    [InlineData(DocumentJudgement.Accept)]
    [InlineData(DocumentJudgement.Return)]
    [InlineData(DocumentJudgement.Waive)]
    public async Task Whoever_is_related_to_the_firm_does_not_judge_its_documents(DocumentJudgement judgement)
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileOwingAsync();
        await host.SupplyAsync(id, OwingCentre.Power, "first");
        await host.DoAsync("supervisor", async (services, viewer, actor) => CaseworkHost.Must(await services.GetRequiredService<DeclareRecusal>().ExecuteAsync(
            SampleCentre.IdOf("recusal"), SampleCentre.IdOf("examiner"), "91371721AY4CL12THN", "亲属在该企业任职", viewer, actor, default)));

        var refused = await host.JudgeAsync(id, OwingCentre.Power, judgement, "没有盖章");

        Assert.Equal("task.own-firm", Assert.Single(refused.Violations).Code);
        Assert.Equal(OwedState.Supplied, (await host.OwedAsync(id, OwingCentre.Power)).State);
    }

    [Fact]
    public async Task A_returned_document_has_a_new_clock_and_comes_again_and_the_old_file_stays()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileOwingAsync();
        host.Clock.Set(CaseworkHost.Monday.AddDays(14));
        var first = await host.SupplyAsync(id, OwingCentre.Power, "first");
        Assert.Equal("reason", Assert.Single((await host.JudgeAsync(id, OwingCentre.Power, DocumentJudgement.Return, " ")).Violations).Field);

        CaseworkHost.Must(await host.JudgeAsync(id, OwingCentre.Power, DocumentJudgement.Return, "没有盖章"));
        var returned = await host.OwedAsync(id, OwingCentre.Power);
        var second = await host.SupplyAsync(id, OwingCentre.Power, "second");
        CaseworkHost.Must(await host.JudgeAsync(id, OwingCentre.Power, DocumentJudgement.Accept));

        Assert.Equal(("2026-12-03", "没有盖章"), (Day(returned.DueAt), returned.Reason));
        Assert.Equal(["merchant"], await host.ReadersAsync(id, "document-returned"));
        Assert.Equal(OwedState.Accepted, (await host.OwedAsync(id, OwingCentre.Power)).State);
        var files = await host.AskAsync(db => db.CaseDocuments.OrderBy(d => d.UploadedAt).ThenBy(d => d.ReplacedAt == null).ToListAsync());
        Assert.Equal([first.Id, second.Id], files.Select(f => f.Id));
        Assert.NotNull(files[0].ReplacedAt);
        Assert.Equal(Papers.Pdf("first"), (await host.DoAsync("examiner", async (services, viewer, actor) =>
            CaseworkHost.Must(await services.GetRequiredService<HandOutDocument>().ExecuteAsync(id, first.Id, viewer, actor, default)))).Bytes);
    }

    [Fact]
    public async Task A_return_prolongs_no_period_of_the_law_and_nobody_waives_what_the_law_asks_for()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileOwingAsync(1, OwingCentre.Copy);
        var due = (await host.OwedAsync(id, OwingCentre.Copy)).DueAt;

        Assert.Equal("document.not-waivable", Assert.Single((await host.JudgeAsync(id, OwingCentre.Copy, DocumentJudgement.Waive, "不用了")).Violations).Code);
        CaseworkHost.Must(await host.JudgeAsync(id, OwingCentre.Copy, DocumentJudgement.Return, "不清楚"));
        CaseworkHost.Must(await host.JudgeAsync(id, OwingCentre.Power, DocumentJudgement.Waive, "已备案总委托书"));

        Assert.Equal(due, (await host.OwedAsync(id, OwingCentre.Copy)).DueAt);
        Assert.Equal(OwedState.Waived, (await host.OwedAsync(id, OwingCentre.Power)).State);
        Assert.Equal("document.not-here", Assert.Single((await host.JudgeAsync(id, OwingCentre.Copy, DocumentJudgement.Accept)).Violations).Code);
    }

    [Fact]
    public async Task Only_the_party_supplies_only_examining_staff_judge_and_every_reading_is_noted()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileOwingAsync();
        var file = await host.SupplyAsync(id, OwingCentre.Power);

        Assert.Equal("case.not-found", Assert.Single((await host.JudgeAsync(id, OwingCentre.Power, DocumentJudgement.Accept, user: "merchant")).Violations).Code);
        Assert.Equal("case.not-found", Assert.Single((await host.JudgeAsync(id, OwingCentre.Power, DocumentJudgement.Accept, user: "officer")).Violations).Code);
        foreach (var (user, may) in new[] { ("rival", false), ("officer", false), ("examiner", true), ("merchant", true) })
            Assert.Equal(may, (await host.DoAsync(user, (services, viewer, actor) =>
                services.GetRequiredService<HandOutDocument>().ExecuteAsync(id, file.Id, viewer, actor, default))).Succeeded);
        Assert.Equal(["examiner", "merchant"], await host.AskAsync(db =>
            db.AccessRecords.Where(a => a.Subject == $"document:{file.Id}").Select(a => a.ActorName).OrderBy(n => n).ToListAsync()));
    }

    [Fact]
    public async Task The_same_file_again_is_one_and_what_is_accepted_takes_no_other()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileOwingAsync();
        Assert.Equal((await host.SupplyAsync(id, OwingCentre.Power)).Id, (await host.SupplyAsync(id, OwingCentre.Power)).Id);
        CaseworkHost.Must(await host.JudgeAsync(id, OwingCentre.Power, DocumentJudgement.Accept));

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => host.SupplyAsync(id, OwingCentre.Power, "other"));

        Assert.Contains("document.not-asked", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_without_agency_calls_for_no_power_of_attorney_any_more()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileOwingAsync();
        await ApplicationJourneyTests.DecideAsync(host, id, "correct", "请补正", new CorrectionPoint("DOC-05", "agency", "机构有误", "agency"));
        await host.RunAsync();
        await host.DoAsync("merchant", async (services, viewer, actor) => CaseworkHost.Must(
            await services.GetRequiredService<SaveDraft>().ExecuteAsync(id, form => form with { Agency = null }, "people", viewer, actor, default)));
        var task = await host.TaskAsync(id, EditableApplications.CorrectionTask);

        await host.DoAsync("merchant", async (services, viewer, actor) => CaseworkHost.Must(
            await services.GetRequiredService<AnswerCorrection>().ExecuteAsync(task.Id, "已改", viewer, actor, default)));

        Assert.Equal(OwedState.Dropped, (await host.OwedAsync(id, OwingCentre.Power)).State);
        Assert.Equal(OwedState.Owed, (await host.OwedAsync(id, OwingCentre.Copy)).State);
    }

    [Fact]
    public async Task A_file_that_was_replaced_while_the_examiner_looked_at_the_old_one_is_not_accepted_unseen()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.FileOwingAsync();
        var seen = await host.SupplyAsync(id, OwingCentre.Power, "first");
        await host.SupplyAsync(id, OwingCentre.Power, "second");

        var refused = await host.JudgeAsync(id, OwingCentre.Power, DocumentJudgement.Accept, seen: seen.Id);

        Assert.Equal("document.replaced-meanwhile", Assert.Single(refused.Violations).Code);
        Assert.Equal(OwedState.Supplied, (await host.OwedAsync(id, OwingCentre.Power)).State);
        CaseworkHost.Must(await host.JudgeAsync(id, OwingCentre.Power, DocumentJudgement.Accept));
    }

    private static string Day(DateTimeOffset at) => Casework.Clocks.ChinaTime.DateOf(at).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

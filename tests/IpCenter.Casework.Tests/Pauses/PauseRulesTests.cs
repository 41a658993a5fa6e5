using IpCenter.Casework.Clocks;
using IpCenter.Casework.Staffing;
using IpCenter.Casework.Tests.ReferenceData;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Pauses;

/// <summary>Which pause is refused, with the rule and its place.</summary>
public sealed class PauseRulesTests
{
    [Theory]
    [InlineData("outside-opinion", "2026-11-21", "意见", null, "pause.end-not-working-day", "expectedEnd")]
    [InlineData("outside-opinion", "2026-11-17", "意见", null, "pause.end-too-soon", "expectedEnd")]
    [InlineData("outside-opinion", "2026-12-02", "意见", null, "pause.end-too-late", "expectedEnd")]
    [InlineData("outside-opinion", "2036-12-02", "意见", null, "pause.end-too-late", "expectedEnd")]
    [InlineData("outside-opinion", "2026-11-23", " ", null, "reason.required", "words")]
    [InlineData("nothing-of-the-kind", "2026-11-23", "意见", null, "pause.reason-unknown", "reasonKey")]
    [InlineData("applicant-asked", "2026-11-23", "申请人来电", null, "pause.consent-missing", "consent")]
    public async Task A_pause_that_breaks_a_rule_is_refused_at_its_place(string reason, string until, string words, string? consent, string code, string field)
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.HeldAsync();
        host.At(17, 10);

        var refused = await host.PauseAsync(PauseDesk.Ask(id, reason, DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture), words, consent));

        var violation = Assert.Single(refused.Violations);
        Assert.Equal((code, field), (violation.Code, violation.Field));
        Assert.Empty(await host.AskAsync(db => Task.FromResult(db.CasePauses.ToList())));
    }

    [Theory]
    [InlineData("2026-11-24", "pause.past-term")]
    [InlineData("2026-11-23", null)]
    public async Task A_pause_ends_before_the_right_to_priority_does_and_the_task_is_not_due_after_it(string until, string? code)
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.HeldAsync();
        await host.ChangeAsync(async db => (await db.Applications.FindAsync(id))!.WatchTerm(new(2026, 11, 23)));
        host.At(17, 10);

        var asked = await host.PauseAsync(PauseDesk.Ask(id, until: DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal(code, asked.Violations.SingleOrDefault()?.Code);
        // The case's own date moves with the pause to Thursday or Friday; the applicant's term waits for nobody.
        if (code is null)
            Assert.Equal(new DateOnly(2026, 11, 23), ChinaTime.DateOf((await host.TaskAsync(id, "Examine")).DueAt!.Value));
    }

    [Fact]
    public async Task A_date_does_not_move_into_a_year_without_a_calendar_and_words_have_their_length()
    {
        await using var host = await SampleCentre.StartAsync();
        host.Clock.Set(new DateTimeOffset(2027, 12, 27, 10, 0, 0, ChinaTime.Offset));
        var id = await host.HeldAsync();
        host.Clock.Set(new DateTimeOffset(2027, 12, 28, 10, 0, 0, ChinaTime.Offset));
        var refused = Assert.Single((await host.PauseAsync(PauseDesk.Ask(id, until: new DateOnly(2027, 12, 31)))).Violations);
        Assert.Equal(("calendar.year-missing", "expectedEnd", "2028"), (refused.Code, refused.Field, refused.Arguments[0]));
        refused = Assert.Single((await host.PauseAsync(PauseDesk.Ask(id, "applicant-asked", new DateOnly(2027, 12, 29), consent: new string('同', 501)))).Violations);
        Assert.Equal(("pause.words-too-long", "consent"), (refused.Code, refused.Field));
        var pause = CaseworkHost.Must(await host.PauseAsync(PauseDesk.Ask(id, until: new DateOnly(2027, 12, 29))));
        Assert.Equal("pause.words-too-long", Assert.Single((await host.ResumeAsync(id, pause.Id, new string('到', 501))).Violations).Code);
    }

    [Fact]
    public async Task The_longest_day_and_a_consent_are_taken()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.HeldAsync();
        host.At(17, 10);
        Assert.True((await host.PauseAsync(PauseDesk.Ask(id, "applicant-asked", new DateOnly(2026, 12, 1), consent: "王秀云，电话"))).Succeeded);
    }

    [Fact]
    public async Task All_pauses_for_one_reason_together_may_not_be_longer_than_it_allows()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.HeldAsync();
        host.At(17, 10);
        var first = CaseworkHost.Must(await host.PauseAsync(PauseDesk.Ask(id, until: new DateOnly(2026, 11, 30))));
        host.At(26, 10);
        CaseworkHost.Must(await host.ResumeAsync(id, first.Id));
        host.At(26, 11);
        Assert.Equal("pause.end-too-late", Assert.Single((await host.PauseAsync(PauseDesk.Ask(id, until: new DateOnly(2026, 12, 2), id: "second"))).Violations).Code);
        Assert.True((await host.PauseAsync(PauseDesk.Ask(id, until: new DateOnly(2026, 12, 1), id: "second"))).Succeeded);
    }

    [Fact]
    public async Task All_pauses_of_a_period_together_have_an_end_whatever_their_reasons()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.HeldAsync();
        host.At(17, 10);
        CaseworkHost.Must(await host.PauseAsync(PauseDesk.Ask(id, "emergency", new DateOnly(2026, 12, 11))));
        host.Clock.Set(new DateTimeOffset(2026, 12, 11, 9, 30, 0, ChinaTime.Offset));
        await host.EndDueAsync();

        // Eighteen of the twenty are used.
        var refused = Assert.Single((await host.PauseAsync(PauseDesk.Ask(id, until: new DateOnly(2026, 12, 16), id: "second"))).Violations);
        Assert.Equal(("pause.together-too-long", "expectedEnd", "20", "18"), (refused.Code, refused.Field, refused.Arguments[0], refused.Arguments[1]));
        Assert.True((await host.PauseAsync(PauseDesk.Ask(id, until: new DateOnly(2026, 12, 15), id: "second"))).Succeeded);
    }

    [Fact]
    public async Task A_clock_that_stands_still_and_a_day_that_has_passed_are_not_paused()
    {
        await using var host = await SampleCentre.StartAsync();
        var (one, other) = (await host.HeldAsync(), await host.HeldAsync(2));
        host.At(17, 10);
        CaseworkHost.Must(await host.PauseAsync(PauseDesk.Ask(one)));
        Assert.Equal("pause.already", Assert.Single((await host.PauseAsync(PauseDesk.Ask(one, id: "second"))).Violations).Code);
        host.At(20, 10);
        Assert.Equal("pause.overdue", Assert.Single((await host.PauseAsync(PauseDesk.Ask(other))).Violations).Code);
    }

    [Theory]
    [InlineData("examiner2", "pause.not-yours")]
    [InlineData("reviewer", "pause.not-yours")]
    [InlineData("merchant", "pause.not-yours")]
    [InlineData("rival", "case.not-found")]
    [InlineData("officer", "case.not-found")]
    public async Task Who_does_not_hold_the_case_does_not_pause_it(string user, string code)
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.HeldAsync();
        host.At(17, 10);
        Assert.Equal(code, Assert.Single((await host.PauseAsync(PauseDesk.Ask(id), user)).Violations).Code);
        Assert.True((await host.PauseAsync(PauseDesk.Ask(id), "supervisor")).Succeeded);
    }

    [Fact]
    public async Task A_supervisor_who_keeps_out_of_the_firm_neither_pauses_its_cases_nor_lets_them_go_on()
    {
        await using var host = await SampleCentre.StartAsync();
        var (running, paused) = (await host.HeldAsync(), await host.HeldAsync(2));
        host.At(17, 10);
        var pause = CaseworkHost.Must(await host.PauseAsync(PauseDesk.Ask(paused), "supervisor"));
        await host.DoAsync("supervisor", async (services, viewer, actor) => CaseworkHost.Must(await services.GetRequiredService<DeclareRecusal>()
            .ExecuteAsync(SampleCentre.IdOf("recusal"), SampleCentre.IdOf("supervisor"), "91371721AY4CL12THN", "亲属", viewer, actor, default)));

        Assert.Equal("pause.not-yours", Assert.Single((await host.PauseAsync(PauseDesk.Ask(running), "supervisor")).Violations).Code);
        Assert.Equal("pause.not-yours", Assert.Single((await host.ResumeAsync(paused, pause.Id, user: "supervisor")).Violations).Code);
        Assert.True((await host.ResumeAsync(paused, pause.Id)).Succeeded);
    }

    [Fact]
    public async Task The_applicants_clock_is_paused_only_for_a_reason_that_may_stop_it()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.HeldAsync();
        await host.CorrectAsync(id);
        host.At(17, 10);
        Assert.Equal("pause.other-clock", Assert.Single((await host.PauseAsync(PauseDesk.Ask(id))).Violations).Code);
        Assert.True((await host.PauseAsync(PauseDesk.Ask(id, "emergency", new DateOnly(2026, 11, 24)))).Succeeded);
        // Five working days from Monday were to end on the 23rd; five are taken out.
        Assert.Equal(new DateOnly(2026, 11, 30), ChinaTime.DateOf((await host.OpenDateAsync(id)).DueAt));
    }

    [Fact]
    public async Task A_period_of_the_national_office_or_of_the_law_stands_as_it_is()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.HeldAsync();
        await host.PassAsync(id);
        var refused = Assert.Single((await host.PauseAsync(PauseDesk.Ask(id, "emergency"), "supervisor")).Violations);
        Assert.Equal(("pause.period-fixed", "向国家知识产权局正式提交"), (refused.Code, refused.Arguments[0]));
    }

    [Theory]
    [InlineData("\"correction\"]", "\"d01-filing-fee\"]", "fixed by law")]
    [InlineData("\"correction\"]", "\"office-filing\"]", "does not count working days")]
    [InlineData("\"correction\"]", "\"nothing\"]", "There is no deadline rule")]
    [InlineData("[\"centre\", \"applicant\"]", "[\"office\"]", "not the centre's to stop")]
    [InlineData("\"longestTogether\": 20", "\"longestTogether\": 19", "longer than all reasons together")]
    public void Data_that_would_move_what_is_not_the_centres_is_refused_at_the_start(string old, string replacement, string reason)
    {
        using var data = new DataCopy();
        var problem = Assert.Single(data.Replace("pauses.json", old, replacement).Read().Problems);
        Assert.Equal("pauses.json", problem.File);
        Assert.Contains(reason, problem.Reason);
    }
}

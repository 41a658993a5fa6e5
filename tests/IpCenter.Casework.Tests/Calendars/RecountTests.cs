using IpCenter.Casework.Calendars;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Results;
using IpCenter.Casework.Tests.Pauses;
using IpCenter.Workflow.Engine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Calendars;

/// <summary>An examination that begins on 30 December 2026 ends, by the provisional calendar of 2027, on 5 January.</summary>
public sealed class RecountTests
{
    private static readonly DateTimeOffset Begin = new(2026, 12, 30, 10, 0, 0, ChinaTime.Offset);

    [Fact]
    public async Task A_date_that_crosses_the_year_says_that_it_is_provisional()
    {
        await using var host = await StartAsync();
        var id = await host.HeldAsync();
        var date = await host.OpenDateAsync(id);
        Assert.Equal((new DateOnly(2027, 1, 5), "2027", 0), (ChinaTime.DateOf(date.DueAt), date.ProvisionalYears, date.CalendarEdition));
    }

    [Fact]
    public async Task A_published_year_is_in_force_without_a_restart_and_moves_the_date_once_with_its_record()
    {
        await using var host = await StartAsync();
        var id = await host.HeldAsync();
        CaseworkHost.Must(await PublishAsync(host));

        Assert.Equal(new DateOnly(2027, 1, 5), ChinaTime.DateOf((await host.OpenDateAsync(id)).DueAt));
        Assert.Equal((1, 0), (await RoundAsync(host), await RoundAsync(host)));

        // The second, third and fourth are off, Sunday the tenth is no matter: 31 December, 5 and 6 January.
        var due = ChinaTime.EndOfDay(new DateOnly(2027, 1, 6));
        var date = await host.OpenDateAsync(id);
        Assert.Equal((due, DeadlineCause.Calendar, 1, null), (date.DueAt, date.Cause, date.CalendarEdition, date.ProvisionalYears));
        Assert.Equal(due, (await host.TaskAsync(id, "Examine")).DueAt);
        Assert.Equal(date.WarnAt, await host.AskAsync(db => db.WorkflowWaits.Where(w => w.CorrelationId == id.ToString() && w.Kind == WaitKind.Timer).Select(w => w.DueAt).SingleAsync()));
        Assert.Equal(["examiner", "merchant"], await ToldAsync(host));
        var entry = await host.AskAsync(db => db.AuditEvents.SingleAsync(e => e.Action == "deadline.recounted"));
        Assert.Contains("\"wasDay\":\"2027-01-05\"", entry.DetailJson);
        Assert.Contains("\"dueDay\":\"2027-01-06\"", entry.DetailJson);
    }

    [Fact]
    public async Task A_restart_takes_up_the_newest_edition()
    {
        await using var host = await StartAsync();
        CaseworkHost.Must(await PublishAsync(host));
        await using var again = await CaseworkHost.StartAsync(host.Folder, host.Clock);
        await RoundAsync(again);
        Assert.Equal(1, Calendar(again).Edition);
        Assert.Equal(0, Calendar(host).Edition);
        Assert.False(Calendar(again).IsProvisional(2027));
    }

    [Fact]
    public async Task A_date_that_stays_is_marked_as_looked_at_and_nobody_is_told()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.HeldAsync();
        CaseworkHost.Must(await PublishAsync(host));
        Assert.Equal(1, await RoundAsync(host));
        var date = await host.OpenDateAsync(id);
        Assert.Equal((1, DeadlineCause.Stage), (date.CalendarEdition, date.Cause));
        Assert.Empty(await ToldAsync(host));
    }

    [Fact]
    public async Task A_date_that_is_the_same_by_the_confirmed_year_is_no_longer_provisional_and_nobody_is_told()
    {
        await using var host = await StartAsync();
        var id = await host.HeldAsync();
        CaseworkHost.Must(await PublishAsync(host, "2027-01-01 – 2027-01-03 元旦"));
        await RoundAsync(host);
        var date = await host.OpenDateAsync(id);
        Assert.Equal((new DateOnly(2027, 1, 5), null), (ChinaTime.DateOf(date.DueAt), date.ProvisionalYears));
        Assert.Empty(await ToldAsync(host));
    }

    [Fact]
    public async Task A_date_that_was_paused_is_counted_anew_with_its_pause()
    {
        await using var host = await StartAsync();
        var id = await host.HeldAsync();
        host.Clock.Advance(TimeSpan.FromHours(1));
        CaseworkHost.Must(await host.PauseAsync(PauseDesk.Ask(id, until: new DateOnly(2027, 1, 5))));
        Assert.Equal(new DateOnly(2027, 1, 8), ChinaTime.DateOf((await host.OpenDateAsync(id)).DueAt));
        CaseworkHost.Must(await PublishAsync(host));
        await RoundAsync(host);
        var date = await host.OpenDateAsync(id);
        Assert.Equal(new DateOnly(2027, 1, 8), ChinaTime.DateOf(date.DueAt));
        Assert.Contains("其间2个工作日不计", date.ExplanationZh);
    }

    [Fact]
    public async Task A_day_on_which_a_clock_was_to_run_again_and_that_is_now_off_puts_no_date_before_the_next_working_day()
    {
        await using var host = await SampleCentre.StartAsync();
        host.Clock.Set(new DateTimeOffset(2026, 12, 28, 10, 0, 0, ChinaTime.Offset));
        var id = await host.HeldAsync();
        host.Clock.Set(new DateTimeOffset(2026, 12, 31, 10, 0, 0, ChinaTime.Offset));
        CaseworkHost.Must(await host.PauseAsync(PauseDesk.Ask(id, until: new DateOnly(2027, 1, 4))));
        Assert.Equal(new DateOnly(2027, 1, 4), ChinaTime.DateOf((await host.OpenDateAsync(id)).DueAt));
        CaseworkHost.Must(await PublishAsync(host));
        await RoundAsync(host);
        Assert.Equal(new DateOnly(2027, 1, 5), ChinaTime.DateOf((await host.OpenDateAsync(id)).DueAt));

        host.Clock.Set(new DateTimeOffset(2027, 1, 4, 10, 0, 0, ChinaTime.Offset));
        Assert.Equal(1, await host.EndDueAsync());
        Assert.Equal(new DateOnly(2027, 1, 5), ChinaTime.DateOf((await host.OpenDateAsync(id)).DueAt));
    }

    [Fact]
    public async Task A_date_of_the_centre_is_not_made_to_have_passed_already()
    {
        await using var host = await StartAsync();
        CaseworkHost.Must(await PublishAsync(host));
        await RoundAsync(host);
        var id = await host.HeldAsync();
        host.Clock.Set(new DateTimeOffset(2027, 1, 6, 10, 0, 0, ChinaTime.Offset));
        // The fourth was a working day after all: the term would have ended on the fifth.
        CaseworkHost.Must(await PublishAsync(host, "2027-01-01 – 2027-01-03 元旦", "correction"));
        await RoundAsync(host);
        var date = await host.OpenDateAsync(id);
        Assert.Equal((new DateOnly(2027, 1, 6), 2), (ChinaTime.DateOf(date.DueAt), date.CalendarEdition));
    }

    [Fact]
    public async Task The_preview_says_what_would_move_and_changes_nothing()
    {
        await using var host = await StartAsync();
        var id = await host.HeldAsync();
        await using var scope = host.Scope();
        var year = (await scope.ServiceProvider.GetRequiredService<PublishCalendar>().ReadAsync(Draft(), host.Clock.GetUtcNow(), default)).Value;
        var preview = await scope.ServiceProvider.GetRequiredService<CalendarPreviewQuery>().ReadAsync(year, host.Clock.GetUtcNow(), default);
        var moving = Assert.Single(preview.Moving);
        Assert.Equal((id, DeadlineKeys.Examination, new DateOnly(2027, 1, 5), new DateOnly(2027, 1, 6)),
            (moving.CaseId, moving.RuleKey, ChinaTime.DateOf(moving.From), ChinaTime.DateOf(moving.To!.Value)));
        Assert.Equal((1, 1, 0), (preview.OpenDates, preview.Calendar.Edition, Calendar(host).Edition));
        Assert.Empty(await host.AskAsync(db => db.CalendarEditions.ToListAsync()));
    }

    [Fact]
    public async Task A_date_by_which_nothing_waits_yet_is_listed_beforehand_and_tried_again()
    {
        await using var host = await StartAsync();
        var id = await host.HeldAsync();
        await host.AskAsync(db => db.CaseDeadlines.ExecuteUpdateAsync(s => s.SetProperty(d => d.ComputedBy, (string?)null)));
        await using (var scope = host.Scope())
        {
            var year = (await scope.ServiceProvider.GetRequiredService<PublishCalendar>().ReadAsync(Draft(), host.Clock.GetUtcNow(), default)).Value;
            var preview = await scope.ServiceProvider.GetRequiredService<CalendarPreviewQuery>().ReadAsync(year, host.Clock.GetUtcNow(), default);
            Assert.Empty(preview.Moving);
            Assert.Equal(id, Assert.Single(preview.Stuck).CaseId);
        }
        CaseworkHost.Must(await PublishAsync(host));
        Assert.Equal(0, await RoundAsync(host));
        Assert.Equal(0, (await host.OpenDateAsync(id)).CalendarEdition);

        await host.AskAsync(db => db.CaseDeadlines.ExecuteUpdateAsync(s => s.SetProperty(d => d.ComputedBy, "examination-deadline")));
        Assert.Equal(1, await RoundAsync(host));
        Assert.Equal(new DateOnly(2027, 1, 6), ChinaTime.DateOf((await host.OpenDateAsync(id)).DueAt));
        var words = await host.AskAsync(db => db.Notices.Where(n => n.Template == "date-recounted").Select(n => n.Arguments).FirstAsync());
        Assert.Equal("examination", words["deadline"]);
    }

    [Fact]
    public async Task Publishing_twice_publishes_once_and_an_edition_never_changes()
    {
        await using var host = await SampleCentre.StartAsync();
        CaseworkHost.Must(await PublishAsync(host));
        CaseworkHost.Must(await PublishAsync(host));
        Assert.Equal(1, await host.AskAsync(db => db.CalendarEditions.CountAsync()));
        Assert.Equal("calendar.nothing-new", Assert.Single((await PublishAsync(host, id: "other")).Violations).Code);
        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => host.AskAsync(db => db.CalendarEditions.ExecuteUpdateAsync(s => s.SetProperty(e => e.Reason, "x"))));
        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => host.AskAsync(db => db.CalendarEditions.ExecuteDeleteAsync()));
    }

    private static async Task<CaseworkHost> StartAsync()
    {
        var host = await SampleCentre.StartAsync();
        host.Clock.Set(Begin);
        return host;
    }

    private static CalendarDraft Draft(string holidays = "2027-01-01 – 2027-01-04 元旦") => CalendarDraftTests.Draft() with { Holidays = holidays + CalendarDraftTests.Others };

    private static Task<Result<CalendarEdition>> PublishAsync(CaseworkHost host, string holidays = "2027-01-01 – 2027-01-04 元旦", string id = "edition") =>
        host.DoAsync("supervisor", (services, _, actor) => services.GetRequiredService<PublishCalendar>()
            .ExecuteAsync(SampleCentre.IdOf(id), Draft(holidays) with { NoticeDate = new DateOnly(2026, 11, 10) }, "国务院办公厅的通知已公布", actor, default));

    private static async Task<int> RoundAsync(CaseworkHost host)
    {
        await using var scope = host.Scope();
        return await scope.ServiceProvider.GetRequiredService<CalendarRounds>().RunAsync(host.Clock.GetUtcNow(), default);
    }

    private static WorkingCalendar Calendar(CaseworkHost host)
    {
        using var scope = host.Scope();
        return scope.ServiceProvider.GetRequiredService<ReferenceLibrary>().Calendar;
    }

    private static Task<List<string>> ToldAsync(CaseworkHost host) => host.AskAsync(db => (
        from notice in db.Notices
        join person in db.Users on notice.PersonId equals person.Id
        where notice.Template == "date-recounted" || notice.Template == "date-recounted-holder"
        orderby person.UserName
        select person.UserName!).ToListAsync());
}

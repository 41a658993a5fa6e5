using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Staffing;
using IpCenter.Casework.Tests.Pauses;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Staffing;

/// <summary>The open cases beside another length of the examination, which is three working days: filed on Monday 16 November, due on the 19th.</summary>
public sealed class TargetProjectionTests
{
    private static readonly DateTimeOffset Due = ChinaTime.EndOfDay(new(2026, 11, 19));

    [Fact]
    public async Task A_shorter_target_makes_an_open_case_due_earlier_or_over_and_the_forecast_says_whether_it_is_kept()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.HeldAsync();

        var short1 = Assert.Single((await AskAsync(host, 1))!.Cases);
        Assert.Equal((id, Due, ChinaTime.EndOfDay(new(2026, 11, 17))), (short1.CaseId, short1.DueNow, short1.Tried!.DueAt));
        Assert.Equal((TargetVerdict.InTime, TargetVerdict.InTime, true, false), (short1.Now, short1.IfTried, short1.IsEarlier, short1.BecomesLate));

        // On Wednesday the one day is over, and the three are not.
        host.At(18, 10);
        var late = Assert.Single((await AskAsync(host, 1))!.Cases);
        Assert.Equal((TargetVerdict.InTime, TargetVerdict.Over, true), (late.Now, late.IfTried, late.BecomesLate));
        Assert.Equal(LateCause.Passed, late.ForecastTried!.Cause);

        var longer = Assert.Single((await AskAsync(host, 5))!.Cases);
        Assert.Equal((ChinaTime.EndOfDay(new(2026, 11, 23)), false), (longer.Tried!.DueAt, longer.IsEarlier));
    }

    [Fact]
    public async Task Who_is_away_misses_the_target_that_is_tried_and_not_the_one_that_stands()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.HeldAsync();
        await host.ChangeAsync(async db =>
        {
            await Task.CompletedTask;
            db.Absences.Add(new Absence
            {
                Id = SampleCentre.IdOf("away"),
                PersonId = SampleCentre.IdOf("examiner"),
                From = new(2026, 11, 16),
                To = new(2026, 11, 17),
                RecordedBy = SampleCentre.IdOf("supervisor"),
                RecordedAt = CaseworkHost.Monday,
            });
        });

        var projection = (await AskAsync(host, 1))!;
        var row = Assert.Single(projection.Cases);
        Assert.Equal((TargetVerdict.InTime, TargetVerdict.WillMiss, true), (row.Now, row.IfTried, row.BecomesLate));
        Assert.Equal(LateCause.HolderAway, row.ForecastTried!.Cause);
        Assert.Equal(1, projection.Basis.Away);
    }

    [Fact]
    public async Task A_pause_is_left_out_of_the_day_that_is_tried_and_the_forecast_waits_for_its_end()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await host.HeldAsync();
        host.At(17, 10);
        CaseworkHost.Must(await host.PauseAsync(PauseDesk.Ask(id)));

        var row = Assert.Single((await AskAsync(host, 2))!.Cases);
        // The 17th counts; the four days up to Monday stand still; the second day is Tuesday.
        Assert.Equal(new DateOnly(2026, 11, 24), row.Tried!.DueDate);
        Assert.Equal(ChinaTime.At(PauseDesk.NextMonday, new(9, 0)), row.PausedUntil);
        Assert.Equal(ChinaTime.At(PauseDesk.NextMonday, new(9, 0)), row.ForecastTried!.Stint!.Value.From);
    }

    [Fact]
    public async Task What_two_people_cannot_do_in_two_days_misses_a_target_of_one_and_keeps_the_present_one()
    {
        await using var host = await SampleCentre.StartAsync();
        // Nine tasks of ninety minutes fit into two days of seven hours.
        for (var i = 0; i < 24; i++)
            await host.AddTaskAsync($"{i}", due: ChinaTime.EndOfDay(new(2026, 11, 18)));

        var projection = (await AskAsync(host, 1))!;
        Assert.Equal((24, 24), (projection.Cases.Count, projection.Now(TargetVerdict.InTime)));
        Assert.Equal((18, 6, 6), (projection.IfTried(TargetVerdict.InTime), projection.IfTried(TargetVerdict.WillMiss), projection.Cases.Count(c => c.BecomesLate)));
        Assert.All(projection.Cases.Where(c => c.BecomesLate), c => Assert.Equal(LateCause.OthersFirst, c.ForecastTried!.Cause));
        // The worst stand first.
        Assert.All(projection.Cases.Take(6), c => Assert.Equal(TargetVerdict.WillMiss, c.IfTried));
        Assert.Equal((0, 0), (projection.OthersLateNow, projection.OthersLateTried));
    }

    [Fact]
    public async Task It_is_for_supervisors_and_administrators_names_only_what_they_may_know_and_stores_nothing()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.HeldAsync();
        var before = await StoredAsync(host);

        foreach (var person in new[] { "examiner", "reviewer", "officer", "merchant", "clerk-heze" })
            Assert.Null(await AskAsync(host, 1, person));
        var seen = (await AskAsync(host, 1))!;
        Assert.Single(seen.Named);
        Assert.Equal(before, await StoredAsync(host));

        // The administrator reads how many; and the supervisor, who keeps out of the firm's cases from now on, reads no more.
        var admin = Viewer.Anonymous with { PersonId = SampleCentre.IdOf("officer"), Roles = new HashSet<string> { Roles.Admin } };
        await using (var scope = host.Scope())
            Assert.Equal((1, 1), await scope.ServiceProvider.GetRequiredService<TargetProjectionQuery>().ReadAsync(Rule(scope.ServiceProvider), 1, admin, host.Clock.GetUtcNow(), default)
                is { } counted ? (counted.Cases.Count, counted.Withheld) : default);
        await host.ChangeAsync(async db =>
        {
            await Task.CompletedTask;
            db.Recusals.Add(new Recusal { Id = SampleCentre.IdOf("recusal"), PersonId = SampleCentre.IdOf("supervisor"), FirmId = SampleCentre.IdOf("firm"), Reason = "亲属", DeclaredAt = CaseworkHost.Monday });
        });
        var keptOut = (await AskAsync(host, 1))!;
        Assert.Equal((1, 0), (keptOut.Withheld, keptOut.Named.Count()));
    }

    [Fact]
    public async Task A_length_that_reaches_into_a_year_without_calendar_names_the_year()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.HeldAsync();
        var row = Assert.Single((await AskAsync(host, 60 * 6))!.Cases);
        Assert.Equal((TargetVerdict.Uncounted, 2028, null), (row.IfTried, row.MissingYear, row.Tried));
        Assert.Equal(TargetVerdict.InTime, row.Now);
    }

    private static Task<TargetProjection?> AskAsync(CaseworkHost host, int length, string person = "supervisor") => host.DoAsync(person, (s, viewer, actor) =>
        s.GetRequiredService<TargetProjectionQuery>().ReadAsync(Rule(s), length, viewer, actor.At, default));

    private static DeadlineRule Rule(IServiceProvider services) => services.GetRequiredService<ReferenceLibrary>().Deadlines[DeadlineKeys.Examination];

    private static Task<(int, int, long, int)> StoredAsync(CaseworkHost host) => host.AskAsync(async (CaseworkDbContext db) =>
        (await db.CaseDeadlines.CountAsync(), await db.WorkItems.CountAsync(), await db.AuditEvents.LongCountAsync(), await db.AccessRecords.CountAsync()));
}

using System.Text.Json;
using IpCenter.Casework.AbnormalFilings;
using IpCenter.Casework.Applications;
using IpCenter.Casework.Examination;
using IpCenter.Casework.Quality;
using IpCenter.Casework.Tests.Staffing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Quality;

public sealed class DrawReadingTests
{
    [Fact]
    public async Task A_draw_is_kept_with_all_that_it_followed_from_and_a_repeated_step_finds_it()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await PassedAsync(host, "a");

        var draw = await DrawAsync(host, id);
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        var again = await DrawAsync(host, id);

        Assert.Equal((draw.Id, draw.Number, draw.Result), (again.Id, again.Number, again.Result));
        Assert.Equal(("new-examiner", 0.4, "2026-11", 1), (draw.Stratum, draw.Share, draw.Period, draw.Attempt));
        Assert.Equal((SampleCentre.IdOf("examiner"), "09-03"), (draw.ExaminerId, draw.LocarnoClass));
        var seed = await host.AskAsync(db => db.SampleSeeds.AsNoTracking().SingleAsync());
        Assert.Equal(DrawCheck.Holds, draw.CheckUnder(seed, draw.Digest, draw.At));
        Assert.Equal(1, await host.AskAsync(db => db.SampleDraws.CountAsync()));
    }

    [Fact]
    public async Task The_hash_of_a_months_seed_stands_in_the_trail_before_the_first_draw_and_the_seed_does_not()
    {
        await using var host = await SampleCentre.StartAsync();
        await DrawAsync(host, await PassedAsync(host, "a"));
        await DrawAsync(host, await PassedAsync(host, "b"));

        var seed = await host.AskAsync(db => db.SampleSeeds.AsNoTracking().SingleAsync());
        var trail = await host.AskAsync(db => db.AuditEvents.AsNoTracking().Where(e => e.Action.StartsWith("sample.")).OrderBy(e => e.Sequence).ToListAsync());

        Assert.Equal("sample.seeded", trail[0].Action);
        Assert.Single(trail, e => e.Action == "sample.seeded");
        Assert.Equal(seed.Commitment, JsonSerializer.Deserialize<Dictionary<string, string>>(trail[0].DetailJson)!["commitment"]);
        Assert.DoesNotContain(trail, e => e.Content.Contains(seed.Seed, StringComparison.Ordinal));
        Assert.All(trail, e => Assert.Equal(Casework.Audit.AuditVisibility.Staff, e.Visibility));
    }

    [Fact]
    public async Task The_case_says_that_it_was_drawn_and_neither_why_nor_that_it_was_not()
    {
        await using var host = await SampleCentre.StartAsync();
        List<SampleDraw> draws = [];
        for (var i = 0; i < 12; i++)
            draws.Add(await DrawAsync(host, await PassedAsync(host, $"case-{i}")));

        var trail = await host.AskAsync(db => db.AuditEvents.AsNoTracking().Where(e => e.Action.StartsWith("sample.")).ToListAsync());

        Assert.Equal(draws.Where(d => d.IsDrawn).Select(d => (Guid?)d.CaseId).Order(), trail.Where(e => e.CaseId != null).Select(e => e.CaseId).Order());
        Assert.Equal(draws.Select(d => d.Subject).Order(), trail.Where(e => e.Action == SampleDraw.Kept).Select(e => e.Subject).Order());
        Assert.All(trail.Where(e => e.CaseId != null), e => Assert.Equal(("sample.drawn", "{}"), (e.Action, e.DetailJson)));
        Assert.DoesNotContain(trail, e => e.DetailJson.Contains("new-examiner", StringComparison.Ordinal) || e.DetailJson.Contains("Full", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("UPDATE SampleDraws SET Stratum = 'usual'")]
    [InlineData("UPDATE SampleDraws SET Share = Number, Result = 'NotDrawn'")]
    [InlineData("UPDATE SampleDraws SET Share = 1, Result = 'DayFull'")]
    [InlineData("UPDATE SampleDraws SET ExaminerId = NULL")]
    public async Task A_draw_whose_row_was_changed_does_not_hold_though_it_agrees_with_itself(string change)
    {
        await using var host = await SampleCentre.StartAsync();
        await DrawAsync(host, await PassedAsync(host, "a"));
        await host.ChangeAsync(db => db.Database.ExecuteSqlRawAsync(change));

        Assert.Equal(DrawCheck.Differs, Assert.Single((await ReportAsync(host, "supervisor"))!.LastDraws).Check);
    }

    [Fact]
    public async Task A_case_passed_again_after_a_return_is_drawn_again()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await PassedAsync(host, "a");
        var first = await DrawAsync(host, id);
        host.Clock.Advance(TimeSpan.FromHours(1));
        await DecideAsync(host, id, "examiner2");

        var second = await DrawAsync(host, id);

        Assert.Equal((2, SampleCentre.IdOf("examiner2")), (second.Attempt, second.ExaminerId));
        Assert.NotEqual(first.Number, second.Number);
    }

    [Theory]
    [InlineData(SignOutcome.Noted, "examiner", true)]
    [InlineData(SignOutcome.AskApplicant, "examiner", true)]
    [InlineData(SignOutcome.Noted, "examiner2", true)]
    // Whoever decided takes no decision of theirs out of the reading.
    [InlineData(SignOutcome.Unfounded, "examiner", true)]
    [InlineData(SignOutcome.Unfounded, "examiner2", false)]
    public async Task A_finding_on_a_sign_brings_the_case_to_a_second_reader_unless_somebody_else_calls_it_unfounded(SignOutcome outcome, string by, bool always)
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await PassedAsync(host, "a");
        await FindingAsync(host, id, SignOutcome.Noted);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await FindingAsync(host, id, outcome, by);

        var draw = await DrawAsync(host, id);

        Assert.Equal(always ? ("sign", 1.0) : ("new-examiner", 0.4), (draw.Stratum, draw.Share));
        Assert.True(draw.IsDrawn || !always);
    }

    [Fact]
    public async Task Where_no_reader_is_there_the_supervisor_counts_and_where_nobody_is_a_quarter_is_drawn_all_the_same()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.AwayAsync("reviewer", "2026-11-16", "2026-11-20");
        for (var i = 0; i < 12; i++)
            await DrawAsync(host, await PassedAsync(host, $"with-{i}"));
        await host.AwayAsync("supervisor", "2026-11-16", "2026-11-20");
        for (var i = 0; i < 12; i++)
            await DrawAsync(host, await PassedAsync(host, $"without-{i}"));

        var draws = await host.AskAsync(db => db.SampleDraws.AsNoTracking().ToListAsync());
        var without = Enumerable.Range(0, 12).Select(i => SampleCentre.IdOf($"case:without-{i}")).ToList();

        Assert.All(draws.Where(d => !without.Contains(d.CaseId)), d => Assert.NotEqual(DrawResult.ReadersFull, d.Result));
        Assert.All(draws.Where(d => without.Contains(d.CaseId) && d.Number >= d.Share / 4), d => Assert.NotEqual(DrawResult.Drawn, d.Result));
        Assert.All(draws.Where(d => without.Contains(d.CaseId) && d.Number < d.Share / 4), d => Assert.Equal(DrawResult.Drawn, d.Result));
    }

    [Fact]
    public async Task A_case_that_came_back_from_a_second_reader_is_read_again_whatever_was_drawn()
    {
        await using var host = await SampleCentre.StartAsync();
        var id = await PassedAsync(host, "a");
        await DrawAsync(host, id);
        host.Clock.Advance(TimeSpan.FromHours(1));
        await ReturnAsync(host, id);
        host.Clock.Advance(TimeSpan.FromHours(1));
        await DecideAsync(host, id, "examiner");

        var draw = await DrawAsync(host, id);

        Assert.Equal(("returned-case", 1.0, true), (draw.Stratum, draw.Share, draw.IsDrawn));
    }

    [Fact]
    public async Task No_more_are_drawn_in_a_day_than_the_cap_and_the_rest_is_kept_as_full()
    {
        await using var host = await SampleCentre.StartAsync();
        // Twelve of the first twenty are below the share under this seed.
        await host.ChangeAsync(db =>
        {
            db.SampleSeeds.Add(new SampleSeed { Period = "2026-11", Seed = new('b', 64), MadeAt = host.Clock.GetUtcNow() });
            return Task.CompletedTask;
        });
        for (var i = 0; i < 40; i++)
            await DrawAsync(host, await PassedAsync(host, $"case-{i}"));

        var draws = await host.AskAsync(db => db.SampleDraws.AsNoTracking().ToListAsync());

        // Above the cap only the lowest quarter of what is below the share, and never more than twice the cap.
        var below = draws.Where(d => d.Number < d.Share).ToList();
        Assert.InRange(draws.Count(d => d.IsDrawn), 6, 12);
        Assert.All(below.Where(d => d.Result == DrawResult.DayFull), d => Assert.True(d.Number >= d.Share / 4 || draws.Count(x => x.IsDrawn) == 12));
        Assert.Contains(draws, d => d.Result == DrawResult.DayFull);
        Assert.Equal(draws.Count(d => d.Number < d.Share), draws.Count(d => d.Result != DrawResult.NotDrawn));
        Assert.Contains(draws, d => d.Stratum == "usual" || d.Stratum == "unread");
    }

    [Fact]
    public async Task The_report_counts_by_stratum_and_recomputes_every_draw_for_a_supervisor_alone()
    {
        await using var host = await SampleCentre.StartAsync();
        for (var i = 0; i < 5; i++)
            await DrawAsync(host, await PassedAsync(host, $"case-{i}"));

        var report = await ReportAsync(host, "supervisor");
        Assert.Null(await ReportAsync(host, "examiner"));
        Assert.Null(await ReportAsync(host, "reviewer"));

        Assert.Equal(5, report!.Passed);
        Assert.Equal(5, report.Strata.Single(s => s.Key == "new-examiner").Passed);
        Assert.All(report.LastDraws, d => Assert.Equal(DrawCheck.Holds, d.Check));
        var month = Assert.Single(report.Seeds);
        Assert.Equal((5, 0, (string?)null), (month.Draws, month.Failed, month.Seed));

        await host.ChangeAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE SampleDraws SET Number = 0.999 WHERE Id = {0}", report.LastDraws[0].Draw.Id.ToString().ToUpperInvariant()));
        host.Clock.Advance(TimeSpan.FromDays(20));
        month = Assert.Single((await ReportAsync(host, "supervisor"))!.Seeds);
        Assert.Equal(1, month.Failed);
        Assert.NotNull(month.Seed);
    }

    private static Task<ReadingsReport?> ReportAsync(CaseworkHost host, string user) =>
        host.DoAsync(user, (services, viewer, actor) => services.GetRequiredService<ReadingsQuery>().ReadAsync(30, viewer, actor.At, default));

    internal static async Task<Guid> PassedAsync(CaseworkHost host, string key, string examiner = "examiner")
    {
        await host.AddTaskAsync(key);
        var id = SampleCentre.IdOf($"case:{key}");
        await DecideAsync(host, id, examiner);
        return id;
    }

    private static Task DecideAsync(CaseworkHost host, Guid id, string examiner) => host.ChangeAsync(db =>
    {
        db.Decisions.Add(new Decision
        {
            Id = Guid.NewGuid(),
            CaseId = id,
            Task = "Examine",
            Outcome = "pass",
            Reason = "",
            By = SampleCentre.IdOf(examiner),
            ByName = examiner,
            At = host.Clock.GetUtcNow(),
            Round = 0,
        });
        return Task.CompletedTask;
    });

    private static Task ReturnAsync(CaseworkHost host, Guid id) => host.ChangeAsync(db =>
    {
        db.Decisions.Add(new Decision
        {
            Id = Guid.NewGuid(),
            CaseId = id,
            Task = ConfirmSecondReading.Tasks[0],
            Outcome = ConfirmSecondReading.Return,
            Reason = "漏看了相似设计。",
            By = SampleCentre.IdOf("reviewer"),
            ByName = "reviewer",
            At = host.Clock.GetUtcNow(),
            Round = 0,
        });
        return Task.CompletedTask;
    });

    private static Task FindingAsync(CaseworkHost host, Guid id, SignOutcome outcome, string by = "examiner") => host.ChangeAsync(db =>
    {
        db.SignFindings.Add(new SignFinding
        {
            Id = Guid.NewGuid(),
            CaseId = id,
            Kind = SignKind.Burst,
            Subject = Guid.Empty,
            Outcome = outcome,
            Reason = "看过",
            Facts = new(null, null, null, 0, 0, 0),
            By = SampleCentre.IdOf(by),
            ByName = by,
            At = host.Clock.GetUtcNow(),
        });
        return Task.CompletedTask;
    });

    private static Task<SampleDraw> DrawAsync(CaseworkHost host, Guid id) => host.DoAsync("supervisor", async (services, _, actor) =>
        await services.GetRequiredService<DrawReading>().ExecuteAsync(
            (await services.GetRequiredService<Casework.Data.CaseworkDbContext>().Cases.FindAsync(id))!, actor.At, default));
}

using FsCheck;
using FsCheck.Fluent;
using IpCenter.Casework.Calendars;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Pauses;
using IpCenter.Casework.Tests.Calendars;
using IpCenter.Casework.Tests.Journeys;
using IpCenter.Casework.Tests.Pauses;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Clocks;

/// <summary>
/// Whatever people, hosts and calendars do to the clock of an application one after the other, by the real use cases over a real
/// database: the dates, the clocks and the explanations stay true. The runs are few and from a fixed seed.
/// </summary>
public sealed class ClockSequenceTests
{
    private static readonly Config Few = Config.QuickThrowOnFailure.WithMaxTest(12).WithReplay(20261123, 9);

    private static readonly Gen<Step> Steps =
        from kind in Gen.Frequency((5, Gen.Constant(Kind.Pause)), (4, Gen.Constant(Kind.Resume)), (3, Gen.Constant(Kind.Host)), (2, Gen.Constant(Kind.Calendar)), (2, Gen.Constant(Kind.NextStage)))
        from minutes in Gen.Choose(1, 2 * 24 * 60)
        from days in Gen.Choose(1, 5)
        from choice in Gen.Choose(0, 4)
        select new Step(kind, minutes, days, choice);

    public enum Kind
    {
        Pause,
        Resume,
        Host,
        Calendar,
        NextStage,
    }

    [Fact]
    public async Task Any_sequence_leaves_dates_clocks_and_explanations_true()
    {
        var folder = Directory.CreateTempSubdirectory("ipcenter-clocks-");
        try
        {
            var id = await HeldAsync(Path.Combine(folder.FullName, "held"));
            var sequences = new List<Step[]>();
            Prop.ForAll(Steps.ArrayOf(14).ToArbitrary(), steps => sequences.Add(steps)).Check(Few);
            var reached = new HashSet<Kind>();
            foreach (var (run, steps) in sequences.Index())
                await RunAsync(Copy(folder, run), id, steps, reached);
            // A sequence of refusals would prove nothing.
            Assert.Equal(Enum.GetValues<Kind>(), reached.Order());
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Guid> HeldAsync(string folder)
    {
        await using var sample = await SampleCentre.StartAsync();
        var id = await sample.HeldAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        CopyFolder(sample.Folder, folder);
        return id;
    }

    private static async Task RunAsync(string folder, Guid id, Step[] steps, HashSet<Kind> reached)
    {
        await using var host = await CaseworkHost.StartAsync(folder);
        var told = new List<string>();
        foreach (var (number, step) in steps.Index())
        {
            host.Clock.Advance(TimeSpan.FromMinutes(step.Minutes));
            // What is due by now is done before anybody does anything, except where the host comes late.
            if (step.Kind != Kind.Host && step.Choice > 0)
                await host.RunAsync();
            var before = await host.AskAsync(db => db.CaseDeadlines.AsNoTracking().SingleOrDefaultAsync(d => d.CaseId == id && d.SettledAt == null));
            if (before is null)
                return;
            var done = await DoAsync(host, id, step, number);
            if (done)
                reached.Add(step.Kind);
            told.Add($"{step} {(done ? "done" : "refused")} at {host.Clock.GetUtcNow().ToOffset(ChinaTime.Offset):MM-dd HH:mm}");
            await AssertTrueAsync(host, id, before, step, string.Join(Environment.NewLine, told));
        }
    }

    private static async Task<bool> DoAsync(CaseworkHost host, Guid id, Step step, int number)
    {
        var now = host.Clock.GetUtcNow();
        var pause = await host.AskAsync(db => db.CasePauses.AsNoTracking().SingleOrDefaultAsync(p => p.CaseId == id && p.EndedAt == null));
        switch (step.Kind)
        {
            case Kind.Pause:
                var until = Calendar(host).AddWorkingDays(ChinaTime.DateOf(now), step.Days);
                return (await host.PauseAsync(PauseDesk.Ask(id, step.Choice % 2 == 0 ? "emergency" : "system-failure", until, id: $"{number}"), "supervisor")).Succeeded;
            case Kind.Resume when pause is not null:
                return (await host.ResumeAsync(id, pause.Id, user: "supervisor")).Succeeded;
            case Kind.Host:
                return await host.EndDueAsync() > 0;
            case Kind.Calendar:
                await PublishAsync(host, step, number);
                await using (var scope = host.Scope())
                    await scope.ServiceProvider.GetRequiredService<CalendarRounds>().RunAsync(now, default);
                return true;
            case Kind.NextStage when pause is null:
                return await GoOnAsync(host, id);
            default:
                return false;
        }
    }

    /// <summary>Another edition of the year that runs: a day or two more are off, or those of the edition before are worked after all.</summary>
    private static async Task PublishAsync(CaseworkHost host, Step step, int number) => await host.DoAsync("supervisor", async (services, _, actor) =>
    {
        var year = Calendar(host).Notices.Single(notice => notice.Year == 2026);
        var official = ReferenceData.Reference.Library.Calendar.Notices.Single(notice => notice.Year == 2026);
        var from = Calendar(host).AddWorkingDays(ChinaTime.DateOf(actor.At), step.Choice + 1);
        var draft = CalendarDraftTests.Draft() with
        {
            Year = year.Year,
            NoticeDate = new DateOnly(2025, 11, 4),
            Holidays = CalendarText.Holidays(official) + (step.Days < 3 || from.Year > 2026 ? "" : $"\n{from:yyyy-MM-dd} 元旦"),
            MakeUpWorkdays = CalendarText.MakeUpWorkdays(official),
        };
        return await services.GetRequiredService<PublishCalendar>().ExecuteAsync(SampleCentre.IdOf($"edition:{number}"), draft, "通知有更正", actor, default);
    });

    /// <summary>From the examination to the correction and back.</summary>
    private static async Task<bool> GoOnAsync(CaseworkHost host, Guid id)
    {
        var stage = await host.AskAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.Stage).SingleAsync());
        var open = await host.AskAsync(db => db.WorkItems.Where(w => w.CaseId == id && w.CompletedAt == null && w.CancelledAt == null).Select(w => w.Name).ToListAsync());
        if (stage == "Examination" && open.Contains("Examine"))
            await host.CorrectAsync(id);
        else if (stage == "Correction" && open.Count > 0)
            await ApplicationJourneyTests.ResubmitAsync(host, id);
        else
            return false;
        await host.RunAsync();
        return true;
    }

    private static async Task AssertTrueAsync(CaseworkHost host, Guid id, CaseDeadline before, Step step, string told)
    {
        var now = host.Clock.GetUtcNow();
        var calendar = Calendar(host);
        var date = await host.AskAsync(db => db.CaseDeadlines.AsNoTracking().SingleOrDefaultAsync(d => d.CaseId == id && d.SettledAt == null));
        var pauses = await host.AskAsync(db => db.CasePauses.AsNoTracking().Where(p => p.CaseId == id).ToListAsync());
        var segments = await host.AskAsync(db => db.ClockSegments.AsNoTracking().Where(s => s.CaseId == id).ToListAsync());
        var totals = History(segments).TotalsAt(now, calendar);
        var end = segments.Any(s => s.To is null) ? now : segments.Max(s => s.To)!.Value;
        Assert.True(totals.Centre.Elapsed + totals.Applicant.Elapsed + totals.Office.Elapsed + totals.Paused.Elapsed == end - segments.Min(s => s.From), $"The clocks do not add up.\n{told}");
        if (date is null)
            return;
        if (date.Id != before.Id)
            Assert.True(date.DueAt >= now, $"{date.RuleKey} was set to {date.DueAt:O}, which had passed.\n{told}");
        if (date.StartedAt == before.StartedAt && date.DueAt < before.DueAt)
        {
            var last = pauses.MaxBy(p => p.From);
            Assert.True(step.Kind is Kind.Calendar || (step.Kind == Kind.Resume && last is { Owner: ClockOwner.Centre, Ending: PauseEnding.ByPerson }),
                $"{date.RuleKey} went back from {before.DueAt:O} to {date.DueAt:O}.\n{told}");
            Assert.True(step.Kind is Kind.Calendar || ChinaTime.DateOf(date.DueAt) >= Next(last!, calendar), $"{date.DueAt:O} leaves no working day.\n{told}");
        }
        var own = pauses.Where(p => p.RuleKey == date.RuleKey && p.From >= date.StartedAt).ToList();
        Assert.True(own.Count == date.ExplanationZh.Split("暂停：").Length - 1, $"{own.Count} pauses: {date.ExplanationZh}\n{told}");
        Assert.True(own.Count == date.ExplanationEn.Split("Paused:").Length - 1, $"{own.Count} pauses: {date.ExplanationEn}\n{told}");
    }

    /// <summary>The next working day after a clock was let run, or the day on which it was to run anyway.</summary>
    private static DateOnly Next(CasePause pause, WorkingCalendar calendar)
    {
        var (next, announced) = (calendar.AddWorkingDays(ChinaTime.DateOf(pause.EndedAt!.Value), 1), calendar.RollForward(pause.ExpectedEnd));
        return next < announced ? next : announced;
    }

    private static CaseClocks History(IEnumerable<CaseClockSegment> segments) => CaseClocks.FromSegments(segments
        .OrderBy(s => s.From).ThenBy(s => s.To ?? DateTimeOffset.MaxValue)
        .Select(s => new ClockSegment(s.Owner, s.From, s.To, s.Reason) { IsPause = s.IsPause }));

    private static WorkingCalendar Calendar(CaseworkHost host)
    {
        using var scope = host.Scope();
        return scope.ServiceProvider.GetRequiredService<Casework.ReferenceData.ReferenceLibrary>().Calendar;
    }

    private static string Copy(DirectoryInfo folder, int run)
    {
        var copy = Path.Combine(folder.FullName, $"{run}");
        CopyFolder(Path.Combine(folder.FullName, "held"), copy);
        return copy;
    }

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            // The index is somebody's who has it open, and is made again from the database.
            if (Path.GetRelativePath(from, file).StartsWith("index", StringComparison.Ordinal))
                continue;
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    /// <param name="Kind">What is done.</param>
    /// <param name="Minutes">After how long.</param>
    /// <param name="Days">For how many working days, of a pause.</param>
    /// <param name="Choice">One of its ways.</param>
    public sealed record Step(Kind Kind, int Minutes, int Days, int Choice);
}

using System.Diagnostics;
using IpCenter.Casework.Audit;
using IpCenter.CrashHost;
using IpCenter.Workflow.Engine;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace IpCenter.Casework.Tests.Durability;

/// <summary>A process that runs workflows and is given stimuli at random is killed again and again, wherever it stands.</summary>
[Collection(Alone.Collection)]
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Seed = 20261122;
    private const int Files = 2;
    private const int KillsOfEach = 100;

    // Every timer and every pause between attempts is over by then.
    private static readonly TimeSpan LongAfter = TimeSpan.FromDays(2);

    [Fact]
    public async Task What_was_acknowledged_is_there_once_and_every_instance_ends_as_the_model_says_after_two_hundred_kills()
    {
        var watch = Stopwatch.StartNew();
        var told = await Task.WhenAll(Enumerable.Range(0, Files).Select(file => Task.Run(() => KillAgainAndAgainAsync(Seed + 1000 * file))));
        foreach (var line in told)
            output.WriteLine(line);
        output.WriteLine($"{Files * KillsOfEach} kills in {watch.Elapsed}");
    }

    private static async Task<string> KillAgainAndAgainAsync(int seed)
    {
        using var database = await EmptyDatabase.CreateAsync();
        var random = new Random(seed);
        var origin = TimeProvider.System.GetUtcNow();
        var file = new ProcessFile(database.File, TimeProvider.System, new Acknowledgements(TextWriter.Null));
        var promises = new Promises();
        var settled = new HashSet<Guid>();
        var next = Begin(1);
        try
        {
            for (var kill = 1; kill <= KillsOfEach; kill++)
            {
                await using var process = next;
                await process.ReadyAsync();
                await process.GoAsync();
                // The next one starts meanwhile, as a supervisor's spare would; it opens the database when it is let go.
                next = kill < KillsOfEach ? Begin(kill + 1) : CrashProcess.Start(database.File, origin, LongAfter, seed, "drain");
                await KillSomewhereAsync(process, promises, random);
                (await StoredProcesses.ReadAsync(file)).CheckWhole(settled);
            }
            await next.ReadyAsync();
            await next.GoAsync();
            while (await next.NextAsync() is { } said && said != "drained")
                promises.Take(said);
            await next.EndAsync();
        }
        finally
        {
            await next.DisposeAsync();
        }

        var stored = await StoredProcesses.ReadAsync(file);
        stored.CheckWhole(settled);
        stored.CheckKept(promises);
        Assert.All(stored.Instances.Values, instance => Assert.True(instance.HasEnded, $"{instance.Id} is {instance.Status}"));
        await using var db = file.Open();
        Assert.Null(await AuditChain.FindBreakAsync(db.AuditEvents.AsNoTracking().OrderBy(e => e.Sequence).AsAsyncEnumerable(), CancellationToken.None));
        Assert.Equal(0, await BrokenPagesAsync(db));
        return $"{stored.Instances.Count} instances ({stored.Instances.Values.Count(i => i.Status == WorkflowStatus.Cancelled)} cancelled), "
            + $"{stored.Journal.Count} lines of history ({promises.Lines.Count} acknowledged), {stored.Effects.Count} effects, {promises.Events.Count} events";

        CrashProcess Begin(int kill) => CrashProcess.Start(database.File, origin, TimeSpan.Zero, seed + kill, "play");
    }

    // Anywhere: soon after the start, after an acknowledgement, in a handler, and a moment after either.
    private static async Task KillSomewhereAsync(CrashProcess process, Promises promises, Random random)
    {
        var (isInHandler, count) = (random.Next(2) == 0, random.Next(1, 7));
        var moment = TimeSpan.FromMilliseconds(6 * random.NextDouble());
        if (random.Next(8) == 0)
            (count, moment) = (0, TimeSpan.FromMilliseconds(800 * random.NextDouble()));
        while (count > 0 && await process.NextAsync() is { } said)
        {
            if (Promises.IsOne(said))
                promises.Take(said);
            if (Promises.IsOne(said) != isInHandler)
                count--;
        }
        if (moment > TimeSpan.FromMilliseconds(10))
            await Task.Delay(moment);
        else
            SpinFor(moment);
        await process.KillAsync();
        while (await process.NextAsync() is { } said)
            promises.Take(said);
    }

    // Finer than a timer.
    private static void SpinFor(TimeSpan moment)
    {
        var since = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(since) < moment)
            Thread.SpinWait(20);
    }

    private static async Task<int> BrokenPagesAsync(DbContext db)
    {
        var answers = await db.Database.SqlQueryRaw<string>("PRAGMA integrity_check").ToListAsync();
        return answers.Count(answer => answer != "ok");
    }
}

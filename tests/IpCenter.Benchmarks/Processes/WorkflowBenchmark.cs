using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Runtime;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Benchmarks.Processes;

/// <summary>
/// What the workflow runtime costs on the product's own store: SQLite as the application sets it (WAL, <c>synchronous=FULL</c>),
/// one unit of work for each step, instances one after the other.
/// </summary>
internal static class WorkflowBenchmark
{
    private const int WarmUp = 1_000;
    private const int DemoInstances = 300;
    private const int ShortInstances = 1_000;
    private const int Races = 40;
    private const int Timers = 100_000;

    public static async Task<int> RunAsync(bool json)
    {
        using var folder = new TemporaryFolder();
        var result = new Dictionary<string, double>();
        var demo = await ProcessDatabase.CreateAsync(folder.File("demo.db"), ProcessDefinitions.Demo());
        await MeasureAsync(WarmUp, () => RunDemoAsync(demo));
        var before = await demo.SizeAsync();
        var run = await MeasureAsync(DemoInstances, () => RunDemoAsync(demo));
        var after = await demo.SizeAsync();
        result["start_resume_per_s"] = run.PerSecond;
        result["start_resume_p50_ms"] = run.Percentile(50);
        result["start_resume_p95_ms"] = run.Percentile(95);
        result["cpu_ms_per_instance"] = run.CpuMilliseconds;
        result["alloc_kb_per_instance"] = run.AllocatedKilobytes;
        result["bytes_per_instance"] = (after.Bytes - before.Bytes) / (double)DemoInstances;
        result["rows_per_instance"] = (after.Rows - before.Rows) / (double)DemoInstances;
        var unfinished = await demo.UnfinishedAsync();

        var five = await ProcessDatabase.CreateAsync(folder.File("five.db"), ProcessDefinitions.FiveActivities());
        await MeasureAsync(WarmUp, () => five.StartAsync());
        result["five_activity_per_s"] = (await MeasureAsync(ShortInstances, () => five.StartAsync())).PerSecond;
        unfinished += await five.UnfinishedAsync();

        var (doubles, lost) = await RaceAsync(folder);
        result["double_dispatches"] = doubles;
        result["lost"] = lost + unfinished;

        await StartUpAsync(folder.File("warm.db"), 0);
        result["startup_no_timers_ms"] = await StartUpAsync(folder.File("empty.db"), 0);
        result["startup_100k_timers_ms"] = await StartUpAsync(folder.File("timers.db"), Timers);
        Report(result, json);
        return 0;
    }

    /// <summary>Start, the task's result, the office's reply: three units of work, to the end.</summary>
    private static async Task RunDemoAsync(ProcessDatabase database)
    {
        var waits = await database.StartAsync();
        var check = waits.Single();
        await database.InUnitAsync((runtime, now) => runtime.CompleteTaskAsync(check.Id, new TaskResult("pass"), now, default));
        await database.InUnitAsync((runtime, now) => runtime.PublishEventAsync(check.CorrelationId, "OfficeReply", null, now, default));
    }

    // Twice 40 races: the same event sent twice at the same moment, and the event against its deadline.
    private static async Task<(int Doubles, int Lost)> RaceAsync(TemporaryFolder folder)
    {
        var database = await ProcessDatabase.CreateAsync(folder.File("race.db"), ProcessDefinitions.Race());
        for (var race = 0; race < 2 * Races; race++)
        {
            var waits = await database.StartAsync();
            var reply = waits.Single(wait => wait.Kind == WaitKind.Event);
            var deadline = waits.Single(wait => wait.Kind == WaitKind.Timer);
            Task<ResumeOutcome> Reply() => database.InUnitAsync((runtime, now) => runtime.PublishEventAsync(reply.CorrelationId, reply.Name, null, now, default));
            Task<ResumeOutcome> Expire() => database.InUnitAsync((runtime, now) => runtime.FireTimerAsync(deadline.Id, now, default));
            await Task.WhenAll(Task.Run(Reply), Task.Run(race < Races ? Reply : Expire));
        }
        await database.DrainAsync();
        await using var db = database.Open();
        var afterJoin = await db.WorkflowJournal.Where(line => line.ActivityId == "after" && line.Event == JournalEvent.Completed)
            .GroupBy(line => line.InstanceId).Select(lines => lines.Count()).ToListAsync();
        return (afterJoin.Sum(count => count - 1) + database.TimesHandled - 2 * Races, await database.UnfinishedAsync());
    }

    // From nothing to the end of the runner's first pass.
    private static async Task<double> StartUpAsync(string file, int timers)
    {
        var database = await ProcessDatabase.CreateAsync(file, ProcessDefinitions.Demo());
        await database.AddTimersAsync(timers);
        var times = new List<double>();
        for (var i = 0; i < 5; i++)
        {
            var watch = Stopwatch.StartNew();
            var fresh = await ProcessDatabase.CreateAsync(file, ProcessDefinitions.Demo());
            await fresh.RunOnceAsync();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        return times.Order().ElementAt(2);
    }

    private static async Task<Measurement> MeasureAsync(int count, Func<Task> once)
    {
        var times = new double[count];
        using var process = Process.GetCurrentProcess();
        var (cpu, allocated) = (process.TotalProcessorTime, GC.GetTotalAllocatedBytes());
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < count; i++)
        {
            var began = watch.Elapsed;
            await once();
            times[i] = (watch.Elapsed - began).TotalMilliseconds;
        }
        var elapsed = watch.Elapsed;
        process.Refresh();
        return new Measurement(
            count / elapsed.TotalSeconds,
            (process.TotalProcessorTime - cpu).TotalMilliseconds / count,
            (GC.GetTotalAllocatedBytes() - allocated) / 1024.0 / count,
            times);
    }

    private static void Report(Dictionary<string, double> result, bool json)
    {
        foreach (var (name, value) in result)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-26}{value,12:0.##}"));
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(result.ToDictionary(pair => pair.Key, pair => Math.Round(pair.Value, 2))));
    }

    private sealed record Measurement(double PerSecond, double CpuMilliseconds, double AllocatedKilobytes, double[] Times)
    {
        public double Percentile(int percent) => Times.Order().ElementAt(Math.Min(Times.Length - 1, Times.Length * percent / 100));
    }
}

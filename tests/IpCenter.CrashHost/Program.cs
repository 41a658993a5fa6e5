using System.Globalization;
using IpCenter.CrashHost;
using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Runtime;
using Microsoft.EntityFrameworkCore;

// A process that exists to be killed. Arguments: database file, the clock's origin (Unix milliseconds), the clock's offset
// (milliseconds), seed, and what to do after a line came in:
//   play   run the processes and give them stimuli, for ever
//   run    run the processes until nothing waits
//   drain  let halted instances go on, then as run
// It ends when its input ends, so that it never outlives who started it.
if (args is not [var file, var originText, var offsetText, var seedText, var mode])
    throw new ArgumentException("The arguments are: file origin offset seed play|run|drain.", nameof(args));
var origin = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(originText, CultureInfo.InvariantCulture));
var clock = new ShiftedClock(origin, TimeSpan.FromMilliseconds(long.Parse(offsetText, CultureInfo.InvariantCulture)));
var seed = int.Parse(seedText, CultureInfo.InvariantCulture);
var acknowledgements = new Acknowledgements(Console.Out);
var handling = new Random(seed + 1);
var processes = new ProcessFile(file, clock, acknowledgements, mode == "drain" ? null : () =>
{
    lock (handling)
        return handling.NextDouble();
});
using var runner = processes.NewRunner(new WorkflowRunnerOptions
{
    PollInterval = TimeSpan.FromMilliseconds(10),
    // Of the clock's time: half a second of the machine's.
    LeaseTime = TimeSpan.FromSeconds(30),
    // Of the machine's time.
    LeaseRenewal = TimeSpan.FromMilliseconds(100),
    FirstRetryDelay = TimeSpan.FromSeconds(1),
});

await using (var db = processes.Open())
    _ = db.Model;
acknowledgements.Ready();
if (await Console.In.ReadLineAsync() is null)
    return;
var abandoned = Task.Run(async () =>
{
    while (await Console.In.ReadLineAsync() is not null)
    {
    }
});
await await Task.WhenAny(abandoned, mode switch
{
    "play" => PlayAsync(),
    "run" => RunAsync(),
    "drain" => DrainAsync(),
    _ => throw new ArgumentException($"'{mode}' is nothing that this program does.", nameof(args)),
});

async Task DrainAsync()
{
    List<Guid> halted;
    await using (var db = processes.Open())
        halted = await db.WorkflowInstances.Where(i => i.Status == WorkflowStatus.Suspended).Select(i => i.Id).ToListAsync();
    foreach (var id in halted)
        await processes.UseAsync(runtime => runtime.ResumeAsync(id, "the end of the play", clock.GetUtcNow(), CancellationToken.None));
    await RunAsync();
}

async Task RunAsync()
{
    while (await AnyWaitsAsync())
        if (await runner.RunOnceAsync(CancellationToken.None) == 0)
            await Task.Delay(10);
    acknowledgements.Drained();
}

async Task<bool> AnyWaitsAsync()
{
    await using var db = processes.Open();
    return await db.WorkflowWaits.AnyAsync();
}

async Task PlayAsync() => await await Task.WhenAny(
    runner.RunAsync(CancellationToken.None), new Stimuli(processes, acknowledgements, new Random(seed)).GiveAsync());

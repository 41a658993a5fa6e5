using IpCenter.CrashHost;
using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Runtime;

namespace IpCenter.Casework.Tests.Durability;

/// <summary>Two processes run the processes of one SQLite file at the same time.</summary>
[Collection(Alone.Collection)]
public sealed class TwoRunnersTests
{
    private const int Instances = 60;

    // Tasks and timers of all instances are due when the runners begin.
    private static readonly TimeSpan LongAfter = TimeSpan.FromDays(1);

    [Fact]
    public Task Two_runners_on_one_file_share_the_work_and_do_every_task_once() => ShareAsync(killOne: false);

    [Fact]
    public Task A_runner_takes_up_what_another_had_in_hand_when_it_was_killed() => ShareAsync(killOne: true);

    private static async Task ShareAsync(bool killOne)
    {
        using var database = await EmptyDatabase.CreateAsync();
        var origin = TimeProvider.System.GetUtcNow();
        var file = new ProcessFile(database.File, new ShiftedClock(origin, TimeSpan.Zero), new Acknowledgements(TextWriter.Null));
        for (var i = 0; i < Instances; i++)
            await StartAsync(file, i % 2 == 0 ? "order" : "part", $"case-{i}");

        await using var one = CrashProcess.Start(database.File, origin, LongAfter, 1, "run");
        await using var other = CrashProcess.Start(database.File, origin, LongAfter, 2, "run");
        await one.ReadyAsync();
        await other.ReadyAsync();
        await Task.WhenAll(one.GoAsync(), other.GoAsync());
        var (byOne, byOther) = (new Promises(), new Promises());
        await Task.WhenAll(
            Task.Run(() => killOne ? KillHalfwayAsync(one, byOne) : TakeAllAsync(one, byOne)),
            Task.Run(() => TakeAllAsync(other, byOther)));

        Assert.NotEmpty(byOne.Effects);
        Assert.NotEmpty(byOther.Effects);
        Assert.Empty(byOne.Effects.Intersect(byOther.Effects));
        Assert.Empty(byOne.Lines.Keys.Intersect(byOther.Lines.Keys));
        var stored = await StoredProcesses.ReadAsync(file);
        stored.CheckWhole([]);
        stored.CheckKept(byOne);
        stored.CheckKept(byOther);
        Assert.All(stored.Instances.Values, instance => Assert.Equal(WorkflowStatus.Finished, instance.Status));
        Assert.Empty(stored.Waits);
    }

    private static Task<WorkflowInstance> StartAsync(ProcessFile file, string definitionId, string key) => file.UseAsync(runtime => runtime.StartAsync(
        definitionId, key, new Dictionary<string, object?> { ["Key"] = key }, file.Now, CancellationToken.None));

    // Ending in order means also that nothing it did was refused because the other held the file.
    private static async Task TakeAllAsync(CrashProcess process, Promises promises)
    {
        while (await process.NextAsync() is { } said)
        {
            promises.Take(said);
            if (said == "drained")
                break;
        }
        await process.EndAsync();
    }

    private static async Task KillHalfwayAsync(CrashProcess process, Promises promises)
    {
        while (promises.Effects.Count < Instances / 2 && await process.NextAsync() is { } said)
            promises.Take(said);
        while (await process.NextAsync() is { } said && !said.StartsWith("working", StringComparison.Ordinal))
            promises.Take(said);
        await process.KillAsync();
        while (await process.NextAsync() is { } said)
            promises.Take(said);
    }
}

using IpCenter.CrashHost;
using IpCenter.Testing;
using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Runtime;

namespace IpCenter.Casework.Tests.Durability;

/// <summary>Somebody sets the machine's clock, forward or back, while processes wait in the database.</summary>
public sealed class ClockJumpTests : IDisposable
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 16, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(4);
    private static readonly WorkflowRunnerOptions Options = new();

    private readonly ManualClock _clock = new(Monday);
    private readonly StringWriter _saves = new();

    public static TheoryData<TimeSpan> Jumps => [TimeSpan.FromHours(1), TimeSpan.FromDays(5 * 365)];

    [Theory]
    [MemberData(nameof(Jumps))]
    public async Task After_a_jump_forward_every_due_timer_fires_once_in_the_order_of_the_instants(TimeSpan jump)
    {
        using var database = await EmptyDatabase.CreateAsync();
        var file = Open(database);
        using var runner = file.NewRunner(Options);
        var started = new List<(int At, Guid Id)>();
        foreach (var at in new[] { 400, 100, 300, 0, 200 })
        {
            _clock.Set(Monday.AddMilliseconds(at));
            started.Add((at, await StartAsync(file, "part")));
            await RunAsync(runner);
        }

        _clock.Advance(jump);
        var since = _saves.ToString().Length;
        await RunAsync(runner);
        var fired = _saves.ToString()[since..].Split('\n').Where(said => said.EndsWith("Completed pause .", StringComparison.Ordinal));
        Assert.Equal(started.OrderBy(s => s.At).Select(s => s.Id), fired.Select(said => Guid.Parse(said.Split(' ')[1])));
        var stored = await WholeAsync(file);
        Assert.All(stored.Instances.Values, instance => Assert.Equal(WorkflowStatus.Finished, instance.Status));

        var later = await StartAsync(file, "part");
        await RunAsync(runner);
        var wait = Assert.Single((await WholeAsync(file)).Waits);
        Assert.Equal((later, "pause", _clock.GetUtcNow() + Pause), (wait.InstanceId, wait.ActivityId, wait.DueAt));
    }

    [Theory]
    [MemberData(nameof(Jumps))]
    public async Task After_the_clock_is_put_back_no_timer_fires_early_none_twice_and_none_is_lost(TimeSpan jump)
    {
        using var database = await EmptyDatabase.CreateAsync();
        var file = Open(database);
        using var runner = file.NewRunner(Options);
        await StartAsync(file, "part");
        await RunAsync(runner);
        _clock.Advance(Pause);
        await RunAsync(runner);
        await StartAsync(file, "part");
        await RunAsync(runner);
        var due = Assert.Single((await WholeAsync(file)).Waits).DueAt!.Value;

        _clock.Advance(-jump);
        await RunAsync(runner);
        Assert.Equal(1, await FiredAsync(file));
        _clock.Set(due.AddMilliseconds(-1));
        await RunAsync(runner);
        Assert.Equal(1, await FiredAsync(file));
        _clock.Set(due);
        await RunAsync(runner);
        Assert.Equal(2, await FiredAsync(file));
        Assert.Empty((await WholeAsync(file)).Waits);
    }

    [Theory]
    [MemberData(nameof(Jumps))]
    public async Task A_claim_from_before_the_clock_was_put_back_does_not_hold_up_its_wait(TimeSpan jump)
    {
        using var database = await EmptyDatabase.CreateAsync();
        var file = Open(database);
        var id = await StartAsync(file, "part");
        await ClaimAsync(file, Monday + jump);

        using var runner = file.NewRunner(Options);
        await RunAsync(runner);

        var stored = await WholeAsync(file);
        Assert.Contains(stored.Histories[id], line => line.ActivityId == "work");
    }

    [Fact]
    public async Task A_claim_of_a_node_whose_clock_is_a_little_ahead_is_respected_until_it_lapses()
    {
        using var database = await EmptyDatabase.CreateAsync();
        var file = Open(database);
        var id = await StartAsync(file, "part");
        var ahead = Options.LeaseTime / 2;
        await ClaimAsync(file, Monday + ahead);

        using var runner = file.NewRunner(Options);
        await RunAsync(runner);
        Assert.DoesNotContain((await WholeAsync(file)).Histories[id], line => line.ActivityId == "work");
        _clock.Advance(ahead + Options.LeaseTime);
        await RunAsync(runner);
        Assert.Contains((await WholeAsync(file)).Histories[id], line => line.ActivityId == "work");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_task_from_before_the_clock_was_put_back_by_years_is_done_now(bool afterRestart)
    {
        using var database = await EmptyDatabase.CreateAsync();
        var file = Open(database);
        using var before = file.NewRunner(Options);
        using var after = file.NewRunner(Options);
        _clock.Advance(TimeSpan.FromDays(5 * 365));
        await RunAsync(before);
        var id = await StartAsync(file, "order");

        _clock.Set(Monday);
        await RunAsync(afterRestart ? after : before);

        var stored = await WholeAsync(file);
        Assert.Contains(stored.Histories[id], line => line.ActivityId == "prepare" && line.At == Monday);
        Assert.Equal(Monday + Deadline, stored.Waits.Single(wait => wait.Kind == WaitKind.Timer).DueAt);
    }

    [Fact]
    public async Task A_history_whose_times_go_backwards_is_whole_and_leads_to_the_end()
    {
        using var database = await EmptyDatabase.CreateAsync();
        var file = Open(database);
        using var runner = file.NewRunner(Options);
        var id = await StartAsync(file, "order");
        for (var step = 0; step < 40; step++)
        {
            await RunAsync(runner);
            _clock.Advance(step % 3 == 1 ? TimeSpan.FromMinutes(-50) : TimeSpan.FromMinutes(40));
            if (step == 1)
                await file.UseAsync(runtime => runtime.PublishEventAsync("case", "Answer", null, file.Now, CancellationToken.None));
        }

        var stored = await WholeAsync(file);
        var history = stored.Histories[id].ToList();
        Assert.Equal(WorkflowStatus.Finished, stored.Instances[id].Status);
        Assert.Contains(history.Zip(history.Skip(1)), pair => pair.Second.At < pair.First.At);
        Assert.Contains(history, line => line.At < line.StartedAt);
        var map = WorkflowMap.Of(ProcessFile.Catalog.Latest("order"), [], history);
        Assert.Equal(3, map.Activities.Single(activity => activity.Id == "count").TimesCompleted);
    }

    public void Dispose() => _saves.Dispose();

    private ProcessFile Open(EmptyDatabase database) => new(database.File, _clock, new Acknowledgements(_saves));

    private static async Task<Guid> StartAsync(ProcessFile file, string definitionId) => (await file.UseAsync(runtime => runtime.StartAsync(
        definitionId, "case", new Dictionary<string, object?> { ["Key"] = "case" }, file.Now, CancellationToken.None))).Id;

    private static async Task RunAsync(WorkflowRunner runner)
    {
        while (await runner.RunOnceAsync(CancellationToken.None) > 0)
        {
        }
    }

    // What a process that was killed leaves behind.
    private static async Task ClaimAsync(ProcessFile file, DateTimeOffset at)
    {
        var wait = Assert.Single((await StoredProcesses.ReadAsync(file)).Waits);
        await using var scope = file.CreateScope();
        Assert.True(await scope.Store.TryLeaseAsync(wait.Id, Guid.CreateVersion7(at), new LeaseTerms(at, Options.LeaseTime), CancellationToken.None));
    }

    private static async Task<int> FiredAsync(ProcessFile file) => (await WholeAsync(file)).Journal.Values.Count(line => line.ActivityId == "pause");

    private static async Task<StoredProcesses> WholeAsync(ProcessFile file)
    {
        var stored = await StoredProcesses.ReadAsync(file);
        stored.CheckWhole([]);
        return stored;
    }
}

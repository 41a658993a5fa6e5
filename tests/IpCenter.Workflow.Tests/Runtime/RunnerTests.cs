using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Runtime;
using IpCenter.Workflow.Tests.Support;

namespace IpCenter.Workflow.Tests.Runtime;

public sealed class RunnerTests
{
    [Fact]
    public async Task A_system_task_is_done_by_its_handler_with_payload_and_key()
    {
        WorkflowTaskContext? seen = null;
        using var host = new Host(System("search", payload: "({ caseId: 'c1' })").Catalog("search"))
            .Handle("search", (_, context) =>
            {
                seen = context;
                return new TaskResult("done");
            });
        await host.StartAsync();
        var wait = host.WaitOf("search");
        Assert.Equal(WaitKind.SystemTask, wait.Kind);
        await host.RunUntilIdleAsync();
        Assert.Equal("last", host.Waiting);
        Assert.Equal((wait.Id, 1, "case-1", "c1"), (seen!.IdempotencyKey, seen.Attempt, seen.CorrelationId, seen.Payload["caseId"]));
    }

    [Fact]
    public async Task What_a_handler_changes_is_saved_with_the_instance_in_one_commit()
    {
        using var host = new Host(System("search").Catalog("search")).Handle("search", (store, _) =>
        {
            store.Effects.Add("found");
            return new TaskResult("done");
        });
        await host.StartAsync();
        await host.RunUntilIdleAsync();
        Assert.Equal((2, "found"), (host.Database.Commits, Assert.Single(host.Database.Effects)));
    }

    [Fact]
    public async Task A_failing_task_is_tried_again_ever_more_slowly_and_then_becomes_an_incident()
    {
        using var host = new Host(System("search").Catalog("search"))
            .Handle("search", (_, context) => throw new IOException($"attempt {context.Attempt}"));
        await host.StartAsync();
        var delays = new List<double>();
        while (!host.WaitOf("search").IsIncident)
        {
            await host.Runner.RunOnceAsync(default);
            var wait = host.WaitOf("search");
            delays.Add((wait.DueAt!.Value - host.Clock.GetUtcNow()).TotalSeconds);
            host.Clock.Set(wait.DueAt.Value);
        }
        Assert.Equal([5, 10, 20, 40, 80, 160, 320, 0], delays);
        Assert.Equal((8, "attempt 8"), (host.WaitOf("search").Attempts, host.WaitOf("search").LastError));
        Assert.Equal((JournalEvent.Incident, "attempt 8"), (host.Database.Journal[^1].Event, host.Database.Journal[^1].Detail));
        host.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await host.Runner.RunOnceAsync(default));
    }

    [Fact]
    public async Task The_pause_between_attempts_has_an_upper_bound()
    {
        using var host = new Host(System("search").Catalog("search"), new WorkflowRunnerOptions { MaxAttempts = 30 })
            .Handle("search", (_, _) => throw new IOException("no"));
        await host.StartAsync();
        for (var i = 0; i < 20; i++)
        {
            await host.Runner.RunOnceAsync(default);
            host.Clock.Set(host.WaitOf("search").DueAt!.Value);
        }
        await host.Runner.RunOnceAsync(default);
        Assert.Equal(TimeSpan.FromHours(1), host.WaitOf("search").DueAt - host.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Other_work_goes_on_beside_a_failing_task()
    {
        using var host = new Host(System("search").Catalog("search"))
            .Handle("search", (_, context) => context.CorrelationId == "bad" ? throw new IOException("no") : new TaskResult("done"));
        await host.StartAsync("bad");
        await host.StartAsync("good");
        await host.RunUntilIdleAsync();
        Assert.Equal("last search", host.Waiting);
        Assert.Equal("good", host.WaitOf("last").CorrelationId);
    }

    [Fact]
    public async Task A_person_may_retry_an_incident()
    {
        var isBroken = true;
        using var host = new Host(System("search").Catalog("search"), new WorkflowRunnerOptions { MaxAttempts = 1 })
            .Handle("search", (_, _) => isBroken ? throw new IOException("no") : new TaskResult("done"));
        await host.StartAsync();
        await host.RunUntilIdleAsync();
        var incident = host.WaitOf("search");
        isBroken = false;
        await host.UseAsync((runtime, _) => runtime.RetryAsync(incident.Id, "index is back", host.Clock.GetUtcNow(), default));
        await host.RunUntilIdleAsync();
        Assert.Equal("last", host.Waiting);
        Assert.Contains(host.Database.Journal, entry => entry is { Event: JournalEvent.Retried, Detail: "index is back" });
        Assert.Equal(Enumerable.Range(1, host.Database.Journal.Count), host.Database.Journal.Select(entry => entry.Sequence));
    }

    [Fact]
    public async Task A_person_may_skip_an_incident_with_a_result_and_a_reason()
    {
        using var host = new Host(System("search").Catalog("search"), new WorkflowRunnerOptions { MaxAttempts = 1 })
            .Handle("search", (_, _) => throw new IOException("no"));
        await host.StartAsync();
        await host.RunUntilIdleAsync();
        await host.UseAsync((runtime, _) => runtime.SkipAsync(
            host.WaitOf("search").Id, new TaskResult("none"), "searched by hand", host.Clock.GetUtcNow(), default));
        Assert.Equal("last", host.Waiting);
        Assert.Contains(host.Database.Journal, entry => entry is { ActivityId: "search", Event: JournalEvent.Completed, Detail: "searched by hand" });
    }

    [Fact]
    public async Task A_task_that_is_no_incident_can_be_neither_retried_nor_skipped()
    {
        using var host = new Host(System("search").Catalog("search"));
        await host.StartAsync();
        var wait = host.WaitOf("search");
        Assert.Equal(ResumeOutcome.NotApplicable, await host.UseAsync((runtime, _) => runtime.RetryAsync(wait.Id, "now", EngineDrive.T0, default)));
        Assert.Equal(ResumeOutcome.NotApplicable, await host.UseAsync((runtime, _) => runtime.SkipAsync(wait.Id, new TaskResult("x"), "now", EngineDrive.T0, default)));
    }

    [Fact]
    public async Task A_conflict_runs_the_handler_again_from_fresh_state_and_counts_its_effect_once()
    {
        var calls = 0;
        using var host = new Host(new FlowText().Start().Fork("fork", "A", "B").Task("search", payload: "({})").Task("person").Join("join", "WaitAll").End()
            .Arrows("start > fork", "fork.A > search > join", "fork.B > person > join", "join > end").Catalog("search"));
        host.HandleAsync("search", async (store, _) =>
        {
            store.Effects.Add("found");
            if (++calls == 1)
                await host.CompleteAsync("person", new TaskResult("done"));
            return new TaskResult("done");
        });
        await host.StartAsync();
        await host.RunUntilIdleAsync();
        Assert.Equal((2, 1, "found"), (calls, host.Database.Conflicts, Assert.Single(host.Database.Effects)));
        Assert.Equal(WorkflowStatus.Finished, host.Database.Instances.Single().Status);
    }

    [Fact]
    public async Task Two_runners_do_not_take_the_same_task_at_the_same_time()
    {
        var calls = 0;
        using var host = new Host(System("search").Catalog("search"));
        using var second = host.NewRunner();
        host.HandleAsync("search", async (_, _) =>
        {
            calls++;
            Assert.Equal(0, await second.RunOnceAsync(default));
            return new TaskResult("done");
        });
        await host.StartAsync();
        await host.RunUntilIdleAsync();
        Assert.Equal((1, "last"), (calls, host.Waiting));
    }

    [Fact]
    public async Task A_lapsed_lease_lets_another_runner_take_over_and_the_slow_one_has_no_effect()
    {
        var calls = 0;
        using var host = new Host(System("search").Catalog("search"));
        using var second = host.NewRunner();
        host.HandleAsync("search", async (store, _) =>
        {
            var call = ++calls;
            store.Effects.Add($"call {call}");
            if (call == 1)
            {
                host.Clock.Advance(TimeSpan.FromMinutes(6));
                await second.RunOnceAsync(default);
            }
            return new TaskResult("done");
        });
        await host.StartAsync();
        await host.RunUntilIdleAsync();
        Assert.Equal("call 2", Assert.Single(host.Database.Effects));
        Assert.Equal("last", host.Waiting);
    }

    [Fact]
    public async Task A_task_that_takes_long_keeps_its_claim_and_is_done_once()
    {
        var options = new WorkflowRunnerOptions { LeaseRenewal = TimeSpan.FromMilliseconds(5) };
        using var host = new Host(System("search").Catalog("search"), options);
        using var second = host.NewRunner();
        var calls = 0;
        host.HandleAsync("search", async (_, _) =>
        {
            calls++;
            for (var turn = 0; turn < 3; turn++)
            {
                host.Clock.Advance(options.LeaseTime * 0.9);
                while (host.WaitOf("search").LeasedUntil < host.Clock.GetUtcNow() + options.LeaseTime)
                    await Task.Delay(5);
                Assert.Equal(0, await second.RunOnceAsync(default));
            }
            return new TaskResult("done");
        });
        await host.StartAsync();
        await host.RunUntilIdleAsync();
        Assert.Equal((1, "last"), (calls, host.Waiting));
    }

    [Fact]
    public async Task Stopping_gives_a_task_back_at_once()
    {
        using var stop = new CancellationTokenSource();
        using var host = new Host(System("search").Catalog("search"));
        host.HandleAsync("search", async (_, _) =>
        {
            await stop.CancelAsync();
            stop.Token.ThrowIfCancellationRequested();
            return new TaskResult("done");
        });
        await host.StartAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.Runner.RunOnceAsync(stop.Token));
        var wait = host.WaitOf("search");
        Assert.Equal((null, 0), (wait.LeaseId, wait.Attempts));
    }

    [Fact]
    public async Task A_wake_starts_the_next_pass_without_waiting_for_the_poll_interval()
    {
        using var stop = new CancellationTokenSource();
        var isDone = new TaskCompletionSource();
        using var host = new Host(System("search").Catalog("search"), new WorkflowRunnerOptions { PollInterval = TimeSpan.FromHours(10) });
        host.Handle("search", (_, _) =>
        {
            isDone.SetResult();
            return new TaskResult("done");
        });
        var loop = host.Runner.RunAsync(stop.Token);
        await host.StartAsync();
        host.Runner.Wake();
        host.Runner.Wake();
        await isDone.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await stop.CancelAsync();
        await loop;
    }

    [Fact]
    public async Task A_batch_bounds_a_pass_and_the_longest_due_come_first()
    {
        var done = new List<string>();
        using var host = new Host(System("search").Catalog("search"), new WorkflowRunnerOptions { BatchSize = 2 })
            .Handle("search", (_, context) =>
            {
                done.Add(context.CorrelationId);
                return new TaskResult("done");
            });
        foreach (var id in new[] { "a", "b", "c" })
        {
            await host.StartAsync(id);
            host.Clock.Advance(TimeSpan.FromSeconds(1));
        }
        Assert.Equal(2, await host.Runner.RunOnceAsync(default));
        Assert.Equal(["a", "b"], done);
    }

    private static FlowText System(string task, string payload = "({})") => new FlowText().Start().Task(task, payload: payload).Task("last").End()
        .Arrows($"start > {task} > last > end");
}

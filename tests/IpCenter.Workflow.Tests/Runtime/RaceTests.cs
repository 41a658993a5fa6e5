using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Runtime;
using IpCenter.Workflow.Tests.Support;

namespace IpCenter.Workflow.Tests.Runtime;

/// <summary>Reply and deadline of one instance resumed at the same moment: Elsa 3.7.1 ran what follows twice in 40 of 40.</summary>
public sealed class RaceTests
{
    private const int Probes = 40;

    [Fact]
    public async Task Reply_and_deadline_saved_over_each_other_run_what_follows_once_in_40_of_40()
    {
        var catalog = Race().Catalog("after");
        for (var probe = 0; probe < Probes; probe++)
        {
            using var host = await WaitingAsync(catalog);
            var now = host.Clock.GetUtcNow();
            var deadline = host.WaitOf("deadline").Id;
            var units = new Func<MemoryStore, Task<ResumeOutcome>>[]
            {
                store => new WorkflowRuntime(catalog, store).PublishEventAsync("case-1", "reply", null, now, default),
                store => new WorkflowRuntime(catalog, store).FireTimerAsync(deadline, now, default)
            };
            if (probe % 2 == 1)
                units.AsSpan().Reverse();
            var stores = units.Select(_ => new MemoryStore(host.Database)).ToList();
            for (var i = 0; i < units.Length; i++)
                Assert.Equal(ResumeOutcome.Resumed, await units[i](stores[i]));
            Assert.Equal(SaveOutcome.Saved, await stores[0].SaveAsync(default));
            Assert.Equal(SaveOutcome.Conflict, await stores[1].SaveAsync(default));
            var again = new MemoryStore(host.Database);
            Assert.Contains(await units[1](again), new[] { ResumeOutcome.AlreadyGone, ResumeOutcome.Kept });
            await again.SaveAsync(default);
            await AssertOnceAsync(host);
        }
    }

    [Fact]
    public async Task Two_runners_and_a_publisher_in_parallel_run_what_follows_once_in_40_of_40()
    {
        var catalog = Race().Catalog("after");
        for (var probe = 0; probe < Probes; probe++)
        {
            using var host = await WaitingAsync(catalog);
            using var second = host.NewRunner();
            await Task.WhenAll(
                Task.Run(() => host.Runner.RunOnceAsync(default)),
                Task.Run(() => PublishAsync(host, catalog)),
                Task.Run(() => second.RunOnceAsync(default)));
            await AssertOnceAsync(host);
        }
    }

    private static async Task PublishAsync(Host host, Workflow.Definitions.WorkflowCatalog catalog)
    {
        MemoryStore store;
        do
        {
            store = new MemoryStore(host.Database);
            await new WorkflowRuntime(catalog, store).PublishEventAsync("case-1", "reply", null, host.Clock.GetUtcNow(), default);
        }
        while (await store.SaveAsync(default) == SaveOutcome.Conflict);
    }

    private static async Task AssertOnceAsync(Host host)
    {
        await host.RunUntilIdleAsync();
        Assert.Equal("after", Assert.Single(host.Database.Effects));
        Assert.Equal("last", host.Waiting);
        Assert.Single(host.Database.Journal, entry => entry is { ActivityId: "join", Event: JournalEvent.Completed });
        Assert.Single(host.Database.Journal, entry => entry is { ActivityId: "reply" or "deadline", Event: JournalEvent.Cancelled });
        Assert.Equal(Enumerable.Range(1, host.Database.Journal.Count), host.Database.Journal.Select(entry => entry.Sequence));
    }

    private static async Task<Host> WaitingAsync(Workflow.Definitions.WorkflowCatalog catalog)
    {
        var host = new Host(catalog).Handle("after", (store, _) =>
        {
            store.Effects.Add("after");
            return new TaskResult("done");
        });
        await host.StartAsync();
        host.Clock.Advance(TimeSpan.FromDays(10));
        return host;
    }

    private static FlowText Race() => new FlowText().Start().Fork("fork", "A", "B").Event("reply").Delay("deadline", "10.00:00:00")
        .Join("join", "WaitAny").Task("after", payload: "({})").Task("last").End()
        .Arrows("start > fork", "fork.A > reply > join", "fork.B > deadline > join", "join > after > last > end");
}

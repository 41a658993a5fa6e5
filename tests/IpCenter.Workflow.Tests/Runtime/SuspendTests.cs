using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Runtime;
using IpCenter.Workflow.Tests.Support;

namespace IpCenter.Workflow.Tests.Runtime;

/// <summary>A person halts an instance and lets it go on.</summary>
public sealed class SuspendTests
{
    [Fact]
    public async Task Nothing_moves_while_it_is_halted_and_nothing_that_comes_is_lost()
    {
        using var host = new Host(Flow().Catalog("search"));
        host.Handle("search", (_, _) => new TaskResult("none"));
        var id = (await host.StartAsync()).Id;
        await host.UseAsync((runtime, _) => runtime.SuspendAsync(id, "defect in the definition", host.Clock.GetUtcNow(), default));
        host.Clock.Advance(TimeSpan.FromDays(30));
        await host.RunUntilIdleAsync();
        Assert.Equal(ResumeOutcome.InstanceSuspended, await host.CompleteAsync("read", new TaskResult("pass")));
        Assert.Equal(ResumeOutcome.Kept, await host.PublishAsync("reply"));
        Assert.Equal("deadline read reply search", host.Waiting);

        await host.UseAsync((runtime, _) => runtime.ResumeAsync(id, "mended", host.Clock.GetUtcNow(), default));
        Assert.Equal("deadline read search", host.Waiting);
        await host.RunUntilIdleAsync();
        Assert.Equal("read", host.Waiting);
        Assert.Equal(
            [(JournalEvent.Suspended, "defect in the definition"), (JournalEvent.Resumed, "mended")],
            host.Database.Journal.Where(line => line.ActivityId.Length == 0).Select(line => (line.Event, line.Detail)));
    }

    [Fact]
    public async Task It_can_be_cancelled_while_it_is_halted()
    {
        using var host = new Host(Flow().Catalog("search"));
        var id = (await host.StartAsync()).Id;
        await host.UseAsync((runtime, _) => runtime.SuspendAsync(id, "stop", EngineDrive.T0, default));
        await host.UseAsync((runtime, _) => runtime.CancelAsync(id, "withdrawn", EngineDrive.T0, default));
        Assert.Empty(host.Database.Waits);
        Assert.Equal(WorkflowStatus.Cancelled, host.Database.Instances.Single().Status);
    }

    [Fact]
    public async Task Only_a_running_instance_is_halted_and_only_a_halted_one_resumed()
    {
        using var host = new Host(Flow().Catalog("search"));
        var id = (await host.StartAsync()).Id;
        Assert.Equal(ResumeOutcome.NotApplicable, await host.UseAsync((runtime, _) => runtime.ResumeAsync(id, "no", EngineDrive.T0, default)));
        await host.UseAsync((runtime, _) => runtime.SuspendAsync(id, "stop", EngineDrive.T0, default));
        Assert.Equal(ResumeOutcome.NotApplicable, await host.UseAsync((runtime, _) => runtime.SuspendAsync(id, "stop", EngineDrive.T0, default)));
        await host.UseAsync((runtime, _) => runtime.CancelAsync(id, "over", EngineDrive.T0, default));
        Assert.Equal(ResumeOutcome.InstanceEnded, await host.UseAsync((runtime, _) => runtime.SuspendAsync(id, "stop", EngineDrive.T0, default)));
    }

    [Fact]
    public async Task The_time_that_a_step_took_runs_from_its_beginning_to_its_end()
    {
        using var host = new Host(Flow().Catalog("search"));
        await host.StartAsync();
        host.Clock.Advance(TimeSpan.FromHours(5));
        await host.CompleteAsync("read", new TaskResult("pass", new Dictionary<string, object?> { ["page"] = 3 }));
        var line = host.Database.Journal.Single(entry => entry.ActivityId == "read");
        Assert.Equal((EngineDrive.T0, EngineDrive.T0.AddHours(5)), (line.StartedAt, line.At));
        Assert.Equal("{\"outcome\":\"pass\",\"page\":3}", line.ValueJson);
    }

    private static FlowText Flow() => new FlowText().Start().Fork("fork", "A", "B", "C", "D").Task("read").Event("reply").Task("search")
        .Delay("deadline", "10.00:00:00").Join("join", "WaitAll").End()
        .Arrows("start > fork", "fork.A > read > join", "fork.B > reply > join", "fork.C > search > join", "fork.D > deadline > join > end");
}

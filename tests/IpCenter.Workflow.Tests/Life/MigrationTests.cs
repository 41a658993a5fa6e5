using System.Text.Json.Nodes;
using IpCenter.Workflow.Definitions;
using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Life;
using IpCenter.Workflow.Runtime;
using IpCenter.Workflow.Tests.Support;

namespace IpCenter.Workflow.Tests.Life;

/// <summary>Running instances go on in another version: what ran has run, what waits goes on waiting.</summary>
public sealed class MigrationTests
{
    private static readonly Dictionary<string, string> ReadBecomesExamine = new() { ["read"] = "examine" };

    [Fact]
    public async Task Publishing_a_version_leaves_the_instances_of_the_old_one()
    {
        using var host = await StartedAsync(Renamed());
        Assert.Equal(1, host.InstanceOf("flow").DefinitionVersion);
        await host.CompleteAsync("read", new TaskResult("pass"));
        Assert.Equal(WorkflowStatus.Finished, host.InstanceOf("flow").Status);
    }

    [Fact]
    public async Task A_waiting_task_goes_on_under_its_new_id_with_its_deadline_and_its_key()
    {
        using var host = await StartedAsync(Renamed());
        var before = host.WaitOf("read");
        var due = host.WaitOf("late").DueAt;
        host.Clock.Advance(TimeSpan.FromDays(1));
        var report = await MigrateAsync(host, ReadBecomesExamine);
        Assert.True(report.IsPossible);
        Assert.Equal([new("late", "late"), new("read", "examine")], report.Moves.OrderBy(move => move.From));
        Assert.Equal(before.Id, host.WaitOf("examine").Id);
        Assert.Equal(due, host.WaitOf("late").DueAt);
        Assert.Equal(2, host.InstanceOf("flow").DefinitionVersion);
        await host.CompleteAsync("examine", new TaskResult("pass"));
        Assert.Equal("second", host.Waiting);
    }

    [Fact]
    public async Task Nothing_that_ran_runs_again()
    {
        using var host = await StartedAsync(Renamed());
        await MigrateAsync(host, ReadBecomesExamine);
        Assert.Equal(["start", "fork", ""], host.Database.Journal.Select(line => line.ActivityId));
        Assert.Equal((JournalEvent.Migrated, "1 → 2: new rule of 1 December"), (host.Database.Journal[^1].Event, host.Database.Journal[^1].Detail));
    }

    [Fact]
    public async Task A_dry_run_changes_nothing()
    {
        using var host = await StartedAsync(Renamed());
        var report = await host.UseAsync((_, store) => new InstanceMigration(Catalog(Renamed(), Old()), store).CheckAsync(host.InstanceOf("flow").Id, Plan(ReadBecomesExamine), default));
        Assert.True(report.IsPossible);
        Assert.Equal(1, host.InstanceOf("flow").DefinitionVersion);
        Assert.Equal("late read", host.Waiting);
    }

    [Fact]
    public async Task It_is_refused_where_a_waiting_activity_has_no_target()
    {
        using var host = await StartedAsync(Renamed());
        var report = await MigrateAsync(host, []);
        Assert.Equal([new("read", MigrationObstacle.NoTarget)], report.Problems);
        Assert.Equal((1, "late read"), (host.InstanceOf("flow").DefinitionVersion, host.Waiting));
    }

    [Theory]
    [InlineData("late", MigrationObstacle.OtherKind)]
    [InlineData("second", MigrationObstacle.OtherKind)]
    public async Task It_is_refused_where_the_target_is_another_task_or_kind(string target, MigrationObstacle obstacle)
    {
        using var host = await StartedAsync(Renamed());
        var report = await MigrateAsync(host, new() { ["read"] = target });
        Assert.Contains(new MigrationProblem("read", obstacle), report.Problems);
    }

    [Fact]
    public async Task It_is_refused_where_two_that_wait_would_follow_each_other()
    {
        var inARow = Version(2).Start().Task("read").Delay("late", "3.00:00:00").End().Arrows("start > read > late > end");
        using var host = await StartedAsync(inARow);
        Assert.Equal(MigrationObstacle.NeverTogether, Assert.Single((await MigrateAsync(host, [], inARow)).Problems).Reason);
    }

    [Fact]
    public async Task What_has_arrived_at_a_join_stays_arrived()
    {
        static FlowText Both(int version, string read, string join) => Version(version).Start().Fork("fork", "A", "B").Activity(read, "Elsa.RunTask",
                ("taskName", FlowText.Literal("String", "read")), ("payload", FlowText.Script("ObjectDictionary", "({ queue: 'q' })")))
            .Task("other").Join(join, "WaitAll").Task("last").End()
            .Arrows($"start > fork", $"fork.A > {read} > {join}", $"fork.B > other > {join} > last > end");
        using var host = new Host(Catalog(Both(1, "read", "join"), Both(2, "examine", "both")));
        await host.UseAsync((_, store) => new WorkflowRuntime(Only(Both(1, "read", "join")), store)
            .StartAsync("flow", "case-1", new Dictionary<string, object?>(), EngineDrive.T0, default));
        await host.CompleteAsync("read", new TaskResult("pass"));
        var plan = Plan(new() { ["read"] = "examine", ["join"] = "both" });
        var report = await host.UseAsync((_, store) => new InstanceMigration(Catalog(Both(1, "read", "join"), Both(2, "examine", "both")), store)
            .MigrateAsync(host.InstanceOf("flow").Id, plan, "renamed", EngineDrive.T0, default));
        Assert.Empty(report.Problems);
        await host.CompleteAsync("other", new TaskResult("pass"));
        Assert.Equal("last", host.Waiting);
    }

    [Fact]
    public async Task Variables_are_carried_over_and_what_changes_is_told()
    {
        var newer = Renamed().Variable("New", "String", "fresh");
        var older = Old().Variable("Gone");
        using var host = await StartedAsync(newer, older);
        var report = await MigrateAsync(host, ReadBecomesExamine, newer, older);
        Assert.Equal(
            [new(MigrationNoteKind.NewVariable, "New"), new(MigrationNoteKind.DroppedVariable, "Gone")],
            report.Notes);
        Assert.Equal("fresh", Host.Variable(host.InstanceOf("flow"), "New"));
    }

    [Fact]
    public async Task A_halted_instance_stays_halted_and_an_ended_one_is_left_alone()
    {
        using var host = await StartedAsync(Renamed());
        var id = host.InstanceOf("flow").Id;
        await host.UseAsync((runtime, _) => runtime.SuspendAsync(id, "wait", EngineDrive.T0, default));
        Assert.True((await MigrateAsync(host, ReadBecomesExamine)).IsPossible);
        Assert.Equal(WorkflowStatus.Suspended, host.InstanceOf("flow").Status);
        await host.UseAsync((runtime, _) => runtime.CancelAsync(id, "over", EngineDrive.T0, default));
        Assert.Equal(MigrationObstacle.NotThisVersion, Assert.Single((await MigrateAsync(host, ReadBecomesExamine)).Problems).Reason);
    }

    [Fact]
    public async Task A_map_that_names_unknown_activities_is_a_mistake_of_the_caller()
    {
        using var host = await StartedAsync(Renamed());
        await Assert.ThrowsAsync<ArgumentException>(() => MigrateAsync(host, new() { ["raed"] = "examine" }));
        await Assert.ThrowsAsync<ArgumentException>(() => MigrateAsync(host, new() { ["read"] = "exmaine" }));
    }

    private static async Task<Host> StartedAsync(FlowText newer, FlowText? older = null)
    {
        var host = new Host(Catalog(newer, older ?? Old()));
        await host.UseAsync((_, store) => new WorkflowRuntime(Only(older ?? Old()), store)
            .StartAsync("flow", "case-1", new Dictionary<string, object?>(), EngineDrive.T0, default));
        return host;
    }

    private static Task<MigrationReport> MigrateAsync(Host host, Dictionary<string, string> map, FlowText? newer = null, FlowText? older = null) => host.UseAsync((_, store) =>
        new InstanceMigration(Catalog(newer ?? Renamed(), older ?? Old()), store)
            .MigrateAsync(host.InstanceOf("flow").Id, Plan(map), "new rule of 1 December", host.Clock.GetUtcNow(), default));

    private static MigrationPlan Plan(Dictionary<string, string> map) => new("flow", 1, 2, map);

    private static WorkflowCatalog Catalog(params FlowText[] versions)
    {
        foreach (var version in versions)
            version.File["isPublished"] = JsonValue.Create((int)version.File["version"]! == 2);
        return FlowText.Together(versions);
    }

    private static WorkflowCatalog Only(FlowText version)
    {
        version.File["isPublished"] = true;
        return FlowText.Together(version);
    }

    private static FlowText Version(int number) => new("flow", number);

    private static FlowText Old() => Version(1).Start().Fork("fork", "A", "B").Task("read").Delay("late", "3.00:00:00").Join("join", "WaitAny").End()
        .Arrows("start > fork", "fork.A > read > join", "fork.B > late > join > end");

    private static FlowText Renamed() => Version(2).Start().Fork("fork", "A", "B")
        .Activity("examine", "Elsa.RunTask", ("taskName", FlowText.Literal("String", "read")), ("payload", FlowText.Script("ObjectDictionary", "({ queue: 'q' })")))
        .Delay("late", "5.00:00:00").Join("join", "WaitAny").Task("second").End()
        .Arrows("start > fork", "fork.A > examine > join", "fork.B > late > join > second > end");
}

using System.Text.RegularExpressions;
using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Runtime;
using IpCenter.Workflow.Tests.Support;

namespace IpCenter.Workflow.Tests.Runtime;

/// <summary>The process dies at every commit, before and after it; what was not saved is gone. The history must come out the same.</summary>
public sealed partial class CrashTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_crash_at_any_commit_changes_neither_history_nor_effects(bool afterCommit)
    {
        var undisturbed = await JourneyAsync(0, afterCommit);
        Assert.Equal(WorkflowStatus.Finished, undisturbed.Status);
        Assert.Equal(["check", "search", "seal"], undisturbed.Effects);
        Assert.True(undisturbed.Commits >= 6, $"{undisturbed.Commits} commits");
        for (var crash = 1; crash <= undisturbed.Commits; crash++)
        {
            var disturbed = await JourneyAsync(crash, afterCommit);
            Assert.Equal(1, disturbed.Crashes);
            Assert.Equal(undisturbed.History, disturbed.History);
            Assert.Equal(undisturbed.Effects, disturbed.Effects);
            Assert.Equal(WorkflowStatus.Finished, disturbed.Status);
        }
    }

    private static async Task<(string History, IReadOnlyList<string> Effects, WorkflowStatus Status, int Commits, int Crashes)> JourneyAsync(int crashAt, bool afterCommit)
    {
        using var host = new Host(Flow().Catalog("check", "search", "seal"));
        foreach (var task in new[] { "check", "search", "seal" })
            host.Handle(task, (store, context) =>
            {
                store.Effects.Add(context.TaskName);
                return new TaskResult("pass");
            });
        var crashes = 0;
        void Crash(int commit)
        {
            if (commit != crashAt || crashes > 0)
                return;
            crashes++;
            host.Database.IsDown = true;
            throw new IOException("The process died.");
        }
        if (afterCommit)
            host.Database.AfterCommit = Crash;
        else
            host.Database.BeforeCommit = Crash;

        // Each step looks first, as a person does after an error page, and is repeated until it is done.
        await StepAsync(host, () => host.Database.Instances.Count > 0, () => host.StartAsync());
        await StepAsync(host, () => host.Waiting == "examine", host.RunUntilIdleAsync);
        await StepAsync(host, () => host.Waiting != "examine", () => host.CompleteAsync("examine", new TaskResult("correct")));
        await StepAsync(host, () => host.Waiting != "deadline reply", () => host.PublishAsync("reply"));
        await StepAsync(host, () => host.Waiting == "examine", host.RunUntilIdleAsync);
        await StepAsync(host, () => host.Waiting != "examine", () => host.CompleteAsync("examine", new TaskResult("pass")));
        await StepAsync(host, () => host.Waiting == "pause", host.RunUntilIdleAsync);
        host.Clock.Advance(TimeSpan.FromDays(1));
        await StepAsync(host, () => host.Waiting.Length == 0, host.RunUntilIdleAsync);
        return (Instants().Replace(host.Database.History, "<time>"), host.Database.Effects, host.Database.Instances.Single().Status, host.Database.Commits, crashes);
    }

    private static async Task StepAsync(Host host, Func<bool> isDone, Func<Task> act)
    {
        while (!isDone())
        {
            try
            {
                await act();
            }
            catch (IOException)
            {
                // Restarted; the dead process's leases lapse.
            }
            if (host.Database.IsDown)
                host.Clock.Advance(TimeSpan.FromMinutes(6));
            host.Database.IsDown = false;
        }
    }

    private static FlowText Flow() => new FlowText().Variable("R").Start().Task("check", payload: "({})").Task("search", payload: "({})")
        .Task("examine", "R").Decision("passed", "variables.R.outcome === 'pass'").Fork("fork", "A", "B").Event("reply").Delay("deadline", "10.00:00:00")
        .Join("join", "WaitAny").Task("seal", payload: "({})").Delay("pause", "1.00:00:00").End()
        .Arrows("start > check > search > examine > passed", "passed.False > fork", "fork.A > reply > join", "fork.B > deadline > join", "join > examine",
            "passed.True > seal > pause > end");

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}T\S+")]
    private static partial Regex Instants();
}

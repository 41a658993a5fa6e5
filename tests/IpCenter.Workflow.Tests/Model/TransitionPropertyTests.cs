using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Tests.Support;

namespace IpCenter.Workflow.Tests.Model;

/// <summary>What holds for every transition of every definition, whatever its meaning.</summary>
public sealed class TransitionPropertyTests
{
    private const int Definitions = 120;

    [Fact]
    public void The_same_arguments_give_the_same_transition_and_stay_as_they_are() => EachStep((step, name) =>
    {
        var before = step.State.ToJson();
        var (one, two) = (step.Resume(step.Next), step.Resume(step.Next));
        Assert.True(Text(one) == Text(two), name);
        Assert.True(before == step.State.ToJson(), name);
    });

    [Fact]
    public void Every_waiting_activity_can_be_completed_and_then_no_longer_waits_for_the_same() => EachStep((step, name) =>
    {
        foreach (var id in step.State.Waiting)
        {
            var after = step.Resume(RandomWalk.For(step.Chart, id, "a"));
            Assert.True(after.WaitsToRemove.Contains(id), $"{name}: {id}");
            Assert.True(after.Journal.Any(line => line.ActivityId == id && line.Event == JournalEvent.Completed), $"{name}: {id}");
        }
    });

    [Fact]
    public void The_waits_that_a_transition_adds_and_removes_lead_from_what_waited_to_what_waits() => EachStep((step, name) =>
    {
        var after = step.Resume(step.Next);
        var waits = step.State.Waiting.Except(after.WaitsToRemove).Concat(after.WaitsToAdd.Select(wait => wait.ActivityId)).Order(StringComparer.Ordinal);
        Assert.True(waits.SequenceEqual(after.State.Waiting.Order(StringComparer.Ordinal)), name);
        Assert.True(after.WaitsToRemove.All(step.State.Waiting.Contains), name);
    });

    [Fact]
    public void An_instance_that_ended_has_no_waits_and_awaits_no_arrows() => EachStep((step, name) =>
    {
        foreach (var after in new[] { step.Resume(step.Next), step.Resume(new Stimulus.Cancelled("withdrawn")) })
        {
            Assert.True(after.Status == WorkflowStatus.Running == after.State.Waiting.Count > 0, $"{name}: {after.Status}");
            Assert.True(after.Status == WorkflowStatus.Running || after.State.Arrived.Count == 0, name);
        }
        Assert.Equal(WorkflowStatus.Cancelled, step.Resume(new Stimulus.Cancelled("withdrawn")).Status);
    });

    private static void EachStep(Action<RandomStep, string> check)
    {
        for (var seed = 0; seed < Definitions; seed++)
        {
            var definition = RandomDefinition.Structured(seed);
            var (chart, read, random) = (definition.Chart(), definition.Read().Catalog!.Definitions.Single(), new Random(seed));
            var drive = new EngineDrive(read);
            for (var step = 0; step < 15 && drive.Last.Status == WorkflowStatus.Running; step++)
            {
                var next = RandomWalk.Next(chart, drive.Last.State, random);
                check(new RandomStep(chart, read, drive.Last.State, next), $"{definition.Name}, step {step}");
                drive.Send(next);
            }
        }
    }

    private static string Text(Transition transition) => string.Join('\n', [
        transition.State.ToJson(), transition.Status, transition.Fault,
        .. transition.WaitsToAdd.Select(wait => $"{wait.ActivityId} {wait.Kind} {wait.Name} {wait.DueAt}"), .. transition.WaitsToRemove, .. transition.Journal]);
}

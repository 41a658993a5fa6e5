using System.Text.Json;
using IpCenter.CrashHost;
using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Expressions;
using IpCenter.Workflow.Runtime;

namespace IpCenter.Casework.Tests.Durability;

/// <summary>
/// What the model says of an instance: the pure engine is given the stimuli that the stored history tells of, in their order and
/// at their time, and must tell the same history and end in the same state.
/// </summary>
internal static class Replay
{
    public static void Check(WorkflowInstance instance, IReadOnlyList<WorkflowJournalEntry> history)
    {
        var definition = ProcessFile.Catalog.Find(instance.DefinitionId, instance.DefinitionVersion)!;
        var state = WorkflowEngine.Initial(definition, InstanceState.FromJson(instance.StateJson).Inputs);
        var status = WorkflowStatus.Pending;
        for (var at = 0; at < history.Count;)
        {
            var line = history[at];
            if (line.Event is JournalEvent.Suspended or JournalEvent.Resumed or JournalEvent.Incident)
            {
                state = state with { Sequence = state.Sequence + 1 };
                status = line.Event == JournalEvent.Suspended ? WorkflowStatus.Suspended : WorkflowStatus.Running;
                at++;
                continue;
            }
            // One that was cancelled before the runner began it has that line alone.
            var step = status == WorkflowStatus.Pending && line.ActivityId.Length > 0
                ? WorkflowEngine.Start(definition, state, line.At)
                : WorkflowEngine.Resume(definition, state, StimulusOf(line, history), line.At);
            foreach (var expected in step.Journal)
            {
                Assert.True(at < history.Count, $"{instance.Id} stops in the midst of a step, before {expected}");
                Assert.Equal(Describe(expected), Describe(history[at++]));
            }
            state = InstanceState.FromJson(step.State.ToJson());
            status = step.Status;
        }
        Assert.Equal(state.ToJson(), instance.StateJson);
        Assert.Equal(status, instance.Status);
    }

    // A step that begins with a cancelled activity is the end of the whole instance; a lost race comes after the winner.
    private static Stimulus StimulusOf(WorkflowJournalEntry line, IReadOnlyList<WorkflowJournalEntry> history) => line.Event switch
    {
        JournalEvent.Cancelled => new Stimulus.Cancelled(history[^1].Detail!),
        JournalEvent.Completed => new Stimulus.Completed(line.ActivityId, ValueOf(line), line.Detail),
        _ => throw new InvalidOperationException($"No step begins with {Describe(line)}.")
    };

    private static object? ValueOf(WorkflowJournalEntry line) =>
        line.ValueJson is null ? null : WorkflowValue.From(JsonSerializer.Deserialize<JsonElement>(line.ValueJson));

    private static string Describe(JournalLine line) =>
        $"{line.Sequence} {line.ActivityId} {line.Event} {line.At:O} {line.Outcome} {line.Detail} {(line.Value is null ? "" : WorkflowValue.ToJson(line.Value))}";

    private static string Describe(WorkflowJournalEntry line) =>
        $"{line.Sequence} {line.ActivityId} {line.Event} {line.At:O} {line.Outcome} {line.Detail} {line.ValueJson}";
}

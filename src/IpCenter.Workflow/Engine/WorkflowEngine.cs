using IpCenter.Workflow.Definitions;

namespace IpCenter.Workflow.Engine;

/// <summary>
/// The pure engine: from a definition, a state, a stimulus and the time to the next state. It reads no clock and makes no ids;
/// the same arguments give the same transition. Semantics: Elsa 3.7.1 flowcharts, as observed.
/// </summary>
public static class WorkflowEngine
{
    /// <summary>Starts an instance and runs it until everything in it waits.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="inputs">Input values by declared name.</param>
    /// <param name="now">The time.</param>
    public static Transition Start(WorkflowDefinition definition, IReadOnlyDictionary<string, object?> inputs, DateTimeOffset now)
    {
        var state = new InstanceState
        {
            Variables = definition.Variables.ToDictionary(variable => variable.Id, variable => variable.Default),
            Inputs = inputs,
            Waiting = [],
            Arrived = new Dictionary<string, IReadOnlyList<string>>(),
            Ready = [definition.Activities[definition.Graph.Start].Id],
            Sequence = 0
        };
        var run = new FlowRun(definition, state, now);
        run.Record("", definition.DefinitionId, JournalEvent.Started, null, null);
        return run.Finish();
    }

    /// <summary>Moves a waiting or faulted instance.</summary>
    /// <exception cref="InvalidOperationException">The stimulus names an activity that does not wait: the caller must look first.</exception>
    public static Transition Resume(WorkflowDefinition definition, InstanceState state, Stimulus stimulus, DateTimeOffset now)
    {
        var run = new FlowRun(definition, state, now);
        switch (stimulus)
        {
            case Stimulus.Completed completed:
                run.Complete(completed.ActivityId, completed.Value, completed.Detail);
                break;
            case Stimulus.TimerFired fired:
                run.Complete(fired.ActivityId, null, null);
                break;
            case Stimulus.Retried retried:
                run.Retry(retried.Reason);
                break;
            case Stimulus.Cancelled cancelled:
                return run.Cancel(cancelled.Reason);
        }
        return run.Finish();
    }
}

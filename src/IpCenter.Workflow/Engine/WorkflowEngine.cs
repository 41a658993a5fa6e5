using IpCenter.Workflow.Definitions;

namespace IpCenter.Workflow.Engine;

/// <summary>
/// The pure engine: from a definition, a state, a stimulus and the time to the next state. It reads no clock and makes no ids;
/// the same arguments give the same transition. Semantics: Elsa 3.7.1 flowcharts, as observed.
/// </summary>
public static class WorkflowEngine
{
    /// <summary>The state of an instance that has not begun.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="inputs">Input values by declared name.</param>
    public static InstanceState Initial(WorkflowDefinition definition, IReadOnlyDictionary<string, object?> inputs) => new()
    {
        Variables = definition.Variables.ToDictionary(variable => variable.Id, variable => variable.Default),
        Inputs = inputs,
        Outputs = new Dictionary<string, object?>(),
        Waiting = [],
        Arrived = new Dictionary<string, IReadOnlyList<string>>(),
        Ready = [definition.Activities[definition.Graph.Start].Id],
        Sequence = 0
    };

    /// <summary>Begins an instance and runs it until everything in it waits.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="initial">What <see cref="Initial"/> gave.</param>
    /// <param name="now">The time.</param>
    public static Transition Start(WorkflowDefinition definition, InstanceState initial, DateTimeOffset now) =>
        new FlowRun(definition, initial, now).Finish();

    /// <summary>Begins an instance with these inputs.</summary>
    public static Transition Start(WorkflowDefinition definition, IReadOnlyDictionary<string, object?> inputs, DateTimeOffset now) =>
        Start(definition, Initial(definition, inputs), now);

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
                run.Retry(retried.ActivityId, retried.Reason);
                break;
            case Stimulus.Cancelled cancelled:
                return run.Cancel(cancelled.Reason);
        }
        return run.Finish();
    }

    /// <summary>Gives the result of an activity another value. Nothing runs: what waits by it is set anew.</summary>
    /// <exception cref="ArgumentException">The activity is unknown or keeps no result.</exception>
    /// <exception cref="Expressions.ExpressionFaultException">What waits cannot be set by the value.</exception>
    public static Revision Revise(WorkflowDefinition definition, InstanceState state, string activityId, object? value, DateTimeOffset now) =>
        ResultRevision.Of(definition, state, activityId, value, now);
}

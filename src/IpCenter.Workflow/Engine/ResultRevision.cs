using IpCenter.Workflow.Definitions;
using IpCenter.Workflow.Expressions;

namespace IpCenter.Workflow.Engine;

/// <summary>Puts another value in the place of a result and works out what of the waiting it sets anew.</summary>
internal static class ResultRevision
{
    /// <exception cref="ArgumentException">The activity keeps no result.</exception>
    /// <exception cref="ExpressionFaultException">What waits cannot be set by the new value.</exception>
    public static Revision Of(WorkflowDefinition definition, InstanceState state, string activityId, object? value, DateTimeOffset now)
    {
        var variable = definition.Activity(activityId).ResultVariable
            ?? throw new ArgumentException($"Activity '{activityId}' keeps no result.", nameof(activityId));
        var revised = state with { Variables = new Dictionary<string, object?>(state.Variables) { [variable] = value } };
        var isNew = !Same(state.Variables.GetValueOrDefault(variable), value);
        return new Revision(revised, isNew, isNew ? [.. SetAnew(definition, state, revised, now)] : []);
    }

    private static IEnumerable<WaitRequest> SetAnew(WorkflowDefinition definition, InstanceState before, InstanceState after, DateTimeOffset now)
    {
        foreach (var id in before.Waiting)
        {
            var activity = definition.Activity(id);
            // What is counted from the moment at which it began to wait (a delay) depends on no value any more.
            if (activity is not (StartAtActivity or RunTaskActivity { IsHandled: false }))
                continue;
            var (old, renewed) = (RequestOf(definition, activity, before, DateTimeOffset.MinValue), RequestOf(definition, activity, after, DateTimeOffset.MinValue));
            if (renewed is not null && (old?.DueAt != renewed.DueAt || !Same(old?.Payload, renewed.Payload)))
                yield return renewed.DueAt < now ? renewed with { DueAt = now } : renewed;
        }
    }

    private static WaitRequest? RequestOf(WorkflowDefinition definition, Activity activity, InstanceState state, DateTimeOffset at)
    {
        var values = new ActivityValues(new(state.Variables), state.Inputs, new(state.Outputs));
        return ActivityExecution.Run(definition, activity, values, at) is ActivityOutcome.Waits waits ? waits.Request : null;
    }

    private static bool Same(object? one, object? other) => WorkflowValue.ToJson(one) == WorkflowValue.ToJson(other);
}

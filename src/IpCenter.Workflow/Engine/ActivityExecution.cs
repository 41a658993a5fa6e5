using System.Globalization;
using IpCenter.Workflow.Definitions;
using IpCenter.Workflow.Expressions;

namespace IpCenter.Workflow.Engine;

/// <summary>What each kind of activity does when its turn comes.</summary>
internal static class ActivityExecution
{
    public static ActivityOutcome Run(
        WorkflowDefinition definition,
        Activity activity,
        Dictionary<string, object?> variables,
        IReadOnlyDictionary<string, object?> inputs,
        DateTimeOffset now)
    {
        var scope = new ExpressionScope(variables, inputs);
        switch (activity)
        {
            case EndActivity:
                return new ActivityOutcome.Ends();
            case RunTaskActivity task:
                return RunTask(task, scope, now);
            case EventActivity e:
                var name = EventName(e, scope);
                return new ActivityOutcome.Waits(new WaitRequest(e.Id, WaitKind.Event, name, null, null), name);
            case DelayActivity delay:
                return Until(delay, After(now, TimedValue.Duration(delay.TimeSpan.Evaluate(scope))));
            case StartAtActivity at:
                var instant = TimedValue.Instant(at.DateTime.Evaluate(scope));
                return instant > now ? Until(at, instant) : new ActivityOutcome.Follows(at.Ports);
            case FlowDecisionActivity decision:
                return new ActivityOutcome.Follows([Holds(decision.Condition, scope) ? "True" : "False"]);
            case FlowSwitchActivity choice:
                return new ActivityOutcome.Follows(Matching(choice, scope));
            case SetVariableActivity set:
                var variable = definition.Variables.First(v => v.Id == set.VariableId);
                variables[variable.Id] = VariableConversion.Convert(variable, set.Value.Evaluate(scope));
                return new ActivityOutcome.Follows(set.Ports);
            default:
                return new ActivityOutcome.Follows(activity.Ports);
        }
    }

    private static ActivityOutcome.Waits RunTask(RunTaskActivity task, ExpressionScope scope, DateTimeOffset now)
    {
        var payload = task.Payload?.Evaluate(scope);
        if (payload is not (null or IReadOnlyDictionary<string, object?>))
            throw new ExpressionFaultException("the payload is no object");
        var request = task.IsHandled
            ? new WaitRequest(task.Id, WaitKind.SystemTask, task.TaskName, payload, now)
            : new WaitRequest(task.Id, WaitKind.PersonTask, task.TaskName, payload, null);
        return new ActivityOutcome.Waits(request, task.TaskName);
    }

    private static string EventName(EventActivity activity, ExpressionScope scope) =>
        activity.EventName.Evaluate(scope) is string { Length: > 0 } name ? name : throw new ExpressionFaultException("the event's name is no text");

    private static ActivityOutcome.Waits Until(Activity activity, DateTimeOffset due) =>
        new(new WaitRequest(activity.Id, WaitKind.Timer, activity.Type, null, due), due.ToString("O", CultureInfo.InvariantCulture));

    private static DateTimeOffset After(DateTimeOffset now, TimeSpan span) =>
        span <= DateTimeOffset.MaxValue - now ? now + span : throw new ExpressionFaultException($"a delay of {span:c} lies beyond the calendar");

    private static List<string> Matching(FlowSwitchActivity choice, ExpressionScope scope)
    {
        var matching = choice.Cases.Where(c => Holds(c.Condition, scope)).Select(c => c.Label);
        var ports = (choice.MatchesAny ? matching : matching.Take(1)).ToList();
        return ports.Count == 0 ? ["Default"] : ports;
    }

    // Elsa converts the result to Boolean: nothing is false, and what other values give is not JavaScript's truth.
    private static bool Holds(WorkflowExpression condition, ExpressionScope scope) => condition.Evaluate(scope) switch
    {
        bool truth => truth,
        null => false,
        var other => throw new ExpressionFaultException($"the condition gives {WorkflowValue.ToJson(other)} instead of true or false")
    };
}

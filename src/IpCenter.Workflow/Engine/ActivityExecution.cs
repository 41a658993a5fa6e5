using IpCenter.Workflow.Definitions;
using IpCenter.Workflow.Expressions;

namespace IpCenter.Workflow.Engine;

/// <summary>What each kind of activity does when its turn comes.</summary>
internal static class ActivityExecution
{
    public static ActivityOutcome Run(
        WorkflowDefinition definition, Activity activity, ActivityValues values, DateTimeOffset now)
    {
        var scope = values.Scope;
        switch (activity)
        {
            case EndActivity end:
                return new ActivityOutcome.Ends(end.Outcomes is null ? null : WorkflowValue.ToJson(end.Outcomes.Evaluate(scope)));
            case FaultActivity fault:
                throw new ExpressionFaultException(Describe(fault, scope));
            case RunTaskActivity task:
                return RunTask(task, scope, now);
            case EventActivity e:
                return new ActivityOutcome.Waits(new WaitRequest(e.Id, WaitKind.Event, Name(e.EventName, scope, "the event's name"), null, null));
            case DelayActivity delay:
                return Until(delay, After(now, TimedValue.Duration(delay.TimeSpan.Evaluate(scope))));
            case TimerActivity timer:
                return Until(timer, After(now, TimedValue.Duration(timer.Interval.Evaluate(scope))));
            case CronActivity cron:
                return Until(cron, CronTime.Next(cron.Expression.Evaluate(scope), now));
            case StartAtActivity at:
                var instant = TimedValue.Instant(at.DateTime.Evaluate(scope));
                return instant > now ? Until(at, instant) : new ActivityOutcome.Follows(at.Ports);
            case FlowDecisionActivity decision:
                return new ActivityOutcome.Follows([Holds(decision.Condition, scope) ? "True" : "False"]);
            case FlowSwitchActivity choice:
                return new ActivityOutcome.Follows(Matching(choice, scope));
            case SetVariableActivity set:
                var variable = definition.Variables.First(v => v.Id == set.VariableId);
                values.Variables[variable.Id] = VariableConversion.Convert(variable, set.Value.Evaluate(scope));
                return new ActivityOutcome.Follows(set.Ports);
            case SetOutputActivity set:
                values.Outputs[set.OutputName] = set.Value.Evaluate(scope);
                return new ActivityOutcome.Follows(set.Ports);
            case PublishEventActivity publish:
                return new ActivityOutcome.Follows(publish.Ports) { Effect = Published(publish, scope) };
            case CorrelateActivity correlate:
                return new ActivityOutcome.Follows(correlate.Ports)
                {
                    Effect = new InstanceEffect.Correlated(Name(correlate.CorrelationId, scope, "the correlation id"))
                };
            case SetNameActivity naming:
                return new ActivityOutcome.Follows(naming.Ports) { Effect = new InstanceEffect.Named(Name(naming.Value, scope, "the name")) };
            case ChildWorkflowActivity child:
                return Child(child, scope);
            default:
                return new ActivityOutcome.Follows(activity.Ports);
        }
    }

    private static ActivityOutcome.Waits RunTask(RunTaskActivity task, ExpressionScope scope, DateTimeOffset now)
    {
        var payload = Members(task.Payload, scope, "the payload");
        return new ActivityOutcome.Waits(task.IsHandled
            ? new WaitRequest(task.Id, WaitKind.SystemTask, task.TaskName, payload, now)
            : new WaitRequest(task.Id, WaitKind.PersonTask, task.TaskName, payload, null));
    }

    private static ActivityOutcome Child(ChildWorkflowActivity child, ExpressionScope scope)
    {
        var isAwaited = child.WaitForCompletion is not null && Holds(child.WaitForCompletion, scope);
        var started = new InstanceEffect.ChildStarted(
            child.Id,
            child.DefinitionId,
            OptionalName(child.CorrelationId, scope, "the correlation id"),
            Members(child.Input, scope, "the input") ?? new Dictionary<string, object?>(),
            child.IsInline,
            isAwaited);
        return child.IsInline || isAwaited
            ? new ActivityOutcome.Waits(new WaitRequest(child.Id, WaitKind.Child, child.DefinitionId, null, null)) { Effect = started }
            : new ActivityOutcome.Follows(child.Ports) { Effect = started };
    }

    private static InstanceEffect.Published Published(PublishEventActivity publish, ExpressionScope scope) => new(
        Name(publish.EventName, scope, "the event's name"),
        OptionalName(publish.CorrelationId, scope, "the correlation id"),
        publish.IsLocal is not null && Holds(publish.IsLocal, scope),
        publish.Payload?.Evaluate(scope));

    private static string Describe(FaultActivity fault, ExpressionScope scope)
    {
        var parts = new[] { fault.Category, fault.FaultType, fault.Code, fault.Message }
            .Select(part => part?.Evaluate(scope))
            .Where(part => part is not (null or ""))
            .Select(part => part as string ?? WorkflowValue.ToJson(part))
            .ToList();
        return parts.Count == 0 ? "the definition declares a fault" : string.Join(": ", parts);
    }

    private static string Name(WorkflowExpression expression, ExpressionScope scope, string what) =>
        expression.Evaluate(scope) is string { Length: > 0 } name ? name : throw new ExpressionFaultException($"{what} is no text");

    private static string? OptionalName(WorkflowExpression? expression, ExpressionScope scope, string what) => expression?.Evaluate(scope) switch
    {
        null or "" => null,
        string name => name,
        _ => throw new ExpressionFaultException($"{what} is no text")
    };

    private static IReadOnlyDictionary<string, object?>? Members(WorkflowExpression? expression, ExpressionScope scope, string what) =>
        expression?.Evaluate(scope) switch
        {
            null => null,
            IReadOnlyDictionary<string, object?> members => members,
            _ => throw new ExpressionFaultException($"{what} is no object")
        };

    private static ActivityOutcome.Waits Until(Activity activity, DateTimeOffset due) =>
        new(new WaitRequest(activity.Id, WaitKind.Timer, activity.Type, null, due));

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

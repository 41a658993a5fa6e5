using IpCenter.Workflow.Expressions;

namespace IpCenter.Workflow.Definitions;

/// <summary>Reads the activities that the runtime knows.</summary>
internal sealed class ActivityReader(
    InputReader inputs, IReadOnlyList<VariableDefinition> variables, IReadOnlyList<OutputDefinition> outputs, CatalogRules rules)
{
    private static readonly string[] JoinModes = ["WaitAny", "WaitAllActive", "WaitAll"];

    /// <summary>The activity; null when its type is not known.</summary>
    public Activity? Read(JsonPlace place)
    {
        var id = place["id"].Text();
        place = place with { ActivityId = id };
        var type = place["type"].TextOrNull() ?? "";
        if (ActivityContract.NamesOf(type) is not { } known)
        {
            place["type"].Refuse($"the activity type '{type}' is not known");
            return null;
        }
        if (place["version"].WholeNumber() != 1)
            place["version"].Refuse($"only version 1 of {type} is known");
        place.RefuseUnknown(known);
        foreach (var flag in new[] { place["canStartWorkflow"], place["customProperties"]["canStartWorkflow"] })
            if (flag.IsTrue)
                flag.Refuse("instances start at Elsa.Start, not at a trigger");
        foreach (var flag in new[] { place["runAsynchronously"], place["customProperties"]["runAsynchronously"] })
            if (flag.IsTrue)
                flag.Refuse("activities do not run in the background; only tasks do");
        return OfType(place, id, type, Design(place, id));
    }

    private Activity OfType(JsonPlace place, string id, string type, ActivityDesign design) => type switch
    {
        "Elsa.Start" => new StartActivity(id, type, design),
        "Elsa.End" or "Elsa.Finish" => new EndActivity(id, type, design),
        "Elsa.Complete" => new EndActivity(id, type, design) { Outcomes = inputs.Optional(place["outcomes"]) },
        "Elsa.Fault" => new FaultActivity(id, type, design)
        {
            Code = inputs.Optional(place["code"]),
            Category = inputs.Optional(place["category"]),
            FaultType = inputs.Optional(place["faultType"]),
            Message = inputs.Optional(place["message"])
        },
        "Elsa.RunTask" => RunTask(place, id, type, design),
        "Elsa.Event" => new EventActivity(id, type, design)
        {
            EventName = inputs.Name(place["eventName"], "the event's name is text"),
            ResultVariableId = inputs.Result(place["result"])
        },
        "Elsa.PublishEvent" => new PublishEventActivity(id, type, design, inputs.Name(place["eventName"], "the event's name is text"))
        {
            CorrelationId = inputs.Optional(place["correlationId"]),
            IsLocal = inputs.OptionalCondition(place["isLocalEvent"]),
            Payload = inputs.Optional(place["payload"])
        },
        "Elsa.Delay" => new DelayActivity(id, type, design, inputs.Timed(place["timeSpan"], TimedValue.DurationProblem)),
        "Elsa.Timer" => new TimerActivity(id, type, design, inputs.Timed(place["interval"], TimedValue.DurationProblem)),
        "Elsa.Cron" => new CronActivity(id, type, design, inputs.Timed(place["cronExpression"], CronTime.Problem)),
        "Elsa.StartAt" => new StartAtActivity(id, type, design, inputs.Timed(place["dateTime"], TimedValue.InstantProblem)),
        "Elsa.FlowDecision" => new FlowDecisionActivity(id, type, design, inputs.Condition(place["condition"])),
        "Elsa.FlowSwitch" => new FlowSwitchActivity(
            id, type, design, inputs.Cases(place["cases"]), inputs.Mode(place["mode"], "MatchFirst", "MatchAny") == "MatchAny"),
        "Elsa.FlowFork" => new FlowForkActivity(id, type, design, inputs.Branches(place["branches"])),
        "Elsa.FlowJoin" => new FlowJoinActivity(id, type, design, Enum.Parse<JoinMode>(inputs.Mode(place["mode"], JoinModes))),
        "Elsa.SetVariable" => SetVariable(place, id, type, design),
        "Elsa.Correlate" => new CorrelateActivity(id, type, design, inputs.Name(place["correlationId"], "the correlation id is text")),
        "Elsa.SetName" => new SetNameActivity(id, type, design, inputs.Name(place["value"], "the name is text")),
        "Elsa.SetOutput" => SetOutput(place, id, type, design),
        "Elsa.DispatchWorkflow" or "Elsa.ExecuteWorkflow" => Child(place, id, type, design),
        _ => throw new InvalidOperationException($"The contract lists {type}, which nobody reads.")
    };

    private RunTaskActivity RunTask(JsonPlace place, string id, string type, ActivityDesign design)
    {
        var name = inputs.Constant(place["taskName"], "a task's name is a literal text: it decides whether the system or a person does the task");
        var payload = inputs.Optional(place["payload"]);
        if (!place["taskId"].IsNull)
            place["taskId"].Refuse("a task's id is its doer's affair and goes into no variable; what the process needs comes with the result");
        var isHandled = rules.HandledTasks.Contains(name);
        if (payload is ConstantExpression { Value: not (null or IReadOnlyDictionary<string, object?>) })
            place["payload"].Refuse("the payload is an object");
        if (!isHandled && InputReader.IsReadable(payload) && !StaticResults.AllHaveText(payload, "queue"))
            place["payload"].Refuse($"no handler does '{name}', so people do: the payload must be an object with the 'queue' it goes to");
        return new RunTaskActivity(id, type, design)
        {
            TaskName = name,
            IsHandled = isHandled,
            Payload = payload,
            ResultVariableId = inputs.Result(place["result"])
        };
    }

    private SetVariableActivity SetVariable(JsonPlace place, string id, string type, ActivityDesign design)
    {
        var variableId = place["variable"]["id"].Text();
        var variable = variables.FirstOrDefault(v => v.Id == variableId);
        if (variable is null)
            place["variable"]["id"].Refuse($"no variable has the id '{variableId}'");
        var value = inputs.Required(place["value"]);
        if (variable is not null)
            foreach (var constant in StaticResults.Constants(value))
                if (!VariableConversion.TryConvert(variable.Type, constant, out _))
                    place["value"].Refuse($"{WorkflowValue.ToJson(constant)} does not fit the variable '{variable.Name}'");
        return new SetVariableActivity(id, type, design, variableId, value);
    }

    private SetOutputActivity SetOutput(JsonPlace place, string id, string type, ActivityDesign design)
    {
        var name = inputs.Constant(place["outputName"], "the output's name is a literal text");
        if (name.Length > 0 && outputs.All(output => output.Name != name))
            place["outputName"].Refuse($"no output is named '{name}'");
        return new SetOutputActivity(id, type, design, name, inputs.Required(place["outputValue"]));
    }

    private ChildWorkflowActivity Child(JsonPlace place, string id, string type, ActivityDesign design)
    {
        if (inputs.Optional(place["channelName"]) is { } channel && channel is not ConstantExpression { Value: null or "" })
            place["channelName"].Refuse("there are no channels to dispatch through: every child is started by the runner");
        var input = inputs.Optional(place["input"]);
        if (input is ConstantExpression { Value: not (null or IReadOnlyDictionary<string, object?>) })
            place["input"].Refuse("the input is an object");
        _ = inputs.OptionalCondition(place["startNewTrace"]);
        return new ChildWorkflowActivity(id, type, design)
        {
            DefinitionId = inputs.Constant(place["workflowDefinitionId"], "the definition's id is a literal text: it is looked up before anything starts"),
            IsInline = type == "Elsa.ExecuteWorkflow",
            CorrelationId = inputs.Optional(place["correlationId"]),
            Input = input,
            WaitForCompletion = inputs.OptionalCondition(place["waitForCompletion"]),
            ResultVariableId = inputs.Result(place["result"])
        };
    }

    private static ActivityDesign Design(JsonPlace place, string id)
    {
        var designer = place["metadata"]["designer"];
        return new ActivityDesign(
            new DesignerPoint(designer["position"]["x"].NumberOr(0), designer["position"]["y"].NumberOr(0)),
            designer["size"]["width"].NumberOr(180),
            designer["size"]["height"].NumberOr(50),
            place["metadata"]["displayText"].TextOrNull() ?? place["name"].TextOrNull() ?? id,
            place["metadata"]["description"].TextOrNull());
    }
}

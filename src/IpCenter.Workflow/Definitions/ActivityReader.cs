using IpCenter.Workflow.Expressions;

namespace IpCenter.Workflow.Definitions;

/// <summary>Reads the activities that the runtime knows.</summary>
internal sealed class ActivityReader(
    ExpressionReader expressions, IReadOnlyList<VariableDefinition> variables, IReadOnlySet<string> handledTasks)
{
    private static readonly string[] CommonMembers =
        ["id", "nodeId", "name", "type", "version", "customProperties", "metadata", "canStartWorkflow", "runAsynchronously"];

    private static readonly Dictionary<string, IReadOnlySet<string>> KnownMembers = new Dictionary<string, string[]>
    {
        ["Elsa.Start"] = [],
        ["Elsa.End"] = [],
        ["Elsa.RunTask"] = ["taskName", "payload", "result"],
        ["Elsa.Event"] = ["eventName", "result"],
        ["Elsa.Delay"] = ["timeSpan"],
        ["Elsa.StartAt"] = ["dateTime"],
        ["Elsa.FlowDecision"] = ["condition"],
        ["Elsa.FlowSwitch"] = ["cases", "mode"],
        ["Elsa.FlowFork"] = ["branches"],
        ["Elsa.FlowJoin"] = ["mode"],
        ["Elsa.SetVariable"] = ["variable", "value"]
    }.ToDictionary(pair => pair.Key, IReadOnlySet<string> (pair) => CommonMembers.Concat(pair.Value).ToHashSet());

    private static readonly HashSet<string> CaseMembers = ["label", "condition"];

    /// <summary>The activity; null when its type is not known.</summary>
    public Activity? Read(JsonPlace place)
    {
        var id = place["id"].Text();
        place = place with { ActivityId = id };
        var type = place["type"].TextOrNull() ?? "";
        if (!KnownMembers.TryGetValue(type, out var known))
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

    private Activity OfType(JsonPlace place, string id, string type, ActivityDesign design)
    {
        switch (type)
        {
            case "Elsa.Start": return new StartActivity(id, type, design);
            case "Elsa.End": return new EndActivity(id, type, design);
            case "Elsa.RunTask": return RunTask(place, id, type, design);
            case "Elsa.Event":
                var name = expressions.Required(place["eventName"]);
                if (name is ConstantExpression { Value: not string { Length: > 0 } } && IsReadable(name))
                    place["eventName"].Refuse("the event's name is text");
                return new EventActivity(id, type, design) { EventName = name, ResultVariableId = Result(place["result"]) };
            case "Elsa.Delay":
                return new DelayActivity(id, type, design, Timed(place["timeSpan"], TimedValue.DurationProblem));
            case "Elsa.StartAt":
                return new StartAtActivity(id, type, design, Timed(place["dateTime"], TimedValue.InstantProblem));
            case "Elsa.FlowDecision":
                return new FlowDecisionActivity(id, type, design, Condition(place["condition"], expressions.Required(place["condition"])));
            case "Elsa.FlowSwitch":
                return new FlowSwitchActivity(id, type, design, Cases(place["cases"]), Mode(place["mode"], "MatchFirst", "MatchAny") == "MatchAny");
            case "Elsa.FlowFork":
                return new FlowForkActivity(id, type, design, Branches(place["branches"]));
            case "Elsa.FlowJoin":
                return new FlowJoinActivity(id, type, design, Enum.Parse<JoinMode>(Mode(place["mode"], "WaitAny", "WaitAllActive", "WaitAll")));
            default:
                return SetVariable(place, id, type, design);
        }
    }

    private RunTaskActivity RunTask(JsonPlace place, string id, string type, ActivityDesign design)
    {
        var nameExpression = expressions.Required(place["taskName"]);
        var name = (nameExpression as ConstantExpression)?.Value as string;
        if (string.IsNullOrEmpty(name) && IsReadable(nameExpression))
            place["taskName"].Refuse("a task's name is a literal text: it decides whether the system or a person does the task");
        var payload = expressions.Optional(place["payload"]);
        var isHandled = handledTasks.Contains(name ?? "");
        if (payload is ConstantExpression { Value: not (null or IReadOnlyDictionary<string, object?>) })
            place["payload"].Refuse("the payload is an object");
        if (!isHandled && IsReadable(payload) && !StaticResults.AllHaveText(payload, "queue"))
            place["payload"].Refuse($"no handler does '{name}', so people do: the payload must be an object with the 'queue' it goes to");
        return new RunTaskActivity(id, type, design)
        {
            TaskName = name ?? "",
            IsHandled = isHandled,
            Payload = payload,
            ResultVariableId = Result(place["result"])
        };
    }

    private SetVariableActivity SetVariable(JsonPlace place, string id, string type, ActivityDesign design)
    {
        var variableId = place["variable"]["id"].Text();
        var variable = variables.FirstOrDefault(v => v.Id == variableId);
        if (variable is null)
            place["variable"]["id"].Refuse($"no variable has the id '{variableId}'");
        var value = expressions.Required(place["value"]);
        if (variable is not null)
            foreach (var constant in StaticResults.Constants(value))
                if (!VariableConversion.TryConvert(variable.Type, constant, out _))
                    place["value"].Refuse($"{WorkflowValue.ToJson(constant)} does not fit the variable '{variable.Name}'");
        return new SetVariableActivity(id, type, design, variableId, value);
    }

    private WorkflowExpression Timed(JsonPlace place, Func<string, string?> problemOf)
    {
        var expression = expressions.Required(place);
        foreach (var constant in IsReadable(expression) ? StaticResults.Constants(expression) : [])
            if ((constant is string text ? problemOf(text) : "text is needed") is { } problem)
                place.Refuse($"{WorkflowValue.ToJson(constant)}: {problem}");
        return expression;
    }

    private static WorkflowExpression Condition(JsonPlace place, WorkflowExpression expression)
    {
        if (expression is not ConstantExpression { Value: string text })
            return expression;
        if (!bool.TryParse(text, out var truth))
            place.Refuse("a literal condition is true or false");
        return new ConstantExpression(truth);
    }

    private List<SwitchCase> Cases(JsonPlace cases)
    {
        var read = new List<SwitchCase>();
        foreach (var place in cases.Items())
        {
            place.RefuseUnknown(CaseMembers);
            var label = place["label"].Text();
            if (label == "Default" || read.Any(other => other.Label == label))
                place["label"].Refuse($"the port '{label}' is given twice");
            else
                read.Add(new SwitchCase(label, Condition(place["condition"], expressions.Expression(place["condition"]))));
        }
        if (read.Count == 0)
            cases.Refuse("a switch needs a case");
        return read;
    }

    private List<string> Branches(JsonPlace place)
    {
        var value = expressions.Optional(place) is { } expression ? (expression as ConstantExpression)?.Value ?? "" : new List<object?>();
        if (value is not IReadOnlyList<object?> items)
        {
            place.Refuse("branches are an Object expression with a JSON array of names");
            return [];
        }
        var branches = items.OfType<string>().Distinct().ToList();
        if (branches.Count != items.Count)
            place.Refuse("branches are a JSON array of names, all different");
        return branches;
    }

    private string Mode(JsonPlace place, params string[] modes)
    {
        if (expressions.Optional(place) is not { } expression)
            return modes[0];
        if ((expression as ConstantExpression)?.Value is string mode && modes.Contains(mode))
            return mode;
        place.Refuse($"the mode is a literal: {string.Join(", ", modes)}");
        return modes[0];
    }

    private string? Result(JsonPlace output)
    {
        if (output.IsNull)
            return null;
        var id = output["memoryReference"]["id"].Text();
        var variable = variables.FirstOrDefault(v => v.Id == id);
        if (variable is null)
            output["memoryReference"]["id"].Refuse($"no variable has the id '{id}'");
        else if (variable.Type != VariableType.Any)
            output["memoryReference"]["id"].Refuse($"the variable '{variable.Name}' must be of type Object to take a result");
        return id;
    }

    private static bool IsReadable(WorkflowExpression? expression) => !ReferenceEquals(expression, ExpressionReader.Unreadable);

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

using IpCenter.Workflow.Expressions;

namespace IpCenter.Workflow.Definitions;

/// <summary>Reads the inputs and outputs of activities by what they mean: names, conditions, times, modes, results.</summary>
internal sealed class InputReader(ExpressionReader expressions, IReadOnlyList<VariableDefinition> variables)
{
    private static readonly HashSet<string> CaseMembers = ["label", "condition"];

    public static bool IsReadable(WorkflowExpression? expression) => !ReferenceEquals(expression, ExpressionReader.Unreadable);

    public WorkflowExpression Required(JsonPlace place) => expressions.Required(place);

    public WorkflowExpression? Optional(JsonPlace place) => expressions.Optional(place);

    /// <summary>An expression that gives text; a constant of another kind is refused.</summary>
    public WorkflowExpression Name(JsonPlace place, string reason)
    {
        var name = expressions.Required(place);
        if (name is ConstantExpression { Value: not string { Length: > 0 } } && IsReadable(name))
            place.Refuse(reason);
        return name;
    }

    /// <summary>A text that is known before anything runs; "" when it was refused.</summary>
    public string Constant(JsonPlace place, string reason)
    {
        var expression = expressions.Required(place);
        var text = (expression as ConstantExpression)?.Value as string;
        if (string.IsNullOrEmpty(text) && IsReadable(expression))
            place.Refuse(reason);
        return text ?? "";
    }

    public WorkflowExpression Timed(JsonPlace place, Func<string, string?> problemOf)
    {
        var expression = expressions.Required(place);
        foreach (var constant in IsReadable(expression) ? StaticResults.Constants(expression) : [])
            if ((constant is string text ? problemOf(text) : "text is needed") is { } problem)
                place.Refuse($"{WorkflowValue.ToJson(constant)}: {problem}");
        return expression;
    }

    public WorkflowExpression Condition(JsonPlace place) => Condition(place, expressions.Required(place));

    /// <summary>A condition that may be missing, and is false then.</summary>
    public WorkflowExpression? OptionalCondition(JsonPlace place) =>
        expressions.Optional(place) is { } expression ? Condition(place, expression) : null;

    public List<SwitchCase> Cases(JsonPlace cases)
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

    public List<string> Branches(JsonPlace place)
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

    /// <summary>One of the modes, of which the first is Elsa's default.</summary>
    public string Mode(JsonPlace place, params string[] modes)
    {
        if (expressions.Optional(place) is not { } expression)
            return modes[0];
        if ((expression as ConstantExpression)?.Value is string mode && modes.Contains(mode))
            return mode;
        place.Refuse($"the mode is a literal: {string.Join(", ", modes)}");
        return modes[0];
    }

    /// <summary>The id of the variable that takes an output, or null.</summary>
    public string? Result(JsonPlace output)
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

    private static WorkflowExpression Condition(JsonPlace place, WorkflowExpression expression)
    {
        if (expression is not ConstantExpression { Value: string text })
            return expression;
        if (!bool.TryParse(text, out var truth))
            place.Refuse("a literal condition is true or false");
        return new ConstantExpression(truth);
    }
}

using System.Text.Json;
using IpCenter.Workflow.Expressions;

namespace IpCenter.Workflow.Definitions;

/// <summary>Reads inputs of activities: <c>{ typeName, expression: { type, value } }</c>, or a bare scalar.</summary>
internal sealed class ExpressionReader(ExpressionNames names, IReadOnlyList<VariableDefinition> variables)
{
    private static readonly HashSet<string> KnownMembers = ["typeName", "expression", "memoryReference"];

    /// <summary>Stands for an expression whose problem was reported already: what it would give is not checked further.</summary>
    public static readonly ConstantExpression Unreadable = new(null);

    /// <summary>A required input.</summary>
    public WorkflowExpression Required(JsonPlace input)
    {
        if (Optional(input) is { } expression)
            return expression;
        input.Refuse("this input is needed");
        return Unreadable;
    }

    /// <summary>An input that may be missing or null.</summary>
    public WorkflowExpression? Optional(JsonPlace input)
    {
        if (input.IsNull)
            return null;
        if (!input.IsObject)
            return Literal(input);
        input.RefuseUnknown(KnownMembers);
        if (string.IsNullOrEmpty(input["typeName"].TextOrNull()))
            input["typeName"].Refuse("the type's name is needed");
        return Expression(input["expression"]);
    }

    /// <summary>A bare <c>{ type, value }</c>.</summary>
    public WorkflowExpression Expression(JsonPlace expression)
    {
        var value = expression["value"];
        switch (expression["type"].TextOrNull())
        {
            case "Literal": return Literal(value);
            case "Object": return Object(value);
            case "JavaScript": return JavaScript(value);
            case "Variable": return Variable(value["id"]);
            case "Input": return Input(value["name"]);
            default:
                expression["type"].Refuse("the expression types are Literal, Object, JavaScript, Variable and Input");
                return Unreadable;
        }
    }

    private static ConstantExpression Literal(JsonPlace value)
    {
        if (value.Element.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            value.Refuse("a literal is text, a number or a boolean");
        return new ConstantExpression(WorkflowValue.FromElement(value.Element));
    }

    private static ConstantExpression Object(JsonPlace value)
    {
        var json = value.Text();
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return new ConstantExpression(WorkflowValue.FromElement(document.RootElement));
        }
        catch (JsonException failure)
        {
            value.Refuse($"an Object expression is JSON written as text: {failure.Message}");
            return Unreadable;
        }
    }

    private WorkflowExpression JavaScript(JsonPlace value)
    {
        try
        {
            return JavaScriptParser.Parse(value.Text(), names);
        }
        catch (ExpressionSyntaxException failure)
        {
            value.Refuse($"at character {failure.Position + 1}: {failure.Message}");
            return Unreadable;
        }
    }

    private WorkflowExpression Variable(JsonPlace id)
    {
        var text = id.Text();
        if (variables.Any(variable => variable.Id == text))
            return new VariableExpression(text);
        id.Refuse($"no variable has the id '{text}'");
        return Unreadable;
    }

    private WorkflowExpression Input(JsonPlace name)
    {
        var text = name.Text();
        if (names.Inputs.Contains(text))
            return new InputExpression(text);
        name.Refuse($"no input is named '{text}'");
        return Unreadable;
    }
}

namespace IpCenter.Workflow.Expressions;

/// <summary>An expression of a definition. Literal, Object, Variable, Input and JavaScript are the kinds; all are pure.</summary>
public abstract record WorkflowExpression
{
    private protected WorkflowExpression() { }

    /// <summary>The value. Throws <see cref="ExpressionFaultException"/> when the values met do not allow one.</summary>
    internal abstract object? Evaluate(ExpressionScope scope);
}

/// <summary>A constant: Elsa's <c>Literal</c> and <c>Object</c>, an object being written as JSON text.</summary>
public sealed record ConstantExpression(object? Value) : WorkflowExpression
{
    internal override object? Evaluate(ExpressionScope scope) => Value;
}

/// <summary>A variable's value; Elsa finds it by id.</summary>
public sealed record VariableExpression(string VariableId) : WorkflowExpression
{
    internal override object? Evaluate(ExpressionScope scope) => scope.Variables.GetValueOrDefault(VariableId);
}

/// <summary>An input's value; null when the starter gave none.</summary>
public sealed record InputExpression(string InputName) : WorkflowExpression
{
    internal override object? Evaluate(ExpressionScope scope) => scope.Inputs.GetValueOrDefault(InputName);
}

/// <summary>An expression of the closed JavaScript grammar.</summary>
public sealed record JavaScriptExpression : WorkflowExpression
{
    internal JavaScriptExpression(string source, JavaScriptNode root)
    {
        Source = source;
        Root = root;
    }

    /// <summary>The text as it stands in the definition.</summary>
    public string Source { get; }

    internal JavaScriptNode Root { get; }

    internal override object? Evaluate(ExpressionScope scope) => JavaScriptEvaluator.Result(Root, scope);
}

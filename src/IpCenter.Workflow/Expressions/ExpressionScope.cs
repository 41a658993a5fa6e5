namespace IpCenter.Workflow.Expressions;

/// <summary>What an expression may read while it is evaluated: variables by id, inputs by name.</summary>
internal sealed record ExpressionScope(IReadOnlyDictionary<string, object?> Variables, IReadOnlyDictionary<string, object?> Inputs);

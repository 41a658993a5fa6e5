namespace IpCenter.Workflow.Expressions;

/// <summary>What an expression may name: a definition's variables (name to id) and inputs. Letter case matters, as in JavaScript.</summary>
internal sealed record ExpressionNames(IReadOnlyDictionary<string, string> VariableIds, IReadOnlySet<string> Inputs);

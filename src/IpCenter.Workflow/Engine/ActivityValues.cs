using IpCenter.Workflow.Expressions;

namespace IpCenter.Workflow.Engine;

/// <summary>The values that activities of one burst read and set. Mutable.</summary>
/// <param name="Variables">By variable id.</param>
/// <param name="Inputs">By name.</param>
/// <param name="Outputs">By name.</param>
internal sealed record ActivityValues(
    Dictionary<string, object?> Variables, IReadOnlyDictionary<string, object?> Inputs, Dictionary<string, object?> Outputs)
{
    /// <summary>What expressions see.</summary>
    public ExpressionScope Scope { get; } = new(Variables, Inputs);
}

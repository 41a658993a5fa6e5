namespace IpCenter.Workflow.Expressions;

/// <summary>Source text outside the closed grammar. The definition that holds it is refused.</summary>
internal sealed class ExpressionSyntaxException(int position, string message) : Exception(message)
{
    /// <summary>0-based position in the source text.</summary>
    public int Position { get; } = position;
}

namespace IpCenter.Workflow.Expressions;

/// <summary>The syntax tree of the closed grammar. <see cref="Position"/> is the 0-based place in the source.</summary>
internal abstract record JavaScriptNode(int Position)
{
    internal sealed record Constant(int Position, object? Value) : JavaScriptNode(Position);

    internal sealed record Variable(int Position, string Id) : JavaScriptNode(Position);

    internal sealed record Input(int Position, string Name) : JavaScriptNode(Position);

    internal sealed record Member(int Position, JavaScriptNode Target, JavaScriptNode Key) : JavaScriptNode(Position);

    internal sealed record Unary(int Position, string Operator, JavaScriptNode Operand) : JavaScriptNode(Position);

    internal sealed record Binary(int Position, string Operator, JavaScriptNode Left, JavaScriptNode Right) : JavaScriptNode(Position);

    internal sealed record Conditional(int Position, JavaScriptNode Test, JavaScriptNode Then, JavaScriptNode Else) : JavaScriptNode(Position);

    internal sealed record ArrayLiteral(int Position, IReadOnlyList<JavaScriptNode> Items) : JavaScriptNode(Position);

    internal sealed record ObjectLiteral(int Position, IReadOnlyList<KeyValuePair<string, JavaScriptNode>> Members) : JavaScriptNode(Position);
}

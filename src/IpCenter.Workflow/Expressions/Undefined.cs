namespace IpCenter.Workflow.Expressions;

/// <summary>JavaScript's undefined: what reading a missing property gives. It never leaves an expression; its result becomes null.</summary>
internal sealed class Undefined
{
    public static readonly Undefined Value = new();

    private Undefined() { }
}

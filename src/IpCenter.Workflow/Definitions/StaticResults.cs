using IpCenter.Workflow.Expressions;

namespace IpCenter.Workflow.Definitions;

/// <summary>What can be said of an expression's result before any instance runs.</summary>
internal static class StaticResults
{
    /// <summary>The constants that may be the result.</summary>
    public static IEnumerable<object?> Constants(WorkflowExpression expression) => expression switch
    {
        ConstantExpression constant => [constant.Value],
        JavaScriptExpression script => Leaves(script.Root).OfType<JavaScriptNode.Constant>().Select(leaf => leaf.Value is Undefined ? null : leaf.Value),
        _ => []
    };

    /// <summary>True when every possible result is an object that has a member, which is text if it is a constant.</summary>
    public static bool AllHaveText(WorkflowExpression? expression, string member) => expression switch
    {
        ConstantExpression { Value: IReadOnlyDictionary<string, object?> map } => map.GetValueOrDefault(member) is string { Length: > 0 },
        JavaScriptExpression script => Leaves(script.Root).All(leaf => leaf is JavaScriptNode.ObjectLiteral literal
            && literal.Members.Any(m => m.Key == member && m.Value is not JavaScriptNode.Constant { Value: not string { Length: > 0 } })),
        _ => false
    };

    /// <summary>Names of the members that possible results are known to have.</summary>
    public static IEnumerable<string> MemberNames(WorkflowExpression? expression) => expression switch
    {
        ConstantExpression { Value: IReadOnlyDictionary<string, object?> map } => map.Keys,
        JavaScriptExpression script => Leaves(script.Root).OfType<JavaScriptNode.ObjectLiteral>()
            .SelectMany(literal => literal.Members.Select(member => member.Key)).Distinct(),
        _ => []
    };

    /// <summary>The texts that a member of possible results may be; what is worked out from variables is not among them.</summary>
    public static IEnumerable<string> Texts(WorkflowExpression? expression, string member) => expression switch
    {
        ConstantExpression { Value: IReadOnlyDictionary<string, object?> map } => map.GetValueOrDefault(member) is string text ? [text] : [],
        JavaScriptExpression script => Leaves(script.Root).OfType<JavaScriptNode.ObjectLiteral>()
            .SelectMany(literal => literal.Members.Where(m => m.Key == member))
            .SelectMany(m => Leaves(m.Value)).OfType<JavaScriptNode.Constant>().Select(leaf => leaf.Value).OfType<string>(),
        _ => []
    };

    private static IEnumerable<JavaScriptNode> Leaves(JavaScriptNode node) => node switch
    {
        JavaScriptNode.Conditional choice => Leaves(choice.Then).Concat(Leaves(choice.Else)),
        JavaScriptNode.Binary { Operator: "||" } or => Leaves(or.Left).Concat(Leaves(or.Right)),
        JavaScriptNode.Binary { Operator: "&&" } and => Leaves(and.Right),
        _ => [node]
    };
}

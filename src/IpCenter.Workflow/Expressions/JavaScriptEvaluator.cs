using static IpCenter.Workflow.Expressions.JavaScriptConversion;

namespace IpCenter.Workflow.Expressions;

/// <summary>Evaluates the closed grammar with the semantics of ECMA-262, and stops where a C# value would make Elsa's answer uncertain.</summary>
internal static class JavaScriptEvaluator
{
    private static readonly HashSet<string> InheritedNames =
    [
        "constructor", "toString", "toLocaleString", "valueOf", "hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable",
        "__proto__", "__defineGetter__", "__defineSetter__", "__lookupGetter__", "__lookupSetter__"
    ];

    /// <summary>True for the names of Object.prototype, which would give a function.</summary>
    public static bool IsInherited(string name) => InheritedNames.Contains(name);

    /// <summary>The expression's result as a workflow value: undefined becomes null, and NaN or infinity is a fault.</summary>
    public static object? Result(JavaScriptNode root, ExpressionScope scope) => Storable(Evaluate(root, scope));

    private static object? Storable(object? value) => value switch
    {
        Undefined => null,
        double number when !double.IsFinite(number) => throw new ExpressionFaultException($"the result is {Text(number)}, which is no value"),
        double number => number + 0.0, // Negative zero has no place in JSON: -0 + 0 is 0.
        IReadOnlyList<object?> items => items.Select(Storable).ToList(),
        IReadOnlyDictionary<string, object?> members => members
            .Where(member => member.Value is not Undefined)
            .ToDictionary(member => member.Key, member => Storable(member.Value)),
        _ => value
    };

    private static object? Evaluate(JavaScriptNode node, ExpressionScope scope) => node switch
    {
        JavaScriptNode.Constant constant => constant.Value,
        JavaScriptNode.Variable variable => scope.Variables.GetValueOrDefault(variable.Id),
        JavaScriptNode.Input input => scope.Inputs.GetValueOrDefault(input.Name),
        JavaScriptNode.Member member => Read(Evaluate(member.Target, scope), member, scope),
        JavaScriptNode.Unary { Operator: "!" } not => !IsTruthy(Evaluate(not.Operand, scope)),
        JavaScriptNode.Unary minus => -Number(Evaluate(minus.Operand, scope)),
        JavaScriptNode.Binary binary => Combine(binary, scope),
        JavaScriptNode.Conditional choice => Evaluate(IsTruthy(Evaluate(choice.Test, scope)) ? choice.Then : choice.Else, scope),
        JavaScriptNode.ArrayLiteral array => array.Items.Select(item => Evaluate(item, scope)).ToList(),
        JavaScriptNode.ObjectLiteral literal => literal.Members.ToDictionary(member => member.Key, member => Evaluate(member.Value, scope)),
        _ => throw new InvalidOperationException($"No evaluation for {node.GetType().Name}.")
    };

    private static object? Combine(JavaScriptNode.Binary node, ExpressionScope scope)
    {
        var left = Evaluate(node.Left, scope);
        if (node.Operator == "&&")
            return IsTruthy(left) ? Evaluate(node.Right, scope) : left;
        if (node.Operator == "||")
            return IsTruthy(left) ? left : Evaluate(node.Right, scope);
        var right = Evaluate(node.Right, scope);
        return node.Operator switch
        {
            "===" => AreIdentical(left, right, node.Position),
            "!==" => !AreIdentical(left, right, node.Position),
            "+" => Add(Primitive(left), Primitive(right)),
            "-" => Number(left) - Number(right),
            "*" => Number(left) * Number(right),
            "/" => Number(left) / Number(right),
            "%" => Number(left) % Number(right),
            _ => Compare(node.Operator, Primitive(left), Primitive(right))
        };
    }

    private static bool AreIdentical(object? left, object? right, int position) => (left, right) switch
    {
        (double a, double b) => a == b,
        (string a, string b) => string.Equals(a, b, StringComparison.Ordinal),
        (bool a, bool b) => a == b,
        (null, null) or (Undefined, Undefined) => true,
        (IReadOnlyList<object?> or IReadOnlyDictionary<string, object?>, IReadOnlyList<object?> or IReadOnlyDictionary<string, object?>) =>
            throw new ExpressionFaultException($"at character {position + 1}: two objects are compared; compare a property of them"),
        _ => false
    };

    private static object Add(object? left, object? right) =>
        left is string || right is string ? Text(left) + Text(right) : Number(left) + Number(right);

    private static bool Compare(string symbol, object? left, object? right)
    {
        if (left is string a && right is string b)
        {
            var order = string.CompareOrdinal(a, b);
            return symbol switch { "<" => order < 0, "<=" => order <= 0, ">" => order > 0, _ => order >= 0 };
        }
        var (x, y) = (Number(left), Number(right));
        return symbol switch { "<" => x < y, "<=" => x <= y, ">" => x > y, _ => x >= y };
    }

    private static object? Read(object? target, JavaScriptNode.Member node, ExpressionScope scope)
    {
        var key = Text(Evaluate(node.Key, scope));
        if (target is null or Undefined)
            throw new ExpressionFaultException($"at character {node.Position + 1}: cannot read '{key}' of {Text(target)}");
        if (IsInherited(key))
            throw new ExpressionFaultException($"at character {node.Position + 1}: '{key}' is inherited by every JavaScript object and not allowed");
        return target switch
        {
            IReadOnlyDictionary<string, object?> members => members.TryGetValue(key, out var value) ? value : Undefined.Value,
            IReadOnlyList<object?> items when key == "length" => (double)items.Count,
            IReadOnlyList<object?> items when Index(key) is { } index => index < items.Count ? items[index] : Undefined.Value,
            string text when key == "length" => (double)text.Length,
            string text when Index(key) is { } index => index < text.Length ? text[index].ToString() : Undefined.Value,
            _ => throw new ExpressionFaultException($"at character {node.Position + 1}: cannot read '{key}' of {Describe(target)}")
        };
    }

    private static int? Index(string key) =>
        int.TryParse(key, out var index) && index >= 0 && Text((double)index) == key ? index : null;

    private static string Describe(object target) =>
        target switch { string => "a text", double => "a number", bool => "a boolean", _ => "an array" };
}

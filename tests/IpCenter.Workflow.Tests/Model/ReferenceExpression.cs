using System.Globalization;

namespace IpCenter.Workflow.Tests.Model;

/// <summary>The few expressions that random definitions use, read again: one operand, or two with an operator between blanks.</summary>
internal static class ReferenceExpression
{
    public static object? Value(string text, IReadOnlyDictionary<string, object?> variables) => text.Split(' ') switch
    {
        [var operand] => Operand(operand, variables),
        [var left, "===", var right] => Equals(Operand(left, variables), Operand(right, variables)),
        [var left, "<", var right] => (int)Operand(left, variables)! < (int)Operand(right, variables)!,
        [var left, "+", var right] => (int)Operand(left, variables)! + (int)Operand(right, variables)!,
        _ => throw new ArgumentException($"'{text}' is no expression of random definitions", nameof(text))
    };

    private static object? Operand(string text, IReadOnlyDictionary<string, object?> variables) => text switch
    {
        "true" => true,
        "false" => false,
        "null" => null,
        ['\'', .. var inner, '\''] => inner,
        _ when text.StartsWith("variables.", StringComparison.Ordinal) => variables[text["variables.".Length..]],
        _ => int.Parse(text, CultureInfo.InvariantCulture)
    };
}

using System.Globalization;
using IpCenter.Workflow.Expressions;

namespace IpCenter.Workflow.Definitions;

/// <summary>
/// Brings a value to a variable's type where Elsa does it without loss (text "3" to a number, a number to text);
/// what Elsa would round, drop or write in C#'s way is a fault.
/// </summary>
internal static class VariableConversion
{
    /// <summary>The value as the variable holds it, or <see cref="ExpressionFaultException"/>.</summary>
    public static object? Convert(VariableDefinition variable, object? value) =>
        TryConvert(variable.Type, value, out var converted)
            ? converted
            : throw new ExpressionFaultException($"{WorkflowValue.ToJson(value)} does not fit the variable '{variable.Name}' ({variable.Type})");

    /// <summary>False when the value does not fit.</summary>
    public static bool TryConvert(VariableType type, object? value, out object? converted)
    {
        converted = value;
        switch (type, value)
        {
            case (VariableType.Any, _) or (_, null) or (VariableType.Text, string) or (VariableType.Boolean, bool) or (VariableType.Number, double):
                return true;
            case (VariableType.Text, double number):
                converted = JavaScriptConversion.Text(number);
                return true;
            case (VariableType.Boolean, string text) when bool.TryParse(text, out var truth):
                converted = truth;
                return true;
            case (VariableType.WholeNumber, double number):
                return Math.Abs(number) <= 9_007_199_254_740_991 && double.IsInteger(number);
            case (VariableType.WholeNumber or VariableType.Number, string text)
                when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number):
                converted = number;
                return type == VariableType.Number || TryConvert(type, number, out _);
            case (VariableType.Duration, string text):
                return TimedValue.DurationProblem(text) is null;
            case (VariableType.Instant, string text):
                return TimedValue.InstantProblem(text) is null;
            default:
                return false;
        }
    }
}

using System.Globalization;

namespace IpCenter.Workflow.Expressions;

/// <summary>ECMA-262 section 7.1: conversions between types, for the values of the closed grammar.</summary>
internal static class JavaScriptConversion
{
    /// <summary>ToBoolean.</summary>
    public static bool IsTruthy(object? value) => value switch
    {
        null or Undefined => false,
        bool truth => truth,
        double number => number != 0 && !double.IsNaN(number),
        string text => text.Length > 0,
        _ => true
    };

    /// <summary>ToPrimitive: arrays and objects become text.</summary>
    public static object? Primitive(object? value) =>
        value is IReadOnlyList<object?> or IReadOnlyDictionary<string, object?> ? Text(value) : value;

    /// <summary>ToNumber.</summary>
    public static double Number(object? value) => value switch
    {
        null => 0,
        Undefined => double.NaN,
        bool truth => truth ? 1 : 0,
        double number => number,
        string text => Parse(text),
        _ => Parse(Text(value))
    };

    /// <summary>ToString.</summary>
    public static string Text(object? value) => value switch
    {
        null => "null",
        Undefined => "undefined",
        bool truth => truth ? "true" : "false",
        double number => Format(number),
        string text => text,
        IReadOnlyList<object?> items => string.Join(',', items.Select(item => item is null or Undefined ? "" : Text(item))),
        _ => "[object Object]"
    };

    private static double Parse(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length == 0)
            return 0;
        if (trimmed is "Infinity" or "+Infinity")
            return double.PositiveInfinity;
        if (trimmed == "-Infinity")
            return double.NegativeInfinity;
        if (trimmed.Length > 2 && trimmed[0] == '0' && trimmed[1] is 'x' or 'X' or 'o' or 'O' or 'b' or 'B')
            return Prefixed(trimmed);
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        var looksDecimal = trimmed.All(c => char.IsAsciiDigit(c) || c is '+' or '-' or '.' or 'e' or 'E');
        return looksDecimal && double.TryParse(trimmed, Style, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
    }

    private static double Prefixed(string text)
    {
        var radix = text[1] switch { 'x' or 'X' => 16, 'o' or 'O' => 8, _ => 2 };
        var number = 0.0;
        foreach (var digit in text.AsSpan(2))
        {
            var value = char.IsAsciiHexDigit(digit) ? Convert.ToInt32(digit.ToString(), 16) : radix;
            if (value >= radix)
                return double.NaN;
            number = (number * radix) + value;
        }
        return number;
    }

    /// <summary>Number::toString, ECMA-262 section 6.1.6.1.20: the shortest digits that read back, laid out by the exponent.</summary>
    private static string Format(double number)
    {
        if (double.IsNaN(number))
            return "NaN";
        if (double.IsInfinity(number))
            return number > 0 ? "Infinity" : "-Infinity";
        if (number == 0)
            return "0";
        // "R" gives the shortest digits that read back, as 12.5, 0.00012 or 1E-07.
        var shortest = Math.Abs(number).ToString("R", CultureInfo.InvariantCulture).Split('E');
        var parts = shortest[0].Split('.');
        var all = string.Concat(parts);
        var exponent = shortest.Length > 1 ? int.Parse(shortest[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0;
        var leadingZeros = all.Length - all.TrimStart('0').Length;
        return (number < 0 ? "-" : "") + Lay(all.Trim('0'), parts[0].Length + exponent - leadingZeros);
    }

    private static string Lay(string digits, int point)
    {
        if (digits.Length <= point && point <= 21)
            return digits + new string('0', point - digits.Length);
        if (point is > 0 and <= 21)
            return $"{digits[..point]}.{digits[point..]}";
        if (point is > -6 and <= 0)
            return "0." + new string('0', -point) + digits;
        var exponent = point - 1;
        var mantissa = digits.Length == 1 ? digits : $"{digits[0]}.{digits[1..]}";
        return $"{mantissa}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent)}";
    }
}

using System.Globalization;
using System.Text;

namespace IpCenter.Casework;

/// <summary>Comma-separated tables (RFC 4180) that a spreadsheet shows as they are.</summary>
public static class CsvText
{
    /// <summary>A whole table as a file: UTF-8 with a mark, so that Chinese opens rightly. Numbers stay numbers.</summary>
    public static byte[] File(IEnumerable<IReadOnlyList<object?>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
            text.AppendJoin(',', row.Select(value => value is string or null ? Cell((string?)value) : Convert.ToString(value, CultureInfo.InvariantCulture))).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>
    /// Quoted where need be. A text that a spreadsheet would take for a formula gets an apostrophe in front, so that what
    /// a stranger typed is never run on an officer's machine (OWASP, CSV injection).
    /// </summary>
    public static string Cell(string? value)
    {
        var text = value ?? "";
        if (IsFormula(text))
            text = $"'{text}";
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>The text of a cell that <see cref="Cell"/> wrote: without the apostrophe that made it harmless.</summary>
    public static string Text(string cell) => cell is ['\'', ..] && IsFormula(cell.AsSpan(1)) ? cell[1..] : cell;

    private static bool IsFormula(ReadOnlySpan<char> text) => text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal);
}

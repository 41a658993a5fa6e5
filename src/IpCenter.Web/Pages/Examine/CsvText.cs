using System.Globalization;
using System.Text;

namespace IpCenter.Web.Pages.Examine;

/// <summary>
/// Writes a table as CSV (RFC 4180) for spreadsheet programs: UTF-8 with a mark, so that Chinese opens rightly; a cell
/// that a spreadsheet would run as a formula is kept text (OWASP, CSV injection).
/// </summary>
internal static class CsvText
{
    public static byte[] Write(IEnumerable<IReadOnlyList<object?>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
            text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string Cell(object? value)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        if (value is string && text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..])
            text = "'" + text;
        return text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}

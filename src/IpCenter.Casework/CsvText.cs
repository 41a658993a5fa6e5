namespace IpCenter.Casework;

/// <summary>Cells of a comma-separated table (RFC 4180) that a spreadsheet shows as they are.</summary>
public static class CsvText
{
    /// <summary>
    /// Quoted where need be. A text that a spreadsheet would take for a formula gets an apostrophe in front, so that what
    /// a stranger typed is never run on an officer's machine.
    /// </summary>
    public static string Cell(string? value)
    {
        var text = value ?? "";
        if (text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal))
            text = $"'{text}";
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}

namespace IpCenter.Web.Pages.Processes;

/// <summary>
/// Breaks a name into lines for a drawing, which cannot break them itself. Widths are in letters of full width: a Chinese
/// character counts 1, a Latin letter about half.
/// </summary>
internal static class TextLines
{
    private const double Latin = 0.55;
    private const char Ellipsis = '…';

    public static IReadOnlyList<string> Break(string text, double width, int lines)
    {
        var broken = new List<string>();
        var line = "";
        foreach (var piece in Pieces(text))
        {
            if (line.Length > 0 && WidthOf(line + piece.TrimEnd()) > width)
            {
                broken.Add(line.TrimEnd());
                line = "";
            }
            line += line.Length == 0 ? piece.TrimStart() : piece;
        }
        if (line.Length > 0)
            broken.Add(line.TrimEnd());
        if (broken.Count <= lines)
            return broken;
        var last = broken[lines - 1] + Ellipsis;
        while (WidthOf(last) > width && last.Length > 1)
            last = last[..^2].TrimEnd() + Ellipsis;
        return [.. broken.Take(lines - 1), last];
    }

    /// <summary>The text, cut to a width.</summary>
    public static string Short(string text, double width) => Break(text, width, 1) is [var line] ? line : "";

    private static double WidthOf(string text) => text.Sum(letter => letter < 0x2E80 ? Latin : 1);

    // A Latin word with the space behind it stays together; between Chinese characters a line may break anywhere.
    private static IEnumerable<string> Pieces(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
            if (text[i] == ' ' || text[i] >= 0x2E80 || (i + 1 < text.Length && text[i + 1] >= 0x2E80))
            {
                yield return text[start..(i + 1)];
                start = i + 1;
            }
        if (start < text.Length)
            yield return text[start..];
    }
}

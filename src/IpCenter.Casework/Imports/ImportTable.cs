using IpCenter.Casework.Results;

namespace IpCenter.Casework.Imports;

/// <summary>How a table is written, and what its columns are.</summary>
/// <param name="Encoding">By the name that <see cref="TableEncoding"/> knows.</param>
/// <param name="Header">The headings as they stand.</param>
/// <param name="Rows">Rows that are not blank, without the heading.</param>
public sealed record ImportTable(string Encoding, char Separator, IReadOnlyList<string> Header, int Rows)
{
    private readonly Dictionary<ImportColumn, int> _places = Header
        .Select((heading, at) => (Column: ImportColumns.Find(heading), at))
        .Where(h => h.Column is not null)
        .DistinctBy(h => h.Column)
        .ToDictionary(h => h.Column!.Value, h => h.at);

    /// <summary>Headings that name no column; they are not read, and the person is told.</summary>
    public IReadOnlyList<string> UnknownHeadings { get; } = [.. Header.Where(h => h.Trim().Length > 0 && ImportColumns.Find(h) is null)];

    public bool Has(ImportColumn column) => _places.ContainsKey(column);

    /// <summary>The text of a cell; empty where the row or the table does not have it.</summary>
    public string Cell(IReadOnlyList<string> cells, ImportColumn column) =>
        _places.TryGetValue(column, out var at) && at < cells.Count ? CsvText.Text(cells[at]).Trim() : "";

    /// <summary>Looks at a file: its encoding, its separator, its headings, and how many rows there are. Or every reason why it is no table.</summary>
    public static Result<ImportTable> Inspect(string path)
    {
        var encoding = TableEncoding.Detect(path);
        if (!encoding.Succeeded)
            return (List<RuleViolation>)[.. encoding.Violations];
        var separator = SeparatorOf(path, encoding.Value);
        using var text = TableEncoding.Open(path, encoding.Value);
        var reader = new CsvReader(text, separator);
        var first = reader.Read();
        while (first is { IsBlank: true })
            first = reader.Read();
        if (first is null)
            return new RuleViolation("import.table.empty", "table");
        if (first.Fault is CsvFault.TooLong)
            return new RuleViolation("import.table.no-header", "table", Shown(first.Cells[0]));
        if (first.Fault is not null)
            return new RuleViolation("import.table.header-quotes", "table", $"{first.Line}");
        var problems = HeaderProblems(first.Cells);
        if (problems.Count > 0)
            return problems;
        var rows = 0;
        while (reader.Read() is { } row)
            rows += row.IsBlank ? 0 : 1;
        return rows == 0 ? new RuleViolation("import.table.no-rows", "table") : new ImportTable(encoding.Value, separator, first.Cells, rows);
    }

    /// <summary>The rows that are not blank, in order, without the heading.</summary>
    public IEnumerable<CsvRow> ReadRows(string path)
    {
        using var text = TableEncoding.Open(path, Encoding);
        var reader = new CsvReader(text, Separator);
        var isHeader = true;
        while (reader.Read() is { } row)
        {
            if (row.IsBlank)
                continue;
            if (!isHeader)
                yield return row;
            isHeader = false;
        }
    }

    private static List<RuleViolation> HeaderProblems(IReadOnlyList<string> header)
    {
        var columns = header.Select(ImportColumns.Find).ToList();
        if (columns.All(c => c is null))
            return [new("import.table.no-header", "table", Shown(string.Join(", ", header)))];
        return
        [
            .. columns.Where(c => c is not null).GroupBy(c => c!.Value).Where(g => g.Count() > 1).Select(g => new RuleViolation(
                "import.table.column-twice", "table",
                string.Join("、", header.Where(h => ImportColumns.Find(h) == g.Key)), ImportColumns.NameOf(g.Key).Zh, ImportColumns.NameOf(g.Key).En)),
            .. ((ImportColumn[])[ImportColumn.Number, ImportColumn.Title]).Where(c => !columns.Contains(c)).Select(c => new RuleViolation(
                "import.table.column-missing", "table", ImportColumns.NameOf(c).Zh, ImportColumns.NameOf(c).En)),
        ];
    }

    /// <summary>The sign that stands most often in the heading, outside of quotation marks.</summary>
    private static char SeparatorOf(string path, string encoding)
    {
        using var text = TableEncoding.Open(path, encoding);
        var counts = new Dictionary<char, int> { [','] = 0, [';'] = 0, ['\t'] = 0 };
        var (quoted, seen) = (false, false);
        for (var read = 0; read < CsvReader.LongestRow && text.Read() is var sign && sign >= 0; read++)
        {
            if (sign == '"')
                quoted = !quoted;
            else if (!quoted && sign is '\r' or '\n' && seen)
                break;
            else if (!quoted && counts.TryGetValue((char)sign, out var count))
                counts[(char)sign] = count + 1;
            seen |= !char.IsWhiteSpace((char)sign);
        }
        return counts.MaxBy(c => c.Value).Key;
    }

    private static string Shown(string text) => text.Length <= 60 ? text : $"{text[..60]}…";
}

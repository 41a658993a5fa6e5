using System.Runtime.CompilerServices;
using System.Text;
using IpCenter.Casework.Data;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Imports;

/// <summary>A row with what was said about it.</summary>
public sealed record ReportedRow(int Row, int Line, RowOutcome Outcome, IReadOnlyList<ImportProblem> Problems);

/// <summary>Reads what became of the rows of an import.</summary>
public sealed class RefusedRows(CaseworkDbContext db)
{
    private const int AtOnce = 500;

    /// <summary>One page of the rows with problems: refused ones first, then those with warnings.</summary>
    public async Task<(IReadOnlyList<ReportedRow> Rows, int Total)> ReadAsync(Guid importId, int page, int pageSize, CancellationToken ct)
    {
        var told = db.DesignImportRows.AsNoTracking().Where(r => r.ImportId == importId && r.HasProblems);
        var rows = await told
            .OrderBy(r => r.Outcome == RowOutcome.Refused ? 0 : 1).ThenBy(r => r.Row)
            .Skip((page - 1) * pageSize).Take(pageSize)
            .Select(r => new ReportedRow(r.Row, r.Line, r.Outcome, r.Problems))
            .ToListAsync(ct);
        return (rows, await told.CountAsync(ct));
    }

    /// <summary>
    /// The refused rows as a table that can be corrected and sent again by itself: the cells as they were, why each row was
    /// refused, and where its pictures lie.
    /// </summary>
    /// <param name="import">The import.</param>
    /// <param name="say">The problems of a row in words, by the line they stand on.</param>
    /// <param name="ct">Stops it.</param>
    public async IAsyncEnumerable<IReadOnlyList<string>> TableAsync(
        DesignImport import, Func<ReportedRow, string> say, [EnumeratorCancellation] CancellationToken ct)
    {
        var table = import.Table;
        var kept = import.Header.Index().Where(h => ImportColumns.Find(h.Item) is not (ImportColumn.PicturesFrom or ImportColumn.Problems)).ToList();
        var english = kept.All(h => Ascii.IsValid(h.Item));
        yield return [.. kept.Select(h => h.Item), Heading(ImportColumn.PicturesFrom), Heading(ImportColumn.Problems)];
        var last = 0;
        while (true)
        {
            var rows = await db.DesignImportRows.AsNoTracking()
                .Where(r => r.ImportId == import.Id && r.Outcome == RowOutcome.Refused && r.Row > last)
                .OrderBy(r => r.Row)
                .Take(AtOnce)
                .ToListAsync(ct);
            foreach (var row in rows)
            {
                var cells = row.Cells!;
                var from = table.Cell(cells, ImportColumn.PicturesFrom) is { Length: > 0 } earlier ? earlier : import.Id.ToString();
                yield return
                [
                    .. kept.Select(h => h.Index < cells.Count ? CsvText.Text(cells[h.Index]) : ""),
                    import.PicturesName.Length > 0 || from != import.Id.ToString() ? from : "",
                    say(new(row.Row, row.Line, row.Outcome, row.Problems)),
                    // What stands beyond the heading is the reason why it was refused, and is not lost.
                    .. cells.Skip(table.Header.Count).Select(CsvText.Text),
                ];
            }
            if (rows.Count < AtOnce)
                yield break;
            last = rows[^1].Row;
        }

        // In the language of the headings that are there.
        string Heading(ImportColumn column) => english ? ImportColumns.NameOf(column).En : ImportColumns.NameOf(column).Zh;
    }
}

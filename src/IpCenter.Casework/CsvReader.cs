using System.Text;

namespace IpCenter.Casework;

/// <summary>Why a row of a table cannot be taken apart.</summary>
public enum CsvFault
{
    /// <summary>A quotation mark opens a cell and nothing closes it.</summary>
    OpenQuote,

    /// <summary>After the closing quotation mark something else follows than the end of the cell.</summary>
    TextAfterQuote,

    /// <summary>It goes on longer than any row of a table does: another kind of file, most likely.</summary>
    TooLong,
}

/// <summary>One row of a table.</summary>
/// <param name="Line">Line of the file on which it begins, from 1.</param>
/// <param name="Cells">Without their quotation marks; of a row with a fault, its first line as it stands.</param>
public sealed record CsvRow(int Line, IReadOnlyList<string> Cells, CsvFault? Fault = null)
{
    public bool IsBlank => Fault is null && Cells.All(string.IsNullOrWhiteSpace);
}

/// <summary>
/// Reads tables (RFC 4180, any separator) row by row. A row whose quotation marks do not fit is told with its line, and
/// reading goes on with the next line: one wrong mark does not swallow the rest of the file.
/// </summary>
public sealed class CsvReader(TextReader text, char separator)
{
    /// <summary>A quoted cell that has not ended after so many characters never will.</summary>
    public const int LongestRow = 64 * 1024;

    /// <summary>What is longer without a line break, or has this many cells, is no row: it is not kept in memory.</summary>
    public const int LongestLine = 1024 * 1024;

    private readonly StringBuilder _raw = new();
    private string _again = "";
    private int _at;
    private int _line = 1;

    /// <summary>The next row; <c>null</c> at the end. Blank lines are rows of one empty cell.</summary>
    public CsvRow? Read()
    {
        if (Peek() < 0)
            return null;
        var began = _line;
        _raw.Clear();
        List<string> cells = [];
        while (true)
        {
            var (cell, fault) = Peek() == '"' ? Quoted() : Plain();
            if (fault is not null)
                return GoOnAfterFirstLine(began, fault.Value);
            cells.Add(cell);
            var end = Next();
            if (end == separator)
                continue;
            if (end == '\r' && Peek() == '\n')
                Next();
            return new CsvRow(began, cells);
        }
    }

    private (string Cell, CsvFault? Fault) Plain()
    {
        var cell = new StringBuilder();
        while (_raw.Length <= LongestLine)
        {
            if (Peek() is var sign && (sign < 0 || sign == separator || sign is '\r' or '\n'))
                return (cell.ToString(), null);
            cell.Append((char)Next());
        }
        return ("", CsvFault.TooLong);
    }

    private (string Cell, CsvFault? Fault) Quoted()
    {
        Next();
        var cell = new StringBuilder();
        while (true)
        {
            var sign = Next();
            if (sign < 0 || _raw.Length > LongestRow)
                return ("", CsvFault.OpenQuote);
            if (sign != '"')
                cell.Append((char)sign);
            else if (Peek() == '"')
                cell.Append((char)Next());
            else
                return Peek() is -1 or '\r' or '\n' || Peek() == separator ? (cell.ToString(), null) : ("", CsvFault.TextAfterQuote);
        }
    }

    private CsvRow GoOnAfterFirstLine(int began, CsvFault fault)
    {
        var raw = _raw.ToString();
        var end = raw.AsSpan().IndexOfAny('\r', '\n');
        if (end < 0)
        {
            // The fault lies in the first line itself: the rest of that line goes with it, and no more of it is kept than is shown.
            while (Peek() is var sign && sign >= 0 && sign is not ('\r' or '\n'))
            {
                Next();
                _raw.Length = Math.Min(_raw.Length, LongestLine);
            }
            (raw, end) = (_raw.ToString(), _raw.Length);
            if (Next() == '\r' && Peek() == '\n')
                Next();
        }
        else
        {
            var after = raw.AsSpan(end).StartsWith("\r\n") ? end + 2 : end + 1;
            (_again, _at) = (string.Concat(raw.AsSpan(after), _again.AsSpan(_at)), 0);
            _line = began + 1;
        }
        return new CsvRow(began, [raw[..Math.Min(end, LongestRow)]], fault);
    }

    private int Peek() => _at < _again.Length ? _again[_at] : text.Peek();

    private int Next()
    {
        var sign = _at < _again.Length ? _again[_at++] : text.Read();
        if (sign < 0)
            return sign;
        _raw.Append((char)sign);
        // A line ends with LF, CR LF, or CR alone.
        if (sign == '\n' || (sign == '\r' && Peek() != '\n'))
            _line++;
        return sign;
    }
}

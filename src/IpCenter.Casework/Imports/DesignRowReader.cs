using System.Text;
using System.Text.RegularExpressions;
using IpCenter.Casework.Classes;
using IpCenter.Casework.Designs;
using IpCenter.Casework.Identifiers;

namespace IpCenter.Casework.Imports;

/// <summary>Reads rows into facts of designs, with every reason why one cannot be taken, each at its column.</summary>
internal sealed partial class DesignRowReader(ImportTable table, LocarnoCatalogue classes, DateOnly today)
{
    private const int LongestNumber = 60, LongestSource = 100;

    private static readonly (DesignStatus Status, string[] Chinese, string[] English)[] Statuses =
    [
        (DesignStatus.InForce, ["有效", "专利权有效", "维持有效", "授权", "生效"], ["in force", "inforce", "valid", "registered"]),
        (DesignStatus.Expired, ["届满", "期满", "已届满", "终止", "失效", "已失效", "专利权终止"], ["expired", "ceased"]),
        (DesignStatus.Lapsed, ["未缴年费终止", "欠费终止"], ["lapsed"]),
        (DesignStatus.Abandoned, ["已放弃", "放弃", "视为放弃"], ["abandoned", "surrendered"]),
        (DesignStatus.Invalidated, ["无效", "宣告无效", "已无效", "全部无效"], ["invalidated", "invalid", "revoked"]),
        (DesignStatus.Unknown, ["未知", "不详"], ["unknown"]),
        (DesignStatus.PriorDesign, ["在先设计"], ["prior design", "priordesign", "prior"]),
    ];

    /// <summary>The word for a status that a row is read with again.</summary>
    public static Bilingual NameOf(DesignStatus status)
    {
        var (_, chinese, english) = Statuses.Single(s => s.Status == status);
        return new(chinese[0], english[0]);
    }

    public (DesignRow? Row, List<ImportProblem> Problems) Read(CsvRow row)
    {
        List<ImportProblem> problems = [];
        if (row.Fault is { } fault)
        {
            problems.Add(fault switch
            {
                CsvFault.OpenQuote => ImportProblem.At(null, "row.open-quote", Shown(row.Cells[0])),
                CsvFault.TextAfterQuote => ImportProblem.At(null, "row.text-after-quote", Shown(row.Cells[0])),
                _ => ImportProblem.At(null, "row.too-long", Shown(row.Cells[0]), $"{CsvReader.LongestLine}"),
            });
            return (null, problems);
        }
        if (row.Cells.Skip(table.Header.Count).Any(c => c.Trim().Length > 0))
            problems.Add(ImportProblem.At(null, "row.too-many-columns", Shown(string.Join(" | ", row.Cells.Skip(table.Header.Count))), $"{row.Cells.Count}", $"{table.Header.Count}"));
        var source = Text(row, ImportColumn.Source, LongestSource, problems);
        var (numbering, number) = Number(row, source ?? "", problems);
        var read = new DesignRow(
            numbering ?? "",
            number ?? "",
            Text(row, ImportColumn.Title, 100, problems) ?? "",
            Class(row, problems),
            Text(row, ImportColumn.Owner, 200, problems),
            Text(row, ImportColumn.Use, 1000, problems),
            Text(row, ImportColumn.Brief, 4000, problems),
            Day(row, ImportColumn.Filed, problems),
            Day(row, ImportColumn.Announced, problems),
            Day(row, ImportColumn.Expires, problems),
            Status(row, numbering, problems),
            source,
            table.Has(ImportColumn.Pictures) ? PictureMention.ReadAll(Cell(row, ImportColumn.Pictures), problems) : null,
            PicturesFrom(row, problems));
        if (read.Title.Length == 0)
            problems.Add(ImportProblem.At(ImportColumn.Title, "required", null));
        DaysInOrder(read, row, numbering, problems);
        // A number that could be read names the row, so that a second row of the same number is told as that, too.
        return (number is null ? null : read, problems);
    }

    private (string? Numbering, string? Number) Number(CsvRow row, string source, List<ImportProblem> problems)
    {
        var text = Cell(row, ImportColumn.Number);
        if (text.Length == 0)
        {
            problems.Add(ImportProblem.At(ImportColumn.Number, "required", null));
            return default;
        }
        if (Rounded().IsMatch(text))
        {
            problems.Add(ImportProblem.At(ImportColumn.Number, "number.rounded", text));
            return default;
        }
        var reading = PatentApplicationNumber.Read(text);
        if (source.Length > 0 && !reading.IsUsable && !LikeChinese().IsMatch(text.Normalize(NormalizationForm.FormKC).ToUpperInvariant()))
            return Publication(text, source, problems);
        if (reading.Value is not { } number)
        {
            problems.AddRange(reading.Problems.Select(p => ImportProblem.At(ImportColumn.Number, "identifier", text, p.Reason.Zh, p.Reason.En)));
            if (source.Length == 0)
                problems.Add(ImportProblem.At(ImportColumn.Source, "source.for-other-number", null));
            return default;
        }
        if (number.Kind == PatentKind.Design)
            return ("", number.PatentNumber);
        problems.Add(ImportProblem.At(ImportColumn.Number, "number.not-a-design", text));
        return default;
    }

    /// <summary>The number of another register, a catalogue, an old system: as it is written there.</summary>
    private static (string? Numbering, string? Number) Publication(string text, string source, List<ImportProblem> problems)
    {
        var number = text.Normalize(NormalizationForm.FormKC);
        if (number.Length <= LongestNumber && !number.Any(char.IsControl))
            return source.Length <= LongestSource ? (source, number) : default;
        problems.Add(ImportProblem.At(ImportColumn.Number, "number.unusable", Shown(text), $"{LongestNumber}"));
        return default;
    }

    private string? Class(CsvRow row, List<ImportProblem> problems)
    {
        if (!table.Has(ImportColumn.Class))
            return null;
        var text = Cell(row, ImportColumn.Class);
        if (text.Length == 0)
            return "";
        var match = ClassCode().Match(text.Normalize(NormalizationForm.FormKC));
        var code = match.Success ? $"{match.Groups[1].Value.PadLeft(2, '0')}-{match.Groups[2].Value.PadLeft(2, '0')}" : null;
        if (code is not null && classes.Find(code) is not null)
        {
            if (text.Contains('月', StringComparison.Ordinal))
                problems.Add(ImportProblem.Warning(ImportColumn.Class, "class.was-day", text, code));
            return code;
        }
        problems.Add(ImportProblem.At(ImportColumn.Class, "class.unknown", Shown(text), $"{classes.Edition}"));
        return "";
    }

    private string? Text(CsvRow row, ImportColumn column, int longest, List<ImportProblem> problems)
    {
        if (!table.Has(column))
            return null;
        var text = Cell(row, column);
        if (text.Length > longest)
            problems.Add(ImportProblem.At(column, "text.too-long", Shown(text), $"{text.Length}", $"{longest}"));
        return text;
    }

    private Known<DateOnly?>? Day(CsvRow row, ImportColumn column, List<ImportProblem> problems)
    {
        if (!table.Has(column))
            return null;
        var text = Cell(row, column);
        if (text.Length == 0)
            return new(null);
        var (day, isWritten) = CellDate.Read(text);
        if (day is null)
            problems.Add(ImportProblem.At(column, isWritten ? "date.impossible" : "date.unreadable", Shown(text)));
        return new(day);
    }

    private DesignStatus? Status(CsvRow row, string? numbering, List<ImportProblem> problems)
    {
        if (!table.Has(ImportColumn.Status))
            return null;
        var text = Cell(row, ImportColumn.Status);
        if (text.Length == 0)
            return DesignStatus.Unknown;
        var name = text.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        if (Statuses.FirstOrDefault(s => s.Chinese.Contains(name) || s.English.Contains(name)) is not { Chinese: not null } known)
        {
            problems.Add(ImportProblem.At(ImportColumn.Status, "status.unknown", Shown(text)));
            return DesignStatus.Unknown;
        }
        if (numbering?.Length > 0 && known.Status is not (DesignStatus.PriorDesign or DesignStatus.Unknown))
            problems.Add(ImportProblem.Warning(ImportColumn.Status, "status.elsewhere", text));
        return known.Status == DesignStatus.PriorDesign && numbering?.Length == 0 ? DesignStatus.Unknown : known.Status;
    }

    private Guid? PicturesFrom(CsvRow row, List<ImportProblem> problems)
    {
        var text = Cell(row, ImportColumn.PicturesFrom);
        if (text.Length == 0)
            return null;
        if (Guid.TryParse(text, out var id))
            return id;
        problems.Add(ImportProblem.At(ImportColumn.PicturesFrom, "pictures-from.unknown", Shown(text)));
        return null;
    }

    private void DaysInOrder(DesignRow read, CsvRow row, string? numbering, List<ImportProblem> problems)
    {
        var (filed, announced, expires) = (read.Filed?.Value, read.Announced?.Value, read.Expires?.Value);
        if (filed > today)
            problems.Add(ImportProblem.At(ImportColumn.Filed, "date.future", Cell(row, ImportColumn.Filed)));
        if (announced > today)
            problems.Add(ImportProblem.At(ImportColumn.Announced, "announced.future", Cell(row, ImportColumn.Announced)));
        if (announced < filed)
            problems.Add(ImportProblem.At(ImportColumn.Announced, "announced.before-filed", Cell(row, ImportColumn.Announced), Cell(row, ImportColumn.Filed)));
        if (numbering?.Length == 0 && announced is null)
            problems.Add(ImportProblem.Warning(ImportColumn.Announced, "announced.unknown", null));
        if (expires <= (announced ?? filed))
            problems.Add(ImportProblem.At(ImportColumn.Expires, "expires.before", Cell(row, ImportColumn.Expires)));
        // A term is counted from a day that has come alone: fifteen years after the last day of the calendar there is none.
        if (numbering?.Length == 0 && filed is { } from && from <= today && DesignTerm.ExpiryOf(from) is var last && expires > last)
            problems.Add(ImportProblem.At(ImportColumn.Expires, "expires.too-late", Cell(row, ImportColumn.Expires), $"{last:yyyy-MM-dd}"));
    }

    private string Cell(CsvRow row, ImportColumn column) => table.Cell(row.Cells, column);

    private static string Shown(string text) => text.Length <= 80 ? text : $"{text[..80]}…";

    /// <summary>What is written like a Chinese patent number is one, and is held to its check sign.</summary>
    [GeneratedRegex(@"^\s*(?:ZL.*|(?:CN)?\s*(?:19|20)\d{2}[12389]\d{7}\.?[\dX]|(?:CN)?\s*[89]\d[12389]\d{5}\.[\dX])\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex LikeChinese();

    /// <summary>What a spreadsheet makes of a long number: the rest of its digits is lost.</summary>
    [GeneratedRegex(@"^[0-9](?:\.[0-9]+)?E\+[0-9]+$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Rounded();

    /// <summary>Excel in China takes 09-03 for a day and saves 9月3日: month and day are the two halves of the class.</summary>
    [GeneratedRegex(@"^(?:LOC\s*\(\d+\)\s*)?(?:Cl\.?\s*)?(\d{1,2})\s*[-/.]\s*(\d{1,2})$|^(?<1>\d{2})(?<2>\d{2})$|^(?<1>\d{1,2})月(?<2>\d{1,2})日$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ClassCode();
}

using System.Text;
using IpCenter.Casework.Imports;

namespace IpCenter.Casework.Tests.Imports;

/// <summary>What is told of a table before a row of it is read.</summary>
public sealed class TableFileTests : IDisposable
{
    private const string Table = "专利号;产品名称;来源\r\nZL202430112233.5;木质首饰盒;公报\r\n";

    private readonly string _file = Path.GetTempFileName();

    public static TheoryData<string, string> Encodings => new()
    {
        { "utf-8", "UTF-8" }, { "utf-8-mark", "UTF-8" }, { "gb18030", "GB18030" }, { "utf-16", "UTF-16" },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void The_encoding_is_told_and_the_text_read_rightly(string written, string told)
    {
        Encoding encoding = written switch
        {
            "utf-8" => new UTF8Encoding(false),
            "utf-8-mark" => new UTF8Encoding(true),
            "utf-16" => Encoding.Unicode,
            _ => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!,
        };
        File.WriteAllBytes(_file, [.. encoding.GetPreamble(), .. encoding.GetBytes(Table)]);

        var table = ImportTable.Inspect(_file).Value;

        Assert.Equal((told, ';', 1), (table.Encoding, table.Separator, table.Rows));
        Assert.Equal("木质首饰盒", table.Cell(table.ReadRows(_file).Single().Cells, ImportColumn.Title));
    }

    [Theory]
    [InlineData("number,title\n1,2\n", ',')]
    [InlineData("number;title\n1;2,3,4\n", ';')]
    [InlineData("number\ttitle\n1\t2;3,4\n", '\t')]
    [InlineData("\"a,b;c\"\t\"number\"\ttitle\n1\t2\t3", '\t')]
    public void The_separator_is_the_one_of_the_heading(string text, char separator) => Assert.Equal(separator, Inspect(text).Value.Separator);

    [Fact]
    public void Columns_are_known_by_either_language_in_any_order_and_others_are_named()
    {
        var table = Inspect("\n图片,Owner, 产品名称 ,备注,Patent_Number\na.png,B,C,D,E\n").Value;

        var cells = table.ReadRows(_file).Single().Cells;
        Assert.Equal(["E", "C", "B", "a.png", ""], new[] { ImportColumn.Number, ImportColumn.Title, ImportColumn.Owner, ImportColumn.Pictures, ImportColumn.Class }.Select(c => table.Cell(cells, c)));
        Assert.Equal(["备注"], table.UnknownHeadings);
    }

    [Theory]
    [InlineData("", "import.table.empty")]
    [InlineData("\r\n\r\n", "import.table.empty")]
    [InlineData("number,title\r\n\r\n", "import.table.no-rows")]
    [InlineData("hello,world\r\n1,2", "import.table.no-header hello, world")]
    [InlineData("owner,class\r\n1,2", "import.table.column-missing 专利号 number|import.table.column-missing 产品名称 title")]
    [InlineData("number,专利号,title\r\n1,2,3", "import.table.column-twice number、专利号 专利号 number")]
    [InlineData("number,\"title\r\n1,2", "import.table.header-quotes 1")]
    [InlineData("PK\u0003\u0004workbook", "import.table.is-workbook")]
    [InlineData("%PDF-1.7", "import.table.no-csv")]
    [InlineData("number,title\0\r\n", "import.table.no-csv")]
    public void What_is_no_table_of_designs_is_refused_with_every_reason(string text, string refusals) =>
        Assert.Equal(refusals.Split('|'), Inspect(text).Violations.Select(v => string.Join(' ', [v.Code, .. v.Arguments])));

    [Fact]
    public void Bytes_of_no_known_encoding_are_refused_and_not_guessed()
    {
        File.WriteAllBytes(_file, [.. "number,title\n1,"u8, 0xFF, 0xFF, 0x20]);
        Assert.Equal("import.table.encoding", ImportTable.Inspect(_file).Violations.Single().Code);
    }

    [Fact]
    public void A_file_of_one_endless_line_is_no_table() =>
        Assert.Equal("import.table.no-header", Inspect(string.Concat("{\"designs\":[", new string('7', 2 * CsvReader.LongestLine))).Violations.Single().Code);

    [Theory]
    [InlineData("utf-8", '\uFFFE')]
    [InlineData("utf-16", '\uFFFE')]
    [InlineData("utf-16", '\0')]
    [InlineData("utf-16", '\uD800')]
    [InlineData("utf-16BE", '\uD800')]
    public void Signs_that_stand_in_no_text_are_refused_before_a_row_is_read(string encoding, char sign)
    {
        var bytes = Encoding.GetEncoding(encoding).GetBytes($"number,title\n1,x{(char.IsSurrogate(sign) ? 'x' : sign)}x\n");
        if (char.IsSurrogate(sign))
            bytes[^(encoding == "utf-16" ? 5 : 6)] = 0xD8;
        File.WriteAllBytes(_file, [.. Encoding.GetEncoding(encoding).GetPreamble(), .. bytes]);

        Assert.Equal("import.table.encoding", ImportTable.Inspect(_file).Violations.Single().Code);
    }

    public void Dispose() => File.Delete(_file);

    private Results.Result<ImportTable> Inspect(string text)
    {
        File.WriteAllText(_file, text);
        return ImportTable.Inspect(_file);
    }
}

using FsCheck;
using FsCheck.Fluent;

namespace IpCenter.Casework.Tests.Imports;

public sealed class CsvReaderTests
{
    [Fact]
    public void Quoted_cells_hold_separators_quotation_marks_and_line_breaks_and_rows_know_their_line() => Assert.Equal(
        ["1: a|b", "2: x\r\ny|\"q\"", "4: ", "5: ü;1|", "6: end|last"],
        Rows("a,b\r\n\"x\r\ny\",\"\"\"q\"\"\"\r\n\r\nü;1,\nend,last"));

    [Fact]
    public void A_mark_that_is_never_closed_costs_its_own_row_alone() => Assert.Equal(
        ["1: a|b", "2! OpenQuote 1,\"open", "3: 2|c", "4: 3|d"], Rows("a,b\n1,\"open\n2,c\n3,d"));

    [Fact]
    public void A_mark_that_the_next_row_closes_costs_one_row() => Assert.Equal(
        ["1! TextAfterQuote 1,\"open", "2: 2|quoted", "3: 3|d"], Rows("1,\"open\n2,\"quoted\"\n3,d"));

    [Fact]
    public void Text_after_a_closing_mark_costs_that_line() => Assert.Equal(
        ["1! TextAfterQuote 1,\"a\"b,c", "2: 2|x|y"], Rows("1,\"a\"b,c\r\n2,x,y\r\n"));

    [Theory]
    [InlineData('x')]
    [InlineData(',')]
    [InlineData(';')]
    public void A_line_without_end_costs_itself_and_no_memory_for_its_rest(char sign)
    {
        var reader = new CsvReader(new StringReader($"a,b\n1,{new string(sign, 3 * CsvReader.LongestLine)}\n2,c"), ',');

        Assert.Equal(["a", "b"], reader.Read()!.Cells);
        var endless = reader.Read()!;
        Assert.Equal((2, CsvFault.TooLong, true), (endless.Line, endless.Fault, endless.Cells.Single().Length <= CsvReader.LongestRow));
        Assert.Equal((3, "c"), (reader.Read() is { } last ? (last.Line, last.Cells[1]) : default));
        Assert.Null(reader.Read());
    }

    [Fact]
    public void Whatever_is_written_is_read_again()
    {
        var cells = Gen.ArrayOf(Gen.OneOf(ArbMap.Default.GeneratorFor<NonNull<string>>().Select(s => s.Get), Gen.Elements("a,b", "\"", "\r\n", "=1", "'", "'=1", "；", "中文\t"))).Where(c => c.Length > 1);
        Prop.ForAll(Arb.From(cells), row =>
        {
            var read = new CsvReader(new StringReader(string.Join(',', row.Select(CsvText.Cell)) + "\r\n"), ',').Read()!;
            // An apostrophe before a formula is the writer's own mark.
            return read.Fault is null && read.Cells.Select(CsvText.Text).SequenceEqual(row.Select(CsvText.Text));
        }).QuickCheckThrowOnFailure();
    }

    private static List<string> Rows(string text)
    {
        var reader = new CsvReader(new StringReader(text), ',');
        List<string> rows = [];
        while (reader.Read() is { } row)
            rows.Add(row.Fault is { } fault ? $"{row.Line}! {fault} {row.Cells[0]}" : $"{row.Line}: {string.Join('|', row.Cells)}");
        return rows;
    }
}

using System.Text;

namespace IpCenter.Casework.Tests;

public sealed class CsvTextTests
{
    [Theory]
    [InlineData("大集汉服", "大集汉服")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"no\"", "\"say \"\"no\"\"\"")]
    [InlineData("=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\"")]
    [InlineData("@account", "'@account")]
    [InlineData(null, "")]
    public void A_cell_says_what_was_typed_and_is_never_a_formula(string? text, string cell) => Assert.Equal(cell, CsvText.Cell(text));

    [Fact]
    public void A_file_opens_in_Chinese_and_its_numbers_stay_numbers()
    {
        var file = CsvText.File([["品名", "数量"], ["木凳, 高", -3], ["-3", null]]);

        Assert.Equal(Encoding.UTF8.GetPreamble(), file[..3]);
        Assert.Equal("品名,数量\r\n\"木凳, 高\",-3\r\n'-3,\r\n", Encoding.UTF8.GetString(file[3..]));
    }
}

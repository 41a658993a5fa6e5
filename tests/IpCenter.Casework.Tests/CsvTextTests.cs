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
}

using IpCenter.Casework.Identifiers;

namespace IpCenter.Casework.Tests.Identifiers;

public sealed class PatentApplicationNumberTests
{
    [Theory]
    [InlineData("201710601862.3", PatentKind.Invention, 2017)]
    [InlineData("95115608.X", PatentKind.Invention, 1995)]
    [InlineData("202430123456.1", PatentKind.Design, 2024)]
    [InlineData("202530000001.5", PatentKind.Design, 2025)]
    [InlineData("202630765432.5", PatentKind.Design, 2026)]
    [InlineData("202530111119.5", PatentKind.Design, 2025)]
    [InlineData("202630000017.0", PatentKind.Design, 2026)]
    [InlineData("202530204680.8", PatentKind.Design, 2025)]
    public void A_right_number_is_read_with_its_parts(string text, PatentKind kind, int year)
    {
        var reading = PatentApplicationNumber.Read(text);

        Assert.Empty(reading.Problems);
        Assert.Equal((text, kind, year), (reading.Value!.Normalised, reading.Value.Kind, reading.Value.Year));
    }

    [Fact]
    public void A_wrong_check_sign_blocks_and_the_right_one_is_told()
    {
        var problem = Assert.Single(PatentApplicationNumber.Read("202430123456.7").Problems);

        Assert.Equal(13, problem.Position);
        Assert.Contains("“1”", problem.Reason.Zh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ZL202430123456.1")]
    [InlineData("ZL 2024 3 0123456.1")]
    [InlineData("zl2024301234561")]
    [InlineData("CN202430123456.1")]
    [InlineData("２０２４３０１２３４５６．１")]
    public void Every_way_of_writing_leads_to_one_form(string text) =>
        Assert.Equal("202430123456.1", PatentApplicationNumber.Read(text).Value!.Normalised);

    [Fact]
    public void A_granted_number_is_known_by_its_prefix()
    {
        var number = PatentApplicationNumber.Read("ZL202430123456.1").Value!;

        Assert.True(number.WasPatentNumber);
        Assert.Equal("ZL202430123456.1", number.PatentNumber);
        Assert.False(PatentApplicationNumber.Read("202430123456.1").Value!.WasPatentNumber);
    }

    [Fact]
    public void A_small_x_is_the_check_sign_ten() => Assert.Equal('X', PatentApplicationNumber.Read("95115608x").Value!.Check);

    [Fact]
    public void A_number_without_check_sign_is_told_which_one_it_lacks() =>
        Assert.Contains("202430123456.1", PatentApplicationNumber.Read("202430123456").Problems.Single().Reason.Zh, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("ZL")]
    [InlineData("12345")]
    [InlineData("2024X0123456.1")]
    [InlineData("2024.301234561")]
    [InlineData("202440123456.5")]
    [InlineData("200130123456.1")]
    [InlineData("202430123456.1.1")]
    public void What_cannot_be_a_number_is_blocked(string? text) => Assert.False(PatentApplicationNumber.Read(text).IsUsable);

    [Fact]
    public void The_same_number_is_equal_however_it_was_typed() =>
        Assert.Equal(PatentApplicationNumber.Read("202430123456.1").Value, PatentApplicationNumber.Read("2024 3012 3456 1").Value);
}

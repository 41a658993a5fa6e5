using IpCenter.Casework.Identifiers;

namespace IpCenter.Casework.Tests.Identifiers;

public sealed class ResidentIdentityNumberTests
{
    [Fact]
    public void A_right_number_is_read_and_never_printed_whole()
    {
        var number = ResidentIdentityNumber.Read("11010519491231002x").Value!;

        Assert.Equal("110105", number.Adcode);
        Assert.Equal(new DateOnly(1949, 12, 31), number.BirthDate);
        Assert.Equal("110*************2X", number.ToString());
        Assert.Equal("110*************2X", $"{ResidentIdentityNumber.Read("11010519491231002x")}");
        Assert.DoesNotContain("1949", $"{ResidentIdentityNumber.Read("110105194912310020")}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("110105194912310020", 18)]
    [InlineData("110105194913310021", 7)]
    [InlineData("1101051949123100X2", 17)]
    public void A_mistake_is_told_with_its_place(string text, int position) =>
        Assert.Contains(position, ResidentIdentityNumber.Read(text).Problems.Select(problem => problem.Position ?? 0));

    [Theory]
    [InlineData(null)]
    [InlineData("110105491231002")]
    public void A_wrong_length_is_blocked(string? text) => Assert.False(ResidentIdentityNumber.Read(text).IsUsable);
}

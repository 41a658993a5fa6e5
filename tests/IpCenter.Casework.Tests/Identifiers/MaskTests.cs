using IpCenter.Casework.Identifiers;

namespace IpCenter.Casework.Tests.Identifiers;

public sealed class MaskTests
{
    [Theory]
    [InlineData("13812345678", "138****5678")]
    [InlineData("12345", "*****")]
    public void A_phone_number_keeps_its_ends(string phone, string masked) => Assert.Equal(masked, Mask.Phone(phone));

    [Theory]
    [InlineData("", "")]
    [InlineData("张", "*")]
    [InlineData("张三", "张*")]
    [InlineData("欧阳小明", "欧阳**")]
    public void A_name_keeps_the_family_name(string name, string masked) => Assert.Equal(masked, Mask.PersonName(name));

    [Fact]
    public void A_credit_code_keeps_place_and_check() =>
        Assert.Equal("91371721********HN", Mask.UnifiedSocialCreditCode("91371721AY4CL12THN"));
}

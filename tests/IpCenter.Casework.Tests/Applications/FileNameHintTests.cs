using IpCenter.Casework.Applications.Proposals;
using IpCenter.Casework.Formalities.Views;

namespace IpCenter.Casework.Tests.Applications;

public sealed class FileNameHintTests
{
    [Theory]
    [InlineData("主视图.jpg", ViewKind.Front)]
    [InlineData("马面裙-左视图2.JPG", ViewKind.Left)]
    [InlineData("正面.png", ViewKind.Front)]
    [InlineData("front.jpg", ViewKind.Front)]
    [InlineData("skirt_left_2.JPG", ViewKind.Left)]
    [InlineData("DressBack.png", ViewKind.Back)]
    [InlineData("立体图1.jpg", ViewKind.Perspective)]
    [InlineData("使用状态参考图.jpg", ViewKind.UseReference)]
    [InlineData("IMG_20261101_093000.jpg", null)]
    [InlineData("微信图片_20261101.jpg", null)]
    [InlineData("front-back.jpg", null)]
    [InlineData("topping.jpg", null)]
    [InlineData("", null)]
    public void A_name_says_the_view_or_nothing(string name, ViewKind? view) => Assert.Equal(view, FileNameHint.Of(name));
}

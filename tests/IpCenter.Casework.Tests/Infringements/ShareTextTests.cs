using IpCenter.Casework.Infringements;
using IpCenter.Casework.Tests.ReferenceData;

namespace IpCenter.Casework.Tests.Infringements;

public sealed class ShareTextTests
{
    [Theory]
    [InlineData(
        "3:/ 【大集汉服源头厂】正在直播，来和我一起支持Ta吧。复制下方链接，打开【抖音】，直接观看直播！ https://v.douyin.com/iRNBho5k/",
        "douyin", "https://v.douyin.com/iRNBho5k", "大集汉服源头厂")]
    [InlineData(
        "【淘宝】https://m.tb.cn/h.5Q2xYz?tk=abc CZ3457 「儿童演出服 汉服套装」点击链接直接打开 或者 淘宝搜索直接打开",
        "taobao", "https://m.tb.cn/h.5Q2xYz?tk=abc", null)]
    [InlineData("https://mobile.yangkeduo.com/goods.html?goods_id=123456789", "pinduoduo", "https://mobile.yangkeduo.com/goods.html?goods_id=123456789", null)]
    [InlineData("https://v.kuaishou.com/abc123 曹县小李 正在直播 点击链接，打开【快手】直接观看！", "kuaishou", "https://v.kuaishou.com/abc123", "曹县小李")]
    [InlineData("72 桐木手作发布了一篇小红书笔记，快来看吧！ http://xhslink.com/a/bC1dE2，复制本条信息，打开【小红书】App查看精彩内容！", "xiaohongshu", "http://xhslink.com/a/bC1dE2", "桐木手作")]
    [InlineData("https://item.jd.com/100012043978.html", "jd", "https://item.jd.com/100012043978.html", null)]
    [InlineData("抖音 房间号：80017709309 主播：大集汉服", "douyin", "80017709309", "大集汉服")]
    public void What_an_app_shares_is_recognised(string text, string? platform, string? place, string? account)
    {
        var share = ShareText.Read(text, Reference.Library.Platforms);

        Assert.Equal(new ShareText(platform, place, account), share);
    }

    [Theory]
    [InlineData("https://evil.example/?x=douyin.com")]
    [InlineData("https://notdouyin.com/live/1")]
    public void A_foreign_host_that_contains_a_platforms_name_is_not_the_platform(string text) =>
        Assert.Null(ShareText.Read(text, Reference.Library.Platforms).Platform);

    [Fact]
    public void What_a_text_does_not_say_stays_open() =>
        Assert.Equal(new ShareText(null, null, null), ShareText.Read("在直播间看到的，很像我家的", Reference.Library.Platforms));

    [Fact]
    public void A_script_address_is_no_link() =>
        Assert.Null(ShareText.Read("javascript:alert(1)", Reference.Library.Platforms).LinkOrRoom);

    [Fact]
    public void An_endless_text_is_read_to_its_first_characters_only() =>
        Assert.Null(ShareText.Read(new string('去', ShareText.MaxLength) + " https://v.douyin.com/late/", Reference.Library.Platforms).LinkOrRoom);
}

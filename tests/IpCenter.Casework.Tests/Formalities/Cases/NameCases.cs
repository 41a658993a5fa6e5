using static IpCenter.Casework.Tests.Formalities.Cases.FormalityCase;

namespace IpCenter.Casework.Tests.Formalities.Cases;

internal static class NameCases
{
    public static IEnumerable<FormalityCase> All =>
    [
        Of("NAME-01", "missing", "第十九条第（一）项", facts => facts with { ProductName = "" }),
        Of("NAME-01", "differ", "第三十一条第一款", facts => facts with { ProductName = "百褶裙" },
            right: facts => facts with { ProductName = "马面裙 " }),
        Name("too-long", "绣有牡丹凤凰祥云海水江崖纹样的两片式马面裙裙", "绣有牡丹纹样的马面裙"),
        Name("vague", "用品", "宠物用品架"),
        Name("wear-kind", "汉服", "汉服披风"),
        Name("effect", "多功能猫抓板", "猫抓板"),
        Name("material", "实木屏风", "屏风"),
        Name("size", "大号团扇", "团扇"),
        Name("size", "21英寸相框", "相框"),
        Name("suffix", "团扇的外观设计", "团扇"),
        Name("mark", "SX-200猫抓板", "LED灯"),
        Name("mark", "云锦®马面裙", "T恤"),
        Of("NAME-03", "part-missing", "4.4.1", facts => facts.WithNames("连衣裙领部"), Sample.Partial),
        Of("NAME-04", "words-missing", "4.5.1", facts => facts.WithNames("手机的移动支付界面"), Sample.Interface),
        Of("NAME-04", "too-general", "4.5.1", facts => facts.WithNames("软件图形用户界面"), Sample.Interface),
    ];

    private static FormalityCase Name(string defect, string wrong, string right) =>
        Of("NAME-02", defect, "4.1.1", facts => facts.WithNames(wrong), right: facts => facts.WithNames(right));
}

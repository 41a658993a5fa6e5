using FsCheck.Fluent;
using IpCenter.Casework.Classes;
using IpCenter.Casework.Tests.ReferenceData;

namespace IpCenter.Casework.Tests.Classes;

public sealed class ClassSuggesterTests
{
    private static readonly ClassSuggester Suggester = Reference.Library.ClassSuggester;

    [Theory]
    [InlineData("马面裙", "02-02")]
    [InlineData("汉服（明制立领衫）", "02-02")]
    [InlineData("儿童舞蹈演出服", "02-02")]
    [InlineData("戏服", "02-02")]
    [InlineData("披帛", "02-05")]
    [InlineData("发冠", "02-03")]
    [InlineData("步摇", "11-01")]
    [InlineData("发夹", "28-03")]
    [InlineData("团扇", "03-04")]
    [InlineData("折扇", "03-04")]
    [InlineData("马面裙面料", "05-05")]
    [InlineData("绣片", "05-03")]
    [InlineData("马面裙绣片", "05-03")]
    [InlineData("木制摆件", "11-02")]
    [InlineData("木马", "21-01")]
    [InlineData("积木", "21-01")]
    [InlineData("木盒", "09-03")]
    [InlineData("猫抓球", "30-12")]
    [InlineData("实木猫爬架", "30-06")]
    [InlineData("宠物窝", "30-06")]
    [InlineData("木质折叠餐桌", "06-03")]
    [InlineData("桐木衣柜", "06-04")]
    [InlineData("宠物汉服", "30-01")]
    [InlineData("Hanfu costumes for children", "02-02")]
    [InlineData("ＴＯＹ", "21-01")]
    [InlineData("mamianqun", "02-02")]
    public void Goods_of_the_county_lead_to_their_subclass(string words, string code) =>
        Assert.Equal(code, Suggester.Suggest(words)[0].Subclass.Code);

    [Fact]
    public void The_words_that_led_to_a_subclass_are_told()
    {
        var suggestions = Suggester.Suggest("马面裙，配披帛和腰带");

        Assert.Equal(["02-02", "02-05", "02-07"], suggestions.Select(suggestion => suggestion.Subclass.Code).Order());
        Assert.Equal(["马面裙"], suggestions[0].Words);
    }

    [Fact]
    public void A_jewellery_hairpin_comes_with_the_hint_to_look_at_hair_clips() =>
        Assert.Contains("28-03", Suggester.Suggest("发簪")[0].Hint!.Zh, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("量子计算")]
    [InlineData("capable hatred")]
    public void Nothing_known_suggests_nothing(string words) => Assert.Empty(Suggester.Suggest(words));

    [Fact]
    public void Any_text_is_answered_with_known_subclasses_in_falling_order() => Repeated.Holds(
        Gen.Elements("马面裙", "面料", "，", "木", "盒", "toy", " ", "发簪", "首饰盒", "é", "\U00020000").ListOf().Select(parts => string.Concat(parts)),
        text =>
        {
            var suggestions = Suggester.Suggest(text, most: 100);
            return suggestions.Zip(suggestions.Skip(1)).All(pair => pair.First.Score >= pair.Second.Score)
                && suggestions.All(suggestion => suggestion.Words.Count > 0 && suggestion.Score > 0);
        });
}

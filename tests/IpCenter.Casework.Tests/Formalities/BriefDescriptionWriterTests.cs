using IpCenter.Casework.Formalities;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.Formalities.Views;

namespace IpCenter.Casework.Tests.Formalities;

public sealed class BriefDescriptionWriterTests
{
    [Fact]
    public void What_was_said_of_a_design_or_a_face_that_is_not_filed_is_not_written()
    {
        var facts = Sample.Good.WithBrief(brief => brief with
        {
            OmittedViews =
            [
                new(ViewKind.Left, OmissionReason.Symmetric, ViewKind.Right, Design: 7),
                new(ViewKind.Bottom, OmissionReason.NoDesignPoint),
            ],
        });

        Assert.Contains("仰视图无设计要点", BriefDescriptionWriter.Write(facts).Zh, StringComparison.Ordinal);
        Assert.DoesNotContain("左视图", BriefDescriptionWriter.Write(facts).Zh, StringComparison.Ordinal);
        Assert.DoesNotContain("省略", BriefDescriptionWriter.Write(facts with { Shape = ProductShape.Flat }).Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Guided_answers_become_numbered_sentences_in_the_customary_wording()
    {
        var facts = Sample.Good
            .Omitting(new OmittedView(ViewKind.Bottom, OmissionReason.NotVisibleInUse))
            .Omitting(new OmittedView(ViewKind.Right, OmissionReason.Symmetric, ViewKind.Left))
            .WithBrief(brief => brief with { ColourClaimed = true, Use = "用于穿着。" });

        var text = BriefDescriptionWriter.Write(facts);

        Assert.Equal(
            """
            1. 本外观设计产品的名称：马面裙。
            2. 本外观设计产品的用途：用于穿着。
            3. 本外观设计产品的设计要点：裙门与裙摆的图案。
            4. 最能表明设计要点的图片或照片：立体图。
            5. 右视图与左视图对称，省略右视图。
            6. 仰视图为使用时不容易看到或看不到的面，省略仰视图。
            7. 请求保护的外观设计包含色彩。
            """.ReplaceLineEndings("\n"), text.Zh);
        Assert.Contains("5. The right view is omitted: symmetric to the left view.", text.En, StringComparison.Ordinal);
        Assert.Equal(7, text.En.Split('\n').Length);
    }

    [Fact]
    public void Views_left_out_for_one_reason_share_a_sentence()
    {
        var facts = Sample.Good
            .Omitting(new OmittedView(ViewKind.Top, OmissionReason.NoDesignPoint))
            .Omitting(new OmittedView(ViewKind.Back, OmissionReason.NoDesignPoint));

        Assert.Contains("后视图、俯视图无设计要点，省略后视图、俯视图。", Zh(facts));
    }

    [Fact]
    public void Similar_designs_name_the_basic_one_and_an_omission_of_one_design_says_which() =>
        Assert.Superset(
            new HashSet<string>(["指定设计1为基本设计。", "设计2的仰视图无设计要点，省略设计2的仰视图。"]),
            Zh(Sample.Similar.Omitting(new OmittedView(ViewKind.Bottom, OmissionReason.NoDesignPoint, Design: 2))).ToHashSet());

    [Fact]
    public void An_omission_of_a_piece_of_a_set_bears_the_name_that_its_views_bear() =>
        Assert.Contains("套件2的仰视图无设计要点，省略套件2的仰视图。", Zh(Sample.Set.Omitting(new OmittedView(ViewKind.Bottom, OmissionReason.NoDesignPoint, Design: 2))));

    [Fact]
    public void An_omission_of_a_single_design_bears_no_number() =>
        Assert.Contains("仰视图无设计要点，省略仰视图。", Zh(Sample.Good.Omitting(new OmittedView(ViewKind.Bottom, OmissionReason.NoDesignPoint, Design: 1))));

    [Fact]
    public void A_partial_design_says_what_is_protected_and_how_it_is_shown() =>
        Assert.Superset(
            new HashSet<string>(["本外观设计为局部外观设计，请求保护的局部为领部。", "图中单色半透明层覆盖的部分为不请求保护的部分。"]),
            Zh(Sample.Partial).ToHashSet());

    [Fact]
    public void Fabric_transparency_and_slender_goods_are_mentioned()
    {
        var facts = Sample.Good.WithBrief(brief => brief with { EndlessPattern = EndlessPattern.FourWay, TransparentParts = "外层面料", ShortenedLength = "腰带" });

        Assert.Superset(
            new HashSet<string>(["单元图案四方连续而无限定边界。", "外层面料为透明材料。", "产品为细长物品，腰带的长度采用省略画法。"]),
            Zh(facts).ToHashSet());
    }

    [Fact]
    public void A_missing_answer_leaves_its_sentence_out_and_the_numbers_stay_whole()
    {
        var text = BriefDescriptionWriter.Write(Sample.Good.WithBrief(brief => brief with { Use = "" }));

        Assert.StartsWith("1. 本外观设计产品的名称：马面裙。\n2. 本外观设计产品的设计要点", text.Zh, StringComparison.Ordinal);
        Assert.Equal("", BriefDescriptionWriter.Write(new ApplicationFacts()).Zh);
    }

    [Fact]
    public void The_text_that_it_writes_passes_the_check_of_wording()
    {
        var facts = Sample.Good.WithBrief(brief => brief with { ColourClaimed = true });

        var remarks = FormalityChecker.Check(facts.WithBrief(brief => brief with { Text = BriefDescriptionWriter.Write(facts).Zh }), Catalogue.Rules);

        Assert.DoesNotContain(remarks, remark => remark.RuleId is "BRIEF-04" or "BRIEF-07" or "DOC-02");
    }

    private static IEnumerable<string> Zh(ApplicationFacts facts) => BriefDescriptionWriter.Sentences(facts).Select(sentence => sentence.Zh);
}

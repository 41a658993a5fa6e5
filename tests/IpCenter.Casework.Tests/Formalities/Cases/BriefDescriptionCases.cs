using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.Formalities.Views;
using static IpCenter.Casework.Tests.Formalities.Cases.FormalityCase;

namespace IpCenter.Casework.Tests.Formalities.Cases;

internal static class BriefDescriptionCases
{
    private const string Art31 = "第三十一条第一款";

    public static IEnumerable<FormalityCase> All =>
    [
        Of("BRIEF-01", "name-missing", Art31, facts => facts.WithBrief(brief => brief with { ProductName = "" })),
        Of("BRIEF-01", "use-missing", Art31, facts => facts.WithBrief(brief => brief with { Use = "  " })),
        Of("BRIEF-01", "design-points-missing", Art31, facts => facts.WithBrief(brief => brief with { DesignPoints = "" })),
        Of("BRIEF-01", "view-missing", Art31, facts => facts.WithBrief(brief => brief with { DesignatedView = "" })),
        Of("BRIEF-02", "not-submitted", Art31, facts => facts.WithBrief(brief => brief with { DesignatedView = "立体图2" }),
            right: facts => facts.WithBrief(brief => brief with { DesignatedView = "正视图" })),
        Of("BRIEF-03", "not-stated", Art31, facts => facts.Without(ViewKind.Bottom),
            right: facts => facts.Without(ViewKind.Bottom).Omitting(new OmittedView(ViewKind.Bottom, OmissionReason.NotVisibleInUse))),
        Of("BRIEF-03", "reason-missing", Art31, facts => facts.Without(ViewKind.Bottom).Omitting(new OmittedView(ViewKind.Bottom, OmissionReason.Unanswered)),
            right: facts => facts.Without(ViewKind.Bottom).Omitting(new OmittedView(ViewKind.Bottom, OmissionReason.NoDesignPoint))),
        Of("BRIEF-03", "counterpart-missing", Art31, facts => facts.Without(ViewKind.Right).Omitting(new OmittedView(ViewKind.Right, OmissionReason.Symmetric)),
            right: facts => facts.Without(ViewKind.Right).Omitting(new OmittedView(ViewKind.Right, OmissionReason.Symmetric, ViewKind.Left))),
        Of("BRIEF-03", "submitted-anyway", Art31, facts => facts.Omitting(new OmittedView(ViewKind.Bottom, OmissionReason.NotVisibleInUse))),
        Of("BRIEF-04", "gray-view", "第三十条第三款", facts => facts.WithBrief(brief => brief with { ColourClaimed = true }).WithView(ViewKind.Front, view => view with { ColourModel = ColourModel.Gray }),
            right: facts => facts.WithView(ViewKind.Front, view => view with { ColourModel = ColourModel.Gray })),
        Of("BRIEF-04", "colourless-view", "第三十条第三款", facts => facts.WithBrief(brief => brief with { ColourClaimed = true }).WithView(ViewKind.Front, view => view with { IsGray = true }),
            right: facts => facts.WithBrief(brief => brief with { ColourClaimed = true })),
        Of("BRIEF-04", "not-stated", Art31, facts => facts.WithBrief(brief => brief with { ColourClaimed = true, Text = "1. 名称：马面裙。" }),
            right: facts => facts.WithBrief(brief => brief with { ColourClaimed = true, Text = "1. 名称：马面裙。2. 请求保护色彩。" })),
        Of("BRIEF-05", "missing", "第三十一条第二款", facts => facts.WithBrief(brief => brief with { BasicDesigns = [] }), Sample.Similar),
        Of("BRIEF-05", "several", "第三十一条第二款", facts => facts.WithBrief(brief => brief with { BasicDesigns = [2, 1] }), Sample.Similar),
        Of("BRIEF-05", "unknown", "第三十一条第二款", facts => facts.WithBrief(brief => brief with { BasicDesigns = [3] }), Sample.Similar),
        Of("BRIEF-06", "missing", "第三十一条第三款", facts => facts.WithBrief(brief => brief with { ProtectedPart = "" }), Sample.Partial,
            facts => facts.WithBrief(brief => brief with { ProtectedPart = "" }) with { PartialMarking = PartialMarking.SolidAndDashedLines }),
        Of("BRIEF-07", "promotion", "第三十一条第四款", facts => facts.WithBrief(brief => brief with { DesignPoints = "全网热销的裙摆图案" })),
        Of("BRIEF-07", "performance", "第三十一条第四款", facts => facts.WithBrief(brief => brief with { Use = "用于穿着，保暖透气" })),
        Of("BRIEF-07", "inner-structure", "第三十一条第四款", facts => facts.WithBrief(brief => brief with { DesignPoints = "内部结构及形状" })),
        Of("BRIEF-09", "pattern-unanswered", "4.3", facts => facts with { LocarnoClass = "05-05" },
            right: facts => facts.WithBrief(brief => brief with { EndlessPattern = EndlessPattern.FourWay }) with { LocarnoClass = "05-05" }),
    ];
}

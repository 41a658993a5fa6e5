using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.Formalities.Views;
using IpCenter.Imaging;
using static IpCenter.Casework.Tests.Formalities.Cases.FormalityCase;

namespace IpCenter.Casework.Tests.Formalities.Cases;

/// <summary>Partial designs and graphical user interfaces.</summary>
internal static class SpecialDesignCases
{
    private static readonly DrawnLines Plain = new(0, 0, 0, 0, 0);

    public static IEnumerable<FormalityCase> All => [.. Partial, .. Interface];

    private static IEnumerable<FormalityCase> Partial =>
    [
        Of("NAME-03", "part-differs", "4.4.1", facts => facts.WithBrief(brief => brief with { ProtectedPart = "袖口" }), Sample.Partial,
            facts => facts.WithBrief(brief => brief with { ProtectedPart = "衣领" })),
        // 部 alone is shared by every part.
        Of("NAME-03", "part-differs", "4.4.1", facts => facts.WithBrief(brief => brief with { ProtectedPart = "腰部" }), Sample.Partial),
        Of("BRIEF-06", "use-missing", "第三十一条第三款", facts => facts.WithBrief(brief => brief with { PartUse = " " }), Sample.Partial),
        Of("VIEW-09", "whole-missing", "第三十条第二款", Components, Sample.Partial),
        Of("VIEW-09", "photograph", "4.4.2", facts => Drawn(facts, Depiction.Photograph, Plain), Sample.Partial, facts => Drawn(facts, Depiction.LineDrawing, Plain with { DashedShare = 0.2 })),
        Of("VIEW-09", "no-dashes", "4.4.2", facts => Drawn(facts, Depiction.LineDrawing, Plain), Sample.Partial, facts => Drawn(facts, Depiction.LineDrawing, Plain with { DashDotChains = 1 })),
        // What is as likely something else is not held to it.
        Of("VIEW-09", "photograph", "4.4.2", facts => Drawn(facts, Depiction.Photograph, Plain), Sample.Partial, facts => Drawn(facts, Depiction.Photograph, Plain, 0.5)),
    ];

    private static IEnumerable<FormalityCase> Interface =>
    [
        Of("NAME-04", "product-missing", "4.5.1", facts => facts.WithBrief(brief => brief with { InterfaceProduct = "冰箱" }), Sample.Interface),
        Of("GUI-01", "interaction-missing", "4.5", facts => facts.WithBrief(brief => brief with { Interaction = "" }), Sample.Interface),
        Of("GUI-02", "use-missing", "4.5", facts => facts.WithBrief(brief => brief with { InterfaceUse = "" }), Sample.Interface),
        Of("GUI-02", "product-missing", "4.5", facts => facts.WithBrief(brief => brief with { InterfaceProduct = "" }), Sample.Interface),
        Of("GUI-02", "area-missing", "4.5", facts => facts.WithBrief(brief => brief with { InterfaceArea = "" }), Sample.Interface),
        Of("GUI-02", "change-missing", "4.5", facts => facts.WithBrief(brief => brief with { InterfaceChange = "" }), Sample.MovingInterface),
        Of("GUI-03", "states-missing", "68号", facts => facts.Without(ViewKind.ChangedState), Sample.MovingInterface),
        Of("GUI-03", "states-gap", "68号", facts => facts.Without(ViewKind.ChangedState).WithViews(views => [.. views, .. Sample.States(1, 3)]), Sample.MovingInterface),
    ];

    private static ApplicationFacts Components(ApplicationFacts facts) =>
        facts.WithViews(views => views.Select(view => view with { Name = "组件1" + view.Name })).WithBrief(brief => brief with { DesignatedView = "组件1立体图" });

    private static ApplicationFacts Drawn(ApplicationFacts facts, Depiction depiction, DrawnLines lines, double confidence = 0.95) =>
        facts.WithViews(views => views.Select(view => view with
        {
            Measured = view.Measured! with { Depiction = depiction, DepictionConfidence = confidence, Lines = lines },
        })) with
        { PartialMarking = PartialMarking.SolidAndDashedLines };
}

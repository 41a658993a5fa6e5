using System.Collections.Immutable;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.Formalities.Views;
using IpCenter.Imaging;
using static IpCenter.Casework.Tests.Formalities.Cases.FormalityCase;

namespace IpCenter.Casework.Tests.Formalities.Cases;

internal static class ViewCases
{
    private static readonly ImmutableHashSet<ViewKind> FrontAndBack = [ViewKind.Front, ViewKind.Back];

    public static IEnumerable<FormalityCase> All =>
    [
        Of("VIEW-01", "shape-unanswered", "4.2", facts => facts with { Shape = ProductShape.Unanswered }),
        Of("VIEW-01", "perspective-missing", "4.2", facts => facts.Without(ViewKind.Perspective)),
        Of("VIEW-01", "concerned-face-omitted", "4.2", facts => Concerned(facts, ViewKind.Back), right: facts => Concerned(facts, ViewKind.Bottom)),
        Of("VIEW-02", "face-missing", "4.2", facts => Flat(facts, ViewKind.Perspective), right: facts => Flat(facts, ViewKind.Front)),
        Of("VIEW-03", "unknown", "4.2.1", facts => Renamed(facts, ViewKind.Perspective, "好看的一面")),
        Of("VIEW-03", "alias", "4.2.1", facts => Renamed(facts, ViewKind.Front, "正面"), right: facts => Renamed(facts, ViewKind.Perspective, "立体图１")),
        Of("VIEW-03", "twice", "4.2.1", facts => Renamed(facts, ViewKind.Back, "主视图")),
        Of("VIEW-04", "prefix-missing", "第四十条第三款", facts => Renamed(facts, ViewKind.Front, "主视图"), Sample.Similar),
        Of("VIEW-04", "prefix-wrong", "第四十条第三款", facts => Renamed(facts, ViewKind.Front, "设计2主视图"), Sample.Similar),
        Of("VIEW-04", "prefix-wrong", "第四十条第三款", facts => Renamed(facts, ViewKind.Front, "设计1主视图"), Sample.Set),
        Of("VIEW-04", "prefix-needless", "第四十条第三款", facts => Renamed(facts, ViewKind.Front, "设计1主视图"), right: facts => Renamed(facts, ViewKind.Perspective, "组件1立体图")),
        Of("VIEW-04", "numbers-broken", "第四十条第三款", facts => facts with { Designs = [facts.Designs[0], facts.Designs[1] with { Number = 3 }] }, Sample.Similar),
        Of("VIEW-05", "scales-differ", "4.2", facts => Tall(facts, 0.6), right: facts => Tall(facts, 0.69)),
        Of("VIEW-06", "same-picture", "4.2.1", facts => Copied(facts, ViewKind.Back, flipped: false), right: facts => Copied(facts, ViewKind.Back, flipped: false, colours: 0x7F)),
        Of("VIEW-06", "mirrored-picture", "4.2.1", facts => Copied(facts, ViewKind.Back, flipped: true), right: facts => Copied(facts, ViewKind.Top, flipped: true)),
        Of("VIEW-05", "other-product", "4.2", facts => Coloured(facts, ViewKind.Back, 7), right: facts => Coloured(facts, ViewKind.Back, 60)),
        Of("VIEW-06", "outlines-differ", "4.2.1", facts => Shaped(facts, ViewKind.Right, 0x01), right: facts => Shaped(facts, ViewKind.Right, 0x1F)),
        Of("VIEW-06", "outlines-differ", "4.2.1", facts => Shaped(facts, ViewKind.Back, 0x01), right: facts => Shaped(facts, ViewKind.Perspective, 0x01)),
        Of("VIEW-08", "mixed", "4.2.2", facts => Drawn(facts, 0.9), right: facts => Drawn(facts, 0.5)),
        Of("VIEW-09", "marking-missing", "第三十条第二款", facts => facts with { PartialMarking = PartialMarking.None }, Sample.Partial),
        Of("VIEW-09", "perspective-missing", "第三十条第二款", facts => facts.Without(ViewKind.Perspective), Sample.Partial),
    ];

    private static ApplicationFacts Renamed(ApplicationFacts facts, ViewKind kind, string name) => facts.WithView(kind, view => view with { Name = name });

    private static ApplicationFacts Concerned(ApplicationFacts facts, ViewKind omitted)
    {
        var left = facts.Without(omitted).Omitting(new OmittedView(omitted, OmissionReason.NoDesignPoint));
        return left with { Designs = [left.Designs[0] with { FacesConcerned = FrontAndBack }] };
    }

    private static ApplicationFacts Flat(ApplicationFacts facts, ViewKind only) =>
        facts.WithViews(_ => [Sample.View(only)]) with { Shape = ProductShape.Flat };

    private static ApplicationFacts Tall(ApplicationFacts facts, double height) =>
        facts.WithMeasured(ViewKind.Left, measured => measured with { Box = new ProductBox(0.1, 0.1, 0.4, 0.1 + height) });

    private static ApplicationFacts Copied(ApplicationFacts facts, ViewKind kind, bool flipped, ulong colours = 0)
    {
        var front = facts.Designs[0].Views.Single(view => view.Name == "主视图").Measured!;
        return facts.WithMeasured(kind, measured => measured with
        {
            Fingerprint = (flipped ? front.MirroredFingerprint : front.Fingerprint) ^ 0b11,
            ColourLayout = front.ColourLayout ^ colours,
        });
    }

    /// <summary>Every view in one colour, this one in that of another cell.</summary>
    private static ApplicationFacts Coloured(ApplicationFacts facts, ViewKind other, int cell) =>
        facts.WithViews(views => views.Select(view => view with { Measured = view.Measured! with { Outline = Outlined(0xFF, ViewLabel.Parse(view.Name)!.Kind == other ? cell : 60) } }));

    /// <summary>Every view a full box, this one with stripes from top to bottom.</summary>
    private static ApplicationFacts Shaped(ApplicationFacts facts, ViewKind other, byte stripes) =>
        facts.WithViews(views => views.Select(view => view with { Measured = view.Measured! with { Outline = Outlined(ViewLabel.Parse(view.Name)!.Kind == other ? (byte)(stripes | 0xE0) : (byte)0xFF, 60) } }));

    private static Outline Outlined(byte stripes, int cell)
    {
        var (mask, colours) = (new byte[128], new byte[64]);
        Array.Fill(mask, stripes);
        colours[cell] = 255;
        return new Outline(mask, colours);
    }

    private static ApplicationFacts Drawn(ApplicationFacts facts, double confidence) =>
        facts.WithMeasured(ViewKind.Top, measured => measured with { Depiction = Depiction.LineDrawing, DepictionConfidence = confidence });
}

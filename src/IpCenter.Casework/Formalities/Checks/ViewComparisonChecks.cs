using System.Numerics;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.Formalities.Views;
using IpCenter.Imaging;

namespace IpCenter.Casework.Formalities.Checks;

/// <summary>VIEW-05, VIEW-06 and VIEW-08: what the views of one design say about each other.</summary>
internal static class ViewComparisonChecks
{
    /// <summary>Edges that projection makes equal; true means that the picture's width is the edge, false its height.</summary>
    private static readonly (Bilingual Edge, (ViewKind Kind, bool IsWidth)[] Views)[] EqualEdges =
    [
        (new("高度", "height"), [(ViewKind.Front, false), (ViewKind.Back, false), (ViewKind.Left, false), (ViewKind.Right, false)]),
        (new("宽度", "width"), [(ViewKind.Front, true), (ViewKind.Back, true), (ViewKind.Top, true), (ViewKind.Bottom, true)]),
        (new("深度", "depth"), [(ViewKind.Left, true), (ViewKind.Right, true), (ViewKind.Top, false), (ViewKind.Bottom, false)]),
    ];

    private static readonly (ViewKind, ViewKind)[] Opposite =
        [(ViewKind.Front, ViewKind.Back), (ViewKind.Left, ViewKind.Right)];

    private static readonly (ViewKind, ViewKind, OutlineFlip)[] Mirrored =
    [
        (ViewKind.Front, ViewKind.Back, OutlineFlip.Sideways), (ViewKind.Left, ViewKind.Right, OutlineFlip.Sideways), (ViewKind.Top, ViewKind.Bottom, OutlineFlip.UpsideDown),
    ];

    public static IEnumerable<Finding> Run(CheckContext context) =>
        [.. context.Designs.SelectMany(design => (IEnumerable<Finding>)
        [
            .. Scale(context, design), .. Product(context, design), .. Pictures(context, design), .. Outlines(context, design), .. Depictions(context, design),
        ])];

    private static IEnumerable<Finding> Scale(CheckContext context, DesignViews design)
    {
        var views = Whole(design).Where(view => view.Facts.Measured is { Box: not null, TouchesBorder: false }).ToList();
        var inCentimetres = views.All(view => view.Facts.Dpi > 0);
        foreach (var (edge, kinds) in EqualEdges)
        {
            var lengths = (from kind in kinds
                           from view in views
                           where view.Label!.Kind == kind.Kind
                           select (View: view, Length: Length(view.Facts, kind.IsWidth, inCentimetres))).ToList();
            if (lengths.Count < 2)
                continue;
            var (larger, smaller) = (lengths.MaxBy(one => one.Length), lengths.MinBy(one => one.Length));
            var difference = larger.Length <= 0 ? 0 : (larger.Length - smaller.Length) / larger.Length;
            if (difference > context.Limits.ScaleTolerance)
                yield return Defects.ScalesDiffer.At(design.Place).With("edge", edge).With("larger", larger.View.Name).With("smaller", smaller.View.Name)
                    .Seen(edge, Measure(larger.Length, inCentimetres), "≠", Measure(smaller.Length, inCentimetres))
                    .Seen(new("相差", "difference"), CheckContext.Number(difference * 100, "0.0") + " %", ">", CheckContext.Number(context.Limits.ScaleTolerance * 100) + " %");
        }
    }

    private static double Length(ViewFacts view, bool isWidth, bool inCentimetres)
    {
        var box = view.Measured!.Box!;
        var pixels = isWidth ? box.Width * view.WidthPixels : box.Height * view.HeightPixels;
        return inCentimetres ? pixels / view.Dpi!.Value * 2.54 : pixels;
    }

    private static string Measure(double length, bool inCentimetres) =>
        inCentimetres ? $"{CheckContext.Number(length)} cm" : $"{CheckContext.Number(length, "0")} px";

    /// <summary>A merchant who uploads one photo twice, or flips it, is asked; identical faces may simply be left out.</summary>
    private static IEnumerable<Finding> Pictures(CheckContext context, DesignViews design)
    {
        var views = design.Views.Where(view => view.Facts.Measured is not null && view.Label is not null && !view.IsReference).ToList();
        foreach (var (index, view) in views.Index())
            foreach (var other in views.Skip(index + 1).Where(other => other.Label!.ComponentNumber == view.Label!.ComponentNumber))
            {
                var bits = BitOperations.PopCount(view.Facts.Measured!.Fingerprint ^ other.Facts.Measured!.Fingerprint);
                var mirrored = BitOperations.PopCount(view.Facts.Measured.MirroredFingerprint ^ other.Facts.Measured.Fingerprint);
                if (bits <= context.Limits.SamePictureBits && HaveSameColours(context, view, other))
                    yield return Between(Defects.SamePicture, bits);
                else if (mirrored <= context.Limits.SamePictureBits && AreOpposite(view, other))
                    yield return Between(Defects.MirroredPicture, mirrored);

                Finding Between(Defect defect, int difference) => defect.At(other.Place).With("view", other.Name).With("other", view.Name)
                    .Seen(new("指纹不同位数", "different bits"), CheckContext.Number(difference), "≤", CheckContext.Number(context.Limits.SamePictureBits));
            }
    }

    /// <summary>A view that shares its colours with no other one. A print on the back alone is shared with a side or the perspective.</summary>
    private static IEnumerable<Finding> Product(CheckContext context, DesignViews design)
    {
        var views = Whole(design).Where(view => !view.IsReference && view.Facts.Measured is { Outline: not null, Depiction: not Depiction.LineDrawing }).ToList();
        if (views.Count < 3)
            yield break;
        foreach (var view in views)
        {
            var shared = views.Where(other => other != view).Max(other => view.Facts.Measured!.Outline!.ColourAgreement(other.Facts.Measured!.Outline!));
            if (shared < context.Limits.MinSharedColours)
                yield return Defects.OtherProduct.At(view.Place).With("view", view.Name)
                    .Seen(new("与最接近的视图共有的颜色", "colours shared with the nearest view"), Percent(shared), "<", Percent(context.Limits.MinSharedColours));
        }
    }

    /// <summary>From opposite sides one body has one outline, mirrored (正投影). A sleeve that hangs otherwise in one photo moves it a little.</summary>
    private static IEnumerable<Finding> Outlines(CheckContext context, DesignViews design)
    {
        foreach (var (kind, otherKind, flip) in Mirrored)
            foreach (var view in Whole(design).Where(view => view.Label!.Kind == kind))
                foreach (var other in Whole(design).Where(other => other.Label!.Kind == otherKind))
                {
                    if (view.Facts.Measured is not { Outline: { } outline, TouchesBorder: false } || other.Facts.Measured is not { Outline: { } opposite, TouchesBorder: false })
                        continue;
                    var common = outline.Agreement(opposite, flip);
                    if (common < context.Limits.MinOppositeOutlines)
                        yield return Defects.OutlinesDiffer.At(other.Place).With("view", other.Name).With("other", view.Name)
                            .Seen(new("翻转后轮廓重合", "outlines in common, mirrored"), Percent(common), "<", Percent(context.Limits.MinOppositeOutlines));
                }
    }

    private static string Percent(double share) => CheckContext.Number(share * 100, "0") + " %";

    /// <summary>A top and a bottom may have one outline; their colours tell that two pictures were taken.</summary>
    private static bool HaveSameColours(CheckContext context, NamedView view, NamedView other) =>
        BitOperations.PopCount(view.Facts.Measured!.ColourLayout ^ other.Facts.Measured!.ColourLayout) <= context.Limits.SamePictureColourBits;

    private static bool AreOpposite(NamedView view, NamedView other) =>
        Opposite.Contains((view.Label!.Kind, other.Label!.Kind)) || Opposite.Contains((other.Label.Kind, view.Label.Kind));

    private static IEnumerable<Finding> Depictions(CheckContext context, DesignViews design)
    {
        var kinds = design.Views
            .Where(view => !view.IsReference && view.Facts.Measured is { } measured
                && measured.Depiction != Depiction.Unknown && measured.DepictionConfidence >= context.Limits.MinDepictionConfidence)
            .GroupBy(view => view.Facts.Measured!.Depiction)
            .OrderBy(group => group.Key)
            .ToList();
        if (kinds.Count > 1)
            yield return kinds.Aggregate(
                Defects.DepictionsMixed.At(design.Place).With("kinds", new Bilingual(
                    string.Join("、", kinds.Select(kind => Name(kind.Key).Zh)), string.Join(", ", kinds.Select(kind => Name(kind.Key).En)))),
                (finding, kind) => finding.Seen(Name(kind.Key), string.Join("、", kind.Select(view => view.Facts.Name))));
    }

    private static Bilingual Name(Depiction depiction) => depiction switch
    {
        Depiction.Photograph => new("照片", "photograph"),
        Depiction.Rendering => new("渲染图", "rendering"),
        _ => new("线条图", "line drawing"),
    };

    private static IEnumerable<NamedView> Whole(DesignViews design) => design.WholeViews.Where(view => view.Label!.Mark.Length == 0);
}

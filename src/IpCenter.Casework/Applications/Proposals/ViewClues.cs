using IpCenter.Casework.Formalities.Views;
using IpCenter.Imaging;

namespace IpCenter.Casework.Applications.Proposals;

/// <summary>
/// The evidence itself, with its weights. Projection gives the geometry (ISO 5456-2): front, back, left and right have one
/// height, front, back, top and bottom one width, and opposite views mirrored outlines. The weights were chosen by hand and
/// checked on the project's own pictures; what they are worth is in the tests.
/// </summary>
internal static class ViewClues
{
    private const double Named = 8;

    /// <summary>Photos are often, and not always, taken in the order of the checklist: a tie-breaker that never makes a proposal certain.</summary>
    private const double InOrder = 0.4;

    public static IEnumerable<Clue> Alone(ViewCandidate picture, ViewKind kind)
    {
        if (FileNameHint.Of(picture.FileName) is { } named)
            yield return new(ClueKind.FileName, named == kind ? Named : -Named);
        if (picture.Order is { } order && order < ViewPositions.Standard.Count && ViewPositions.Standard[order] == kind)
            yield return new(ClueKind.Order, InOrder);
        if (picture.Measured is not { } measured)
            yield break;
        if (measured.Outline is not { } outline)
        {
            yield return new(ClueKind.NoGround, kind == ViewKind.UseReference ? 2 : -1.5);
            yield break;
        }
        if (kind == ViewKind.UseReference)
            yield return new(ClueKind.NoGround, -3);
        if (measured.TouchesBorder)
            yield return new(ClueKind.CutOff, kind == ViewKind.Enlarged ? 1.5 : -0.5);
        else if (kind == ViewKind.Enlarged)
            yield return new(ClueKind.CutOff, -3);
        if (kind is ViewKind.Front or ViewKind.Back)
            yield return new(ClueKind.Symmetrical, Math.Clamp((outline.Symmetry - 0.85) * 10, -1.5, 1), Value: outline.Symmetry);
        if (kind == ViewKind.Perspective)
            yield return new(ClueKind.Lopsided, Math.Clamp((0.9 - outline.Symmetry) * 10, -1.5, 1.5), Value: outline.Symmetry);
    }

    public static IEnumerable<Clue> Between(ViewCandidate one, ViewKind kind, ViewCandidate other, ViewKind otherKind)
    {
        foreach (var (edge, length) in Edges(one, kind))
            foreach (var (otherEdge, otherLength) in Edges(other, otherKind))
                if (edge == otherEdge)
                    yield return Compare(edge, length, otherLength, otherKind);
        if (Flip(kind, otherKind) is { } flip && one.Measured?.Outline is { } outline && other.Measured?.Outline is { } otherOutline)
            yield return Compare(outline.Agreement(otherOutline, flip), otherKind);
        if (kind == ViewKind.Perspective && ViewNames.Of(otherKind).IsOrthographic && one.Product is { } seen && other.Product is { } face)
            yield return Difference(seen.Width, face.Width) <= 0.02 && Difference(seen.Height, face.Height) <= 0.02
                ? new(ClueKind.LooksLikeFace, -2, otherKind)
                : new(ClueKind.FitsNoFace, 0.15, otherKind);
    }

    private static Clue Compare(ProductEdge edge, double length, double otherLength, ViewKind other)
    {
        var difference = Difference(length, otherLength);
        var weight = difference switch { <= 0.02 => 1.5, <= 0.04 => 1, <= 0.08 => 0, <= 0.15 => -1, _ => -2.5 };
        return new(weight > 0 ? ClueKind.SameEdge : ClueKind.OtherEdge, weight, other, edge, difference);
    }

    private static Clue Compare(double agreement, ViewKind other)
    {
        var weight = agreement switch { >= 0.95 => 2, >= 0.9 => 1, >= 0.8 => 0, _ => -2 };
        return new(weight > 0 ? ClueKind.MirroredOutline : ClueKind.OtherOutline, weight, other, Value: agreement);
    }

    private static double Difference(double one, double other) => Math.Abs(one - other) / Math.Max(one, other);

    private static OutlineFlip? Flip(ViewKind kind, ViewKind other) => (kind, other) switch
    {
        (ViewKind.Front, ViewKind.Back) or (ViewKind.Back, ViewKind.Front) or (ViewKind.Left, ViewKind.Right) or (ViewKind.Right, ViewKind.Left) => OutlineFlip.Sideways,
        (ViewKind.Top, ViewKind.Bottom) or (ViewKind.Bottom, ViewKind.Top) => OutlineFlip.UpsideDown,
        _ => null,
    };

    private static IEnumerable<(ProductEdge Edge, double Length)> Edges(ViewCandidate picture, ViewKind kind)
    {
        if (picture.Product is not { } product)
            return [];
        return kind switch
        {
            ViewKind.Front or ViewKind.Back => [(ProductEdge.Width, product.Width), (ProductEdge.Height, product.Height)],
            ViewKind.Left or ViewKind.Right => [(ProductEdge.Depth, product.Width), (ProductEdge.Height, product.Height)],
            ViewKind.Top or ViewKind.Bottom => [(ProductEdge.Width, product.Width), (ProductEdge.Depth, product.Height)],
            _ => [],
        };
    }
}

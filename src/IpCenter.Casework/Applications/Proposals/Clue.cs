using IpCenter.Casework.Formalities.Views;

namespace IpCenter.Casework.Applications.Proposals;

/// <summary>What speaks for or against a picture's being a view.</summary>
internal enum ClueKind
{
    FileName,
    Order,
    Symmetrical,
    Lopsided,
    NoGround,
    CutOff,
    SameEdge,
    OtherEdge,
    MirroredOutline,
    OtherOutline,
    FitsNoFace,
    LooksLikeFace,
}

/// <summary>One piece of evidence.</summary>
/// <param name="Kind">What was seen.</param>
/// <param name="Weight">Natural logarithm of the odds that it changes: positive speaks for, negative against.</param>
/// <param name="Other">The view with which it was compared.</param>
/// <param name="Edge">The edge that was compared.</param>
/// <param name="Value">What was measured: a share, 0 to 1.</param>
internal sealed record Clue(ClueKind Kind, double Weight, ViewKind? Other = null, ProductEdge? Edge = null, double Value = 0);

/// <summary>The three edges of a product's body.</summary>
internal enum ProductEdge
{
    Width,
    Height,
    Depth,
}

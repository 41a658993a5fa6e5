namespace IpCenter.Search.Matching;

/// <summary>
/// Turns what was found into the probability that two pictures show the same product. Set by pairs of photos of which the truth is
/// known (see <c>docs/benchmarks.md</c>): agreeing features are strong evidence, the layout of the whole view alone is weak.
/// </summary>
internal static class Calibration
{
    private const float MostByLayout = 0.6f;

    /// <summary>The probability that something is the same, for a motif that stands between much that differs.</summary>
    private const double LeastForWhole = 0.4;

    /// <summary>
    /// Features that agree on a placement prove that something is the same: a print, a mould, a seller's sign. That the product is the
    /// same is proved when most of what lies between them agrees too.
    /// </summary>
    /// <param name="verified">Features that agree.</param>
    /// <param name="cosine">Of the two layouts, -1 to 1: it proves no more where much between the features differs.</param>
    public static double Of(Verified verified, float cosine)
    {
        var layout = OfLayout(cosine);
        if (verified.Inliers == 0)
            return layout;
        var something = Logistic(0.75 * (verified.Inliers + 6 * verified.Spread - 11));
        var whole = LeastForWhole + (1 - LeastForWhole) * Logistic(30 * (verified.Share - 0.14));
        return Together(something * whole, layout * (1 - something * (1 - whole)));
    }

    /// <summary>How much agrees, to order hits beyond certainty; about 0 to 2.</summary>
    public static double Strength(Verified verified) => 0.01 * verified.Inliers * Math.Sqrt(verified.Share);

    private static double OfLayout(float cosine) => MostByLayout * Logistic(18 * (cosine - 0.72));

    /// <summary>
    /// Several pictures of one product against the views of another: the mean of the better half. One side that all products of a
    /// kind share, a hem or a bottom, does not make two of them the same, and a side that nobody photographed before does no harm.
    /// </summary>
    /// <param name="ofPictures">The best of each picture of the query; fewer than there are pictures when some resemble nothing.</param>
    /// <param name="pictures">Pictures of the query, from 1.</param>
    public static double OfProduct(IEnumerable<double> ofPictures, int pictures)
    {
        var half = (pictures + 1) / 2;
        return ofPictures.OrderDescending().Take(half).Sum() / half;
    }

    /// <summary>Two independent kinds of evidence.</summary>
    public static double Together(double features, double layout) => 1 - (1 - features) * (1 - layout);

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}

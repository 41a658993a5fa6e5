namespace IpCenter.Search.Matching;

/// <summary>
/// Turns what was found into the probability that two pictures show the same product. Fitted on the sample photos (see
/// <c>docs/benchmarks.md</c>): agreeing features are strong evidence, the layout of the whole view alone is weak.
/// </summary>
internal static class Calibration
{
    private const float MostByLayout = 0.6f;

    public static double OfFeatures(Verified verified) => verified.Inliers == 0
        ? 0
        : Logistic(0.75 * (verified.Inliers + 6 * verified.Spread - 11));

    /// <param name="cosine">Of the two layouts, -1 to 1.</param>
    public static double OfLayout(float cosine) => MostByLayout * Logistic(18 * (cosine - 0.72));

    /// <summary>Two independent kinds of evidence.</summary>
    public static double Together(double features, double layout) => 1 - (1 - features) * (1 - layout);

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}

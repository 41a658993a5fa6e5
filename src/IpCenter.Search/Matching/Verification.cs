using IpCenter.Search.Features;
using IpCenter.Search.Index;

namespace IpCenter.Search.Matching;

/// <summary>What the geometric check found: how many features agree on one placement, and where they lie on both pictures.</summary>
internal readonly record struct Verified(int Inliers, float Spread, MatchRegion? QueryRegion, MatchRegion? ViewRegion)
{
    public static Verified Nothing { get; } = new(0, 0, null, null);
}

/// <summary>
/// Checks whether matches agree on one placement of the product: every match proposes a similarity by its position, scale and
/// angle, the best is refined to an affine map (O. Chum, J. Matas, J. Kittler, "Locally Optimized RANSAC", DAGM 2003; all
/// hypotheses are tried, so nothing is random).
/// </summary>
internal static class Verification
{
    private const float Tolerance = 0.035f, FineTolerance = 0.022f;

    private const float MostScaleRatio = 1.9f, MostTurn = 0.6f;

    private const int LeastForAffine = 4;

    public static Verified Check(ImageQuery query, IndexedView view, Match[] matches)
    {
        if (matches.Length < 3)
            return Verified.Nothing;
        var pairs = new (KeyPoint Q, KeyPoint P)[matches.Length];
        for (var i = 0; i < pairs.Length; i++)
            pairs[i] = (query.Points[matches[i].Query], view.Points[matches[i].Point].ToKeyPoint());

        List<int> best = [];
        for (var h = 0; h < pairs.Length; h++)
        {
            var inliers = Agreeing(pairs, matches, Placement.OfPair(pairs[h].Q, pairs[h].P), Tolerance);
            if (inliers.Count > best.Count)
                best = inliers;
        }
        for (var round = 0; round < 2 && best.Count >= LeastForAffine; round++)
        {
            if (Placement.Fit([.. best.Select(i => pairs[i])]) is not { } refined)
                break;
            var inliers = Agreeing(pairs, matches, refined, round == 0 ? Tolerance : FineTolerance);
            if (inliers.Count < best.Count * 2 / 3)
                break;
            best = inliers;
        }
        return best.Count < 3 ? Verified.Nothing : Describe(query, view, pairs, best);
    }

    /// <summary>Matches that fit a placement; each feature of either picture counts once.</summary>
    private static List<int> Agreeing((KeyPoint Q, KeyPoint P)[] pairs, Match[] matches, Placement placement, float tolerance)
    {
        List<int> agreeing = [];
        HashSet<(int, int)> queryPlaces = [], viewPlaces = [];
        for (var i = 0; i < pairs.Length; i++)
        {
            var (q, p) = pairs[i];
            var (x, y) = placement.Map(q.X, q.Y);
            if (MathF.Abs(x - p.X) > tolerance || MathF.Abs(y - p.Y) > tolerance)
                continue;
            var ratio = p.Scale / (q.Scale * placement.Scale);
            var turn = MathF.Abs(Orientation.Turn(p.Angle - q.Angle - placement.Angle + MathF.PI) - MathF.PI);
            if (ratio > MostScaleRatio || ratio < 1 / MostScaleRatio || turn > MostTurn)
                continue;
            // One place of a picture, also where it bears several features, is one witness.
            var queryPlace = ((int)(q.X * 100), (int)(q.Y * 100));
            var viewPlace = ((int)(p.X * 100), (int)(p.Y * 100));
            if (queryPlaces.Contains(queryPlace) || viewPlaces.Contains(viewPlace))
                continue;
            queryPlaces.Add(queryPlace);
            viewPlaces.Add(viewPlace);
            agreeing.Add(i);
        }
        return agreeing;
    }

    private static Verified Describe(ImageQuery query, IndexedView view, (KeyPoint Q, KeyPoint P)[] pairs, List<int> inliers)
    {
        var onQuery = Box(inliers.Select(i => pairs[i].Q), query.Width, query.Height);
        if (query.Mirrored)
            onQuery = onQuery with { X = 1 - onQuery.X - onQuery.Width };
        var onView = Box(inliers.Select(i => pairs[i].P), view.Width, view.Height);
        return new Verified(inliers.Count, (float)Math.Sqrt(onView.Width * onView.Height), onQuery, onView);
    }

    private static MatchRegion Box(IEnumerable<KeyPoint> points, float width, float height)
    {
        var (left, top, right, bottom) = (1f, 1f, 0f, 0f);
        foreach (var point in points)
        {
            // A feature covers its surroundings, not just its centre.
            var reach = 3 * point.Scale;
            (left, top) = (MathF.Min(left, point.X - reach), MathF.Min(top, point.Y - reach));
            (right, bottom) = (MathF.Max(right, point.X + reach), MathF.Max(bottom, point.Y + reach));
        }
        (left, top, right, bottom) = (Math.Clamp(left / width, 0, 1), Math.Clamp(top / height, 0, 1), Math.Clamp(right / width, 0, 1), Math.Clamp(bottom / height, 0, 1));
        return new MatchRegion(left, top, right - left, bottom - top);
    }
}

using IpCenter.Search.Features;
using IpCenter.Search.Index;

namespace IpCenter.Search.Matching;

/// <summary>What the geometric check found: how many features agree on one placement, and where they lie on both pictures.</summary>
/// <param name="Inliers">Places that agree.</param>
/// <param name="Share">Of the features that the query has in that region, how many agree, 0 to 1.</param>
/// <param name="Spread">Side of the region that they cover on the view, relative to the view, 0 to 1.</param>
/// <param name="QueryRegion">Where they are on the query's picture.</param>
/// <param name="ViewRegion">Where they are on the view.</param>
internal readonly record struct Verified(int Inliers, float Share, float Spread, MatchRegion? QueryRegion, MatchRegion? ViewRegion)
{
    public static Verified Nothing { get; } = new(0, 0, 0, null, null);
}

/// <summary>
/// Checks whether matches agree on one placement of the product: the strongest matches each propose a similarity by their position,
/// scale and angle, the best is refined to an affine map (O. Chum, J. Matas, J. Kittler, "Locally Optimized RANSAC", DAGM 2003;
/// hypotheses come in the order of their weight, so nothing is random). Not for use by two threads at once.
/// </summary>
internal sealed class Verification(ImageQuery query)
{
    private const float Tolerance = 0.035f, FineTolerance = 0.022f;

    private const float MostScaleRatio = 1.9f, MostTurn = 0.6f;

    private const int LeastForAffine = 4, MostHypotheses = 80;

    /// <summary>One place of a picture, also where it bears several features, is one witness: a hundredth of the longest side.</summary>
    private const int Places = 101;

    private readonly int[] _queryPlaces = new int[Places * Places], _viewPlaces = new int[Places * Places];
    private int _round;

    public Verified Check(ViewEntry view, Match[] matches)
    {
        if (matches.Length < 3)
            return Verified.Nothing;
        Array.Sort(matches, (one, other) => other.Weight != one.Weight ? other.Weight.CompareTo(one.Weight) : one.Query.CompareTo(other.Query));
        var pairs = Array.ConvertAll(matches, match => new PointPair(query.Points[match.Query], match.Point.ToKeyPoint()));
        int[] best = [], agreeing = new int[pairs.Length];
        var bestCount = 0;
        for (var h = 0; h < Math.Min(pairs.Length, MostHypotheses); h++)
        {
            var count = Agreeing(pairs, Placement.OfPair(pairs[h].From, pairs[h].To), Tolerance, agreeing);
            if (count > bestCount)
                (best, bestCount) = (agreeing[..count], count);
        }
        for (var round = 0; round < 2 && bestCount >= LeastForAffine; round++)
        {
            if (Placement.Fit(pairs, best) is not { } refined)
                break;
            var count = Agreeing(pairs, refined, round == 0 ? Tolerance : FineTolerance, agreeing);
            if (count < bestCount * 2 / 3)
                break;
            (best, bestCount) = (agreeing[..count], count);
        }
        return bestCount < 3 ? Verified.Nothing : Describe(view, pairs, best);
    }

    /// <summary>Matches that fit a placement; each place of either picture counts once.</summary>
    private int Agreeing(PointPair[] pairs, Placement placement, float tolerance, int[] agreeing)
    {
        _round++;
        var (scale, angle, count) = (placement.Scale, placement.Angle, 0);
        for (var i = 0; i < pairs.Length; i++)
        {
            var (q, p) = (pairs[i].From, pairs[i].To);
            var (x, y) = placement.Map(q.X, q.Y);
            if (MathF.Abs(x - p.X) > tolerance || MathF.Abs(y - p.Y) > tolerance)
                continue;
            var ratio = p.Scale / (q.Scale * scale);
            if (ratio is > MostScaleRatio or < 1 / MostScaleRatio || MathF.Abs(Orientation.Turn(p.Angle - q.Angle - angle + MathF.PI) - MathF.PI) > MostTurn)
                continue;
            ref var onQuery = ref _queryPlaces[(int)(q.Y * 100) * Places + (int)(q.X * 100)];
            ref var onView = ref _viewPlaces[(int)(p.Y * 100) * Places + (int)(p.X * 100)];
            if (onQuery == _round || onView == _round)
                continue;
            (onQuery, onView) = (_round, _round);
            agreeing[count++] = i;
        }
        return count;
    }

    private Verified Describe(ViewEntry view, PointPair[] pairs, int[] inliers)
    {
        var onQuery = Box(inliers.Select(i => pairs[i].From), query.Width, query.Height);
        var there = CountIn(onQuery);
        if (query.Mirrored)
            onQuery = onQuery with { X = 1 - onQuery.X - onQuery.Width };
        var onView = Box(inliers.Select(i => pairs[i].To), view.Width / (float)ushort.MaxValue, view.Height / (float)ushort.MaxValue);
        // No more can agree than the view has.
        var share = inliers.Length / (float)Math.Max(inliers.Length, Math.Min(there, view.Points));
        return new Verified(inliers.Length, share, (float)Math.Sqrt(onView.Width * onView.Height), onQuery, onView);
    }

    private int CountIn(MatchRegion region)
    {
        var count = 0;
        foreach (var point in query.Points)
        {
            var (x, y) = (point.X / query.Width - region.X, point.Y / query.Height - region.Y);
            count += x >= 0 && y >= 0 && x <= region.Width && y <= region.Height ? 1 : 0;
        }
        return count;
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

/// <summary>Two features that may be the same place of the product.</summary>
internal readonly record struct PointPair(KeyPoint From, KeyPoint To);

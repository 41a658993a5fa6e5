namespace IpCenter.Search.Text;

/// <summary>Documents that a part of a query found among those that the viewer may find, and how well each fits, by segment.</summary>
internal sealed class Matches(int segments)
{
    /// <summary>The score of a document that was not found; found ones have 0 or more.</summary>
    public const float None = -1;

    private readonly float[]?[] _scores = new float[]?[segments];

    public int Segments => _scores.Length;

    /// <summary>Scores of a segment's documents; <c>null</c> when none of them was found.</summary>
    public float[]? this[int segment]
    {
        get => _scores[segment];
        set => _scores[segment] = value;
    }

    /// <summary>Documents found.</summary>
    public int Count => _scores.Sum(segment => segment is null ? 0 : CountIn(segment));

    public static float[] NoneOf(int documents)
    {
        var scores = new float[documents];
        Array.Fill(scores, None);
        return scores;
    }

    /// <summary>Those of both, scores added.</summary>
    public Matches And(Matches other)
    {
        var both = new Matches(Segments);
        for (var s = 0; s < Segments; s++)
        {
            if (_scores[s] is not { } ones || other[s] is not { } others)
                continue;
            var scores = both[s] = new float[ones.Length];
            for (var document = 0; document < scores.Length; document++)
                scores[document] = ones[document] >= 0 && others[document] >= 0 ? ones[document] + others[document] : None;
        }
        return both;
    }

    /// <summary>Those of either, scores added.</summary>
    public Matches Or(Matches other) => Joined(other, onlyThese: false);

    /// <summary>These; scores of those that the other has too added.</summary>
    public Matches RaisedBy(Matches other) => Joined(other, onlyThese: true);

    /// <summary>These without those of the other.</summary>
    public Matches Without(Matches other)
    {
        var rest = new Matches(Segments);
        for (var s = 0; s < Segments; s++)
        {
            rest[s] = _scores[s];
            if (_scores[s] is not { } ones || other[s] is not { } others)
                continue;
            var scores = rest[s] = new float[ones.Length];
            for (var document = 0; document < scores.Length; document++)
                scores[document] = others[document] >= 0 ? None : ones[document];
        }
        return rest;
    }

    private Matches Joined(Matches other, bool onlyThese)
    {
        var joined = new Matches(Segments);
        for (var s = 0; s < Segments; s++)
        {
            joined[s] = _scores[s];
            if (other[s] is not { } others)
                continue;
            if (_scores[s] is not { } ones)
            {
                joined[s] = onlyThese ? null : others;
                continue;
            }
            var scores = joined[s] = new float[ones.Length];
            for (var document = 0; document < scores.Length; document++)
            {
                var (one, more) = (ones[document], others[document]);
                scores[document] = one < 0 ? (onlyThese ? None : more) : more < 0 ? one : one + more;
            }
        }
        return joined;
    }

    private static int CountIn(float[] scores)
    {
        var count = 0;
        foreach (var score in scores)
            count += score >= 0 ? 1 : 0;
        return count;
    }
}

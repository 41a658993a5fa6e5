using IpCenter.Search.Features;
using IpCenter.Search.Index;
using IpCenter.Search.Vocabulary;

namespace IpCenter.Search.Matching;

/// <summary>A picture prepared for searching: each feature with its nearest words and its bits under each of them.</summary>
internal sealed class ImageQuery
{
    /// <summary>The most words that a feature is looked for under. In the index it stands under one.</summary>
    public const int WordsPerPoint = 12;

    /// <summary>
    /// Postings that are looked through for a feature, as many as its first word asks for and about so many more: in a large index a
    /// feature has enough chance neighbours under its nearest words, and the time of a search must not grow with it alone.
    /// </summary>
    private const double PostingsPerPoint = 5000;

    /// <summary>A list longer than this, of a word that more than this share of all features has, costs more than it tells.</summary>
    private const double MostPostings = 128_000, CommonShare = 4e-4;

    /// <summary>Local features of a usual view.</summary>
    private const int PointsPerView = 320;

    /// <param name="features">What was taken from the picture.</param>
    /// <param name="image">Which of the query's pictures it is.</param>
    /// <param name="mirrored">Whether its mirror image is looked for.</param>
    /// <param name="views">Views that the viewer may find: of what is hidden nothing may depend, not even the effort.</param>
    public ImageQuery(ViewFeatures features, int image, bool mirrored, int views)
    {
        (Image, Mirrored) = (image, mirrored);
        var view = mirrored ? features.Mirror() : features;
        (Width, Height, Points) = (view.Width, view.Height, view.Points);
        // A mirrored picture's vector is not known.
        Embedding = mirrored ? [] : features.Embedding;
        Layout = Features.Layout.Unit(view.WholeView);
        LayoutSigns = PackedLayout.Of(view.WholeView).Signs;
        (Words, Signatures) = VisualVocabulary.Instance.Quantise(view, WordsPerPoint);
        WordEnds = ChooseWords(views * (double)PointsPerView);
        (ScaleSteps, AngleSteps) = (new int[Points.Length], new int[Points.Length]);
        for (var i = 0; i < Points.Length; i++)
        {
            var packed = PackedPoint.Of(Points[i]);
            (ScaleSteps[i], AngleSteps[i]) = (packed.ScaleStep, packed.AngleStep);
        }
    }

    /// <summary>Which of the query's pictures it is.</summary>
    public int Image { get; }

    public bool Mirrored { get; }

    public float Width { get; }

    public float Height { get; }

    public KeyPoint[] Points { get; }

    public float[] Layout { get; }

    public ulong[] LayoutSigns { get; }

    public sbyte[] Embedding { get; }

    public ushort[] Words { get; }

    public Signature[] Signatures { get; }

    /// <summary>Of each point, where those of its words end that are looked under: with the number of documents they become fewer.</summary>
    public int[] WordEnds { get; }

    /// <summary>Of each point, as <see cref="PackedPoint"/> counts them.</summary>
    public int[] ScaleSteps { get; }

    public int[] AngleSteps { get; }

    private int[] ChooseWords(double postings)
    {
        var share = VisualVocabulary.Instance.Share;
        var ends = new int[Points.Length];
        for (var point = 0; point < ends.Length; point++)
        {
            var (first, seen) = (point * WordsPerPoint, 0.0);
            var end = first;
            for (; end < first + WordsPerPoint && seen < PostingsPerPoint; end++)
            {
                var list = share[Words[end]] * postings;
                if (list > MostPostings && share[Words[end]] > CommonShare)
                    break;
                seen += list;
            }
            ends[point] = end;
        }
        return ends;
    }
}

using IpCenter.Search.Features;
using IpCenter.Search.Index;
using IpCenter.Search.Vocabulary;

namespace IpCenter.Search.Matching;

/// <summary>A picture prepared for searching: each feature with its nearest words and its bits under each of them.</summary>
internal sealed class ImageQuery
{
    public const int WordsPerPoint = 4;

    private const int NodesPerPoint = 4;

    public ImageQuery(ViewFeatures features, bool mirrored)
    {
        Mirrored = mirrored;
        var view = mirrored ? features.Mirror() : features;
        (Width, Height, Points) = (view.Width, view.Height, view.Points);
        Layout = Features.Layout.Unit(view.WholeView);
        Words = new int[Points.Length * WordsPerPoint];
        Signatures = new UInt128[Words.Length];
        var vocabulary = VisualVocabulary.Instance;
        var descriptor = new float[RootSift.Length];
        var projected = new float[VisualVocabulary.Bits];
        for (var i = 0; i < Points.Length; i++)
        {
            IndexedView.Widen(view.Descriptor(i), descriptor);
            var words = Words.AsSpan(i * WordsPerPoint, WordsPerPoint);
            vocabulary.Assign(descriptor, NodesPerPoint, words);
            vocabulary.Project(descriptor, projected);
            for (var w = 0; w < WordsPerPoint; w++)
                Signatures[i * WordsPerPoint + w] = vocabulary.Sign(projected, words[w]);
        }
    }

    public bool Mirrored { get; }

    public float Width { get; }

    public float Height { get; }

    public KeyPoint[] Points { get; }

    public float[] Layout { get; }

    public int[] Words { get; }

    public UInt128[] Signatures { get; }
}

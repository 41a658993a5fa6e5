using IpCenter.Search.Features;
using IpCenter.Search.Index;
using IpCenter.Search.Vocabulary;

namespace IpCenter.Search.Matching;

/// <summary>A picture prepared for searching: each feature with its nearest words and its bits under each of them.</summary>
internal sealed class ImageQuery
{
    /// <summary>Words that a feature is looked for under. In the index it stands under one.</summary>
    public const int WordsPerPoint = 12;

    public ImageQuery(ViewFeatures features, int image, bool mirrored)
    {
        (Image, Mirrored) = (image, mirrored);
        var view = mirrored ? features.Mirror() : features;
        (Width, Height, Points) = (view.Width, view.Height, view.Points);
        // A mirrored picture's vector is not known.
        Embedding = mirrored ? [] : features.Embedding;
        Layout = Features.Layout.Unit(view.WholeView);
        LayoutSigns = PackedLayout.Of(view.WholeView).Signs;
        (Words, Signatures) = VisualVocabulary.Instance.Quantise(view, WordsPerPoint);
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

    /// <summary>Of each point, as <see cref="PackedPoint"/> counts them.</summary>
    public int[] ScaleSteps { get; }

    public int[] AngleSteps { get; }
}

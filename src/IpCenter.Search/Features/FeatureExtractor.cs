using IpCenter.Search.Features;

namespace IpCenter.Search;

/// <summary>
/// Takes the features of one picture: about 300 local ones (scale-space key points with RootSIFT descriptors) and one of the whole.
/// The same pixels give the same bytes on every machine of one architecture. Any size is accepted. Complexity: linear in pixels.
/// </summary>
public static class FeatureExtractor
{
    /// <summary>Names the kind of features; stored ones of another name are taken anew.</summary>
    public const string Version = "rs2";

    /// <summary>Smaller pictures are enlarged to this side, and whole views are described at no more than it.</summary>
    private const int UsualSide = 512;

    /// <summary>Small pictures are enlarged at most so much: beyond, there is nothing more to be seen.</summary>
    private const float MostEnlarged = 2;

    private static readonly Effort ForIndex = new(UsualSide, 320, 400);

    /// <summary>In a frame of a livestream the product is small and stands among other things.</summary>
    private static readonly Effort ForQuery = new(768, 400, 500);

    /// <summary>Takes the features of a picture that is to be found.</summary>
    /// <param name="image">The pixels; more than 512 on the longest side are not used.</param>
    /// <param name="embedder">Takes a further vector of the whole; none without it.</param>
    /// <exception cref="ArgumentException">Fewer bytes than the size needs, or a size below 1.</exception>
    public static ViewFeatures Extract(RgbImage image, IImageEmbedder? embedder = null) => Extract(image, ForIndex, embedder);

    /// <summary>Takes the features of a picture that is looked for: more of them, at a higher resolution.</summary>
    /// <param name="image">The pixels; more than 768 on the longest side are not used.</param>
    /// <param name="embedder">Takes a further vector of the whole; none without it.</param>
    /// <exception cref="ArgumentException">Fewer bytes than the size needs, or a size below 1.</exception>
    public static ViewFeatures ExtractQuery(RgbImage image, IImageEmbedder? embedder = null) => Extract(image, ForQuery, embedder);

    private static ViewFeatures Extract(RgbImage image, Effort effort, IImageEmbedder? embedder)
    {
        if (image.Width < 1 || image.Height < 1 || image.Rgb.Length < image.Width * image.Height * 3)
            throw new ArgumentException($"{image.Rgb.Length} bytes are no image of {image.Width} × {image.Height}.", nameof(image));
        var luma = Plane.Luma(image, Math.Clamp(Math.Max(image.Width, image.Height), UsualSide, effort.LongestSide), MostEnlarged);
        float longest = Math.Max(luma.Width, luma.Height);
        var space = new ScaleSpace(luma);
        List<KeyPoint> points = [];
        List<byte> descriptors = [];
        Span<byte> descriptor = stackalloc byte[RootSift.Length];
        Span<float> angles = stackalloc float[2];
        foreach (var extremum in KeyPointDetector.Find(space, effort.Places))
        {
            var gradients = extremum.Octave.GradientsOf(extremum.Level);
            var sigma = (float)ScaleSpace.SigmaOf(extremum.Level + extremum.LevelOffset);
            var count = Orientation.Find(gradients, extremum.X, extremum.Y, sigma, angles);
            for (var i = 0; i < count && points.Count < effort.MostPoints; i++)
            {
                RootSift.Describe(gradients, extremum.X, extremum.Y, sigma, angles[i], descriptor);
                var factor = extremum.Octave.Factor / longest;
                points.Add(new KeyPoint(extremum.X * factor, extremum.Y * factor, sigma * factor, angles[i]));
                descriptors.AddRange(descriptor);
            }
        }
        return new ViewFeatures(luma.Width / longest, luma.Height / longest, [.. points], [.. descriptors], Layout.Of(luma.Within(UsualSide)), embedder?.Embed(image) ?? []);
    }

    /// <summary>How closely a picture is looked at.</summary>
    /// <param name="LongestSide">In pixels.</param>
    /// <param name="Places">Places that are described.</param>
    /// <param name="MostPoints">Features: a place may have two directions.</param>
    private sealed record Effort(int LongestSide, int Places, int MostPoints);
}

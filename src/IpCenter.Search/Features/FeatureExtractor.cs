using IpCenter.Search.Features;

namespace IpCenter.Search;

/// <summary>
/// Takes the features of one picture: about 300 local ones (scale-space key points with RootSIFT descriptors) and one of the whole.
/// The same pixels give the same bytes on every machine of one architecture. Any size is accepted; larger than 512 is made smaller.
/// </summary>
public static class FeatureExtractor
{
    /// <summary>Names the kind of features; stored ones of another name are taken anew.</summary>
    public const string Version = "rs1";

    private const int LongestSide = 512;

    private const int Wanted = 320;

    /// <summary>Extracts. Complexity: linear in pixels, about 0.25 megapixels after scaling.</summary>
    /// <param name="image">The pixels.</param>
    /// <param name="embedder">Takes a further vector of the whole; none without it.</param>
    /// <exception cref="ArgumentException">Fewer bytes than the size needs, or a size below 1.</exception>
    public static ViewFeatures Extract(RgbImage image, IImageEmbedder? embedder = null)
    {
        if (image.Width < 1 || image.Height < 1 || image.Rgb.Length < image.Width * image.Height * 3)
            throw new ArgumentException($"{image.Rgb.Length} bytes are no image of {image.Width} × {image.Height}.", nameof(image));
        var luma = Plane.Luma(image, LongestSide);
        float longest = Math.Max(luma.Width, luma.Height);
        var space = new ScaleSpace(luma);
        List<KeyPoint> points = [];
        List<byte> descriptors = [];
        Span<byte> descriptor = stackalloc byte[RootSift.Length];
        Span<float> angles = stackalloc float[2];
        foreach (var extremum in KeyPointDetector.Find(space, Wanted))
        {
            var gradients = extremum.Octave.GradientsOf(extremum.Level);
            var sigma = (float)ScaleSpace.SigmaOf(extremum.Level + extremum.LevelOffset);
            var count = Orientation.Find(gradients, extremum.X, extremum.Y, sigma, angles);
            for (var i = 0; i < count && points.Count < ViewFeatures.MostPoints; i++)
            {
                RootSift.Describe(gradients, extremum.X, extremum.Y, sigma, angles[i], descriptor);
                var factor = extremum.Octave.Factor / longest;
                points.Add(new KeyPoint(extremum.X * factor, extremum.Y * factor, sigma * factor, angles[i]));
                descriptors.AddRange(descriptor);
            }
        }
        return new ViewFeatures(luma.Width / longest, luma.Height / longest, [.. points], [.. descriptors], Layout.Of(luma), embedder?.Embed(image) ?? []);
    }
}

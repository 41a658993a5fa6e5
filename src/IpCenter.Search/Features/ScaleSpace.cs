namespace IpCenter.Search.Features;

/// <summary>
/// Gaussian scale space with its differences (D. Lowe, "Distinctive Image Features from Scale-Invariant Keypoints",
/// IJCV 2004): three scales an octave, starting at the image's own resolution.
/// </summary>
internal sealed class ScaleSpace
{
    public const int ScalesPerOctave = 3;

    private const double BaseSigma = 1.6;

    /// <summary>Blur that a camera or a resize has left already.</summary>
    private const double AssumedSigma = 0.5;

    private const int SmallestSide = 20;

    public List<Octave> Octaves { get; } = [];

    public ScaleSpace(Plane luma)
    {
        var current = luma.Blur(Math.Sqrt(BaseSigma * BaseSigma - AssumedSigma * AssumedSigma));
        for (var factor = 1; Math.Min(current.Width, current.Height) >= SmallestSide; factor *= 2)
        {
            var levels = new Plane[ScalesPerOctave + 3];
            levels[0] = current;
            for (var s = 1; s < levels.Length; s++)
            {
                var (before, after) = (SigmaOf(s - 1), SigmaOf(s));
                levels[s] = levels[s - 1].Blur(Math.Sqrt(after * after - before * before));
            }
            var differences = new Plane[levels.Length - 1];
            for (var s = 0; s < differences.Length; s++)
                differences[s] = Plane.Difference(levels[s + 1], levels[s]);
            Octaves.Add(new Octave(factor, levels, differences));
            current = levels[ScalesPerOctave].Half();
        }
    }

    /// <summary>Sigma of a level in pixels of its octave.</summary>
    public static double SigmaOf(double level) => BaseSigma * Math.Pow(2, level / ScalesPerOctave);
}

/// <summary>One octave: its pixels are <paramref name="Factor"/> pixels of the image.</summary>
internal sealed record Octave(int Factor, Plane[] Levels, Plane[] Differences)
{
    private readonly Gradients?[] _gradients = new Gradients?[Levels.Length];

    /// <summary>The gradients of a level, worked out when the first point asks for them.</summary>
    public Gradients GradientsOf(int level) => _gradients[level] ??= Gradients.Of(Levels[level]);
}

namespace IpCenter.Search.Features;

/// <summary>A place in the image with a size and a direction.</summary>
/// <param name="X">Relative to the longest side, 0 to 1.</param>
/// <param name="Y">Relative to the longest side, 0 to 1.</param>
/// <param name="Scale">Sigma relative to the longest side.</param>
/// <param name="Angle">Radians, 0 to 2π, counted from the x axis towards y.</param>
internal readonly record struct KeyPoint(float X, float Y, float Scale, float Angle)
{
    /// <summary>Where the point lies in the image mirrored left to right, whose width is given relative to the longest side.</summary>
    public KeyPoint Mirror(float width)
    {
        var angle = MathF.PI - Angle;
        return new(width - X, Y, Scale, angle < 0 ? angle + MathF.Tau : angle);
    }
}

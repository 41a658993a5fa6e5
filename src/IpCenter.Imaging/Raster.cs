namespace IpCenter.Imaging;

/// <summary>
/// Pixels as every later step sees them: upright, sRGB, 8 bits per sample, transparency laid on white.
/// Row-major from the top left, 3 bytes per pixel (red, green, blue), no padding: <c>Rgb.Length == Width * Height * 3</c>.
/// </summary>
/// <param name="Width">Pixels per row, at least 1.</param>
/// <param name="Height">Rows, at least 1.</param>
/// <param name="Rgb">The samples.</param>
public sealed record Raster(int Width, int Height, byte[] Rgb)
{
    /// <summary>The samples; refused with <see cref="ArgumentException"/> when their number does not fit the sides.</summary>
    public byte[] Rgb { get; } = Width > 0 && Height > 0 && Rgb.LongLength == 3L * Width * Height
        ? Rgb
        : throw new ArgumentException($"{Width} x {Height} pixels do not have {Rgb.Length} samples.", nameof(Rgb));
}

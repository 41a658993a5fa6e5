namespace IpCenter.Search;

/// <summary>Pixels to search with: row-major, 3 bytes per pixel, sRGB.</summary>
/// <param name="Width">Pixels per row, at least 1.</param>
/// <param name="Height">Rows, at least 1.</param>
/// <param name="Rgb">Width × Height × 3 bytes.</param>
public readonly record struct RgbImage(int Width, int Height, ReadOnlyMemory<byte> Rgb);

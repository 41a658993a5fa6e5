namespace IpCenter.Imaging;

/// <summary>A rectangle in pixels of a raster: from the top left corner, sides at least 1.</summary>
public readonly record struct PixelBox(int Left, int Top, int Width, int Height)
{
    /// <summary>The first column to the right of it.</summary>
    public int Right => Left + Width;

    /// <summary>The first row below it.</summary>
    public int Bottom => Top + Height;

    /// <summary>Pixels inside.</summary>
    public long Area => (long)Width * Height;
}

namespace IpCenter.Imaging;

/// <summary>An sRGB colour.</summary>
public readonly record struct Rgb(byte Red, byte Green, byte Blue);

namespace IpCenter.Web.Components;

/// <summary>A picture that can be put on one side of a comparison.</summary>
/// <param name="Key">What the page's address calls it.</param>
/// <param name="Address">The page with this picture on its side.</param>
/// <param name="Box">The region that matched, as the page's address writes it; <c>null</c> where none is known.</param>
public sealed record PictureChoice(Picture Picture, string Key, string Address, bool IsShown, string? Box = null);

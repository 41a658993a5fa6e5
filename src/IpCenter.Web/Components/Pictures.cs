namespace IpCenter.Web.Components;

/// <summary>
/// A picture on a screen: a small copy in the page, a large one behind the link. Its name, such as 主视图,
/// is also its text alternative.
/// </summary>
public sealed record Picture(string Name, string Small, string Large);

/// <summary>A region of a picture; all values are shares of its width and height, 0 to 1.</summary>
public sealed record MatchBox(double Left, double Top, double Width, double Height);

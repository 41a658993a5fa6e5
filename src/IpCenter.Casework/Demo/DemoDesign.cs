namespace IpCenter.Casework.Demo;

/// <summary>A product of the demo with its pictures.</summary>
public sealed record DemoDesign(
    string Id, string Name, string Use, string LocarnoClass, string DesignPoints, bool ColourClaimed, string? CopyOf, IReadOnlyList<DemoView> Views);

/// <summary>One picture: the place that it takes in an application, and its file below the folder.</summary>
public sealed record DemoView(string Position, string File);

/// <summary>A picture of an invented livestream, and the designs that it shows.</summary>
public sealed record DemoScreenshot(string Id, string File, string Platform, string Room, string Account, IReadOnlyList<string> Shows);

namespace IpCenter.Web.Components;

/// <summary>Something that happened, or (<see cref="IsAhead"/>) is expected, in words.</summary>
public sealed record TimelineEntry(DateTimeOffset At, string What, string? Who = null, string? Detail = null, bool IsAhead = false);

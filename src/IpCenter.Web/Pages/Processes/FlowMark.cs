namespace IpCenter.Web.Pages.Processes;

/// <summary>What a drawing says about one step beside its name.</summary>
/// <param name="Look">Style of the box: <c>done</c>, <c>here</c>, <c>stopped</c>, <c>heat-1</c> to <c>heat-5</c>.</param>
/// <param name="Figure">In the upper right corner of the box.</param>
/// <param name="Flag">On a tab above the box.</param>
/// <param name="Said">The same in words, for the list.</param>
public sealed record FlowMark(string Look, string? Figure = null, string? Flag = null, string? Said = null);

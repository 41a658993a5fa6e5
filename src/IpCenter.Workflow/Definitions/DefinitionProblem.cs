namespace IpCenter.Workflow.Definitions;

/// <summary>One reason why a definition is refused, with its place.</summary>
/// <param name="File">File name relative to the folder.</param>
/// <param name="ActivityId">The activity concerned, if any.</param>
/// <param name="JsonPath">Where in the file, for example <c>$.root.activities[3].timeSpan</c>.</param>
/// <param name="Reason">What is wrong and what would be right.</param>
public sealed record DefinitionProblem(string File, string? ActivityId, string JsonPath, string Reason)
{
    /// <summary>One line for a start-up report.</summary>
    public override string ToString() =>
        ActivityId is null ? $"{File} {JsonPath}: {Reason}" : $"{File} {JsonPath} (activity '{ActivityId}'): {Reason}";
}

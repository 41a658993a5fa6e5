namespace IpCenter.Workflow.Definitions;

/// <summary>An arrow of the flowchart.</summary>
/// <param name="Source">Id of the activity where it starts.</param>
/// <param name="Port">The outcome of the source that follows it.</param>
/// <param name="Target">Id of the activity where it ends.</param>
/// <param name="Vertices">Bends that the designer drew, in designer units.</param>
public sealed record Connection(string Source, string Port, string Target, IReadOnlyList<DesignerPoint> Vertices)
{
    /// <summary>Names the connection among those into its target, in stored state.</summary>
    internal string Key => $"{Source}:{Port}";
}

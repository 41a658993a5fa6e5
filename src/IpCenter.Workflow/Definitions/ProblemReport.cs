namespace IpCenter.Workflow.Definitions;

/// <summary>Collects the problems of one file.</summary>
internal sealed class ProblemReport(string file)
{
    private readonly List<DefinitionProblem> _problems = [];

    public string File { get; } = file;

    public IReadOnlyList<DefinitionProblem> Problems => _problems;

    public void Add(string? activityId, string path, string reason) => _problems.Add(new(File, activityId, path, reason));
}

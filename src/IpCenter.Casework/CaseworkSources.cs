using IpCenter.Casework.Formalities.Catalogue;
using IpCenter.Casework.Letters;
using IpCenter.Casework.Processes;
using IpCenter.Casework.ReferenceData;
using IpCenter.Workflow.Definitions;

namespace IpCenter.Casework;

/// <summary>The files that the centre's work follows: reference data, formality rules, process definitions and letters.</summary>
public sealed record CaseworkSources(ReferenceLibrary Reference, RuleCatalogue Rules, WorkflowCatalog Workflows, BuiltInLetters Letters)
{
    /// <summary>Reads everything strictly; the application starts only if all of it is valid.</summary>
    /// <exception cref="CaseworkSourcesException">Lists every problem of every file.</exception>
    public static CaseworkSources Read(string dataFolder, string workflowsFolder)
    {
        var reference = ReferenceLibrary.Read(dataFolder);
        var rules = RuleCatalogueReader.ReadFolder(Path.Combine(dataFolder, "rules"));
        var workflows = WorkflowCatalog.Load(workflowsFolder, new CatalogRules(SystemTasks.Names));
        var letters = BuiltInLetters.Read(Path.Combine(dataFolder, "letters"));
        List<string> problems =
        [
            .. reference.Problems.Select(p => $"data/{p}"),
            .. rules.Problems.Select(p => $"data/rules/{p}"),
            .. workflows.Problems.Select(p => $"workflows/{p}"),
            .. letters.Problems.Select(p => $"data/letters/{p}"),
        ];
        return problems.Count == 0
            ? new CaseworkSources(reference.Library!, rules.Catalogue!, workflows.Catalog!, letters.Letters!)
            : throw new CaseworkSourcesException(problems);
    }
}

/// <summary>Why the application cannot start: all reasons at once.</summary>
public sealed class CaseworkSourcesException(IReadOnlyList<string> problems)
    : Exception($"The centre's data cannot be used:{Environment.NewLine}{string.Join(Environment.NewLine, problems)}")
{
    public IReadOnlyList<string> Problems { get; } = problems;
}

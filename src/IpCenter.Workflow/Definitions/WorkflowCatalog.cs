using System.Collections.Frozen;

namespace IpCenter.Workflow.Definitions;

/// <summary>All accepted definitions. Immutable; one per process.</summary>
public sealed class WorkflowCatalog
{
    private readonly FrozenDictionary<(string DefinitionId, int Version), WorkflowDefinition> _versions;
    private readonly FrozenDictionary<string, WorkflowDefinition> _published;

    private WorkflowCatalog(IReadOnlyCollection<WorkflowDefinition> definitions)
    {
        _versions = definitions.ToFrozenDictionary(d => (d.DefinitionId, d.Version));
        _published = definitions.Where(d => d.IsPublished).ToFrozenDictionary(d => d.DefinitionId);
    }

    /// <summary>Every version of every definition, by id and version.</summary>
    public IReadOnlyList<WorkflowDefinition> Definitions =>
        [.. _versions.Values.OrderBy(d => d.DefinitionId, StringComparer.Ordinal).ThenBy(d => d.Version)];

    /// <summary>Reads every <c>*.json</c> below a folder. A folder that does not exist throws.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="rules">What the host demands.</param>
    public static CatalogReading Load(string folder, CatalogRules rules)
    {
        var files = Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Select(path => KeyValuePair.Create(Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllText(path)));
        return Read(files, rules);
    }

    /// <summary>Reads definitions from their texts, by file name.</summary>
    /// <param name="files">File names, which problems name, and JSON texts.</param>
    /// <param name="rules">What the host demands.</param>
    public static CatalogReading Read(IEnumerable<KeyValuePair<string, string>> files, CatalogRules rules)
    {
        var definitions = new List<WorkflowDefinition>();
        var problems = new List<DefinitionProblem>();
        foreach (var (file, json) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            var report = new ProblemReport(file);
            if (DefinitionReader.Read(json, report, rules) is { } definition)
                definitions.Add(definition);
            problems.AddRange(report.Problems);
        }
        problems.AddRange(Clashes(definitions));
        problems.AddRange(ChildCheck.Run(definitions));
        return new CatalogReading(problems.Count == 0 ? new WorkflowCatalog(definitions) : null, problems);
    }

    /// <summary>The published version, which new instances follow. An unknown id throws <see cref="KeyNotFoundException"/>.</summary>
    public WorkflowDefinition Latest(string definitionId) =>
        _published.GetValueOrDefault(definitionId)
        ?? throw new KeyNotFoundException($"No published workflow definition has the id '{definitionId}'.");

    /// <summary>One version, which its instances follow to their end, or null.</summary>
    public WorkflowDefinition? Find(string definitionId, int version) => _versions.GetValueOrDefault((definitionId, version));

    private static IEnumerable<DefinitionProblem> Clashes(List<WorkflowDefinition> definitions)
    {
        foreach (var same in definitions.GroupBy(d => (d.DefinitionId, d.Version)))
            foreach (var other in same.Skip(1))
                yield return new(other.Identity.File, null, "$.version", $"{same.First().Identity.File} holds version {other.Version} of '{other.DefinitionId}' too");
        foreach (var same in definitions.GroupBy(d => d.Identity.VersionId))
            foreach (var other in same.Skip(1))
                yield return new(other.Identity.File, null, "$.id", $"{same.First().Identity.File} has the id '{same.Key}' too");
        foreach (var versions in definitions.GroupBy(d => d.DefinitionId))
        {
            var published = versions.Where(d => d.IsPublished).ToList();
            if (published.Count == 0)
                yield return new(versions.First().Identity.File, null, "$.isPublished", $"no version of '{versions.Key}' is published");
            foreach (var other in published.Skip(1))
                yield return new(other.Identity.File, null, "$.isPublished", $"{published[0].Identity.File} is a published version of '{versions.Key}' too");
        }
    }
}

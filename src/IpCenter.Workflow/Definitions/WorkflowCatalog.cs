using System.Collections.Frozen;

namespace IpCenter.Workflow.Definitions;

/// <summary>All accepted definitions. Immutable; one per process.</summary>
public sealed class WorkflowCatalog
{
    private readonly FrozenDictionary<(string DefinitionId, int Version), WorkflowDefinition> _versions;
    private readonly FrozenDictionary<string, WorkflowDefinition> _published;

    internal WorkflowCatalog(IReadOnlyCollection<WorkflowDefinition> definitions)
    {
        _versions = definitions.ToFrozenDictionary(d => (d.DefinitionId, d.Version));
        _published = definitions.Where(d => d.IsPublished).ToFrozenDictionary(d => d.DefinitionId);
    }

    /// <summary>Every version of every definition, by id and version.</summary>
    public IReadOnlyList<WorkflowDefinition> Definitions =>
        [.. _versions.Values.OrderBy(d => d.DefinitionId, StringComparer.Ordinal).ThenBy(d => d.Version)];

    /// <summary>Reads every <c>*.json</c> below a folder. A folder that does not exist throws.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="handledTasks">Names of the tasks that have a handler; all others are people's tasks and need a queue.</param>
    public static CatalogReading Load(string folder, IReadOnlySet<string> handledTasks) =>
        throw new NotImplementedException();

    /// <summary>The published version, which new instances follow. An unknown id throws <see cref="KeyNotFoundException"/>.</summary>
    public WorkflowDefinition Latest(string definitionId) =>
        _published.GetValueOrDefault(definitionId)
        ?? throw new KeyNotFoundException($"No published workflow definition has the id '{definitionId}'.");

    /// <summary>One version, which its instances follow to their end, or null.</summary>
    public WorkflowDefinition? Find(string definitionId, int version) => _versions.GetValueOrDefault((definitionId, version));
}

using System.Diagnostics.CodeAnalysis;

namespace IpCenter.Workflow.Definitions;

/// <summary>The catalogue, or every reason why there is none.</summary>
public sealed class CatalogReading
{
    internal CatalogReading(WorkflowCatalog? catalog, IReadOnlyList<DefinitionProblem> problems)
    {
        Catalog = catalog;
        Problems = problems;
    }

    /// <summary>True when every definition was accepted.</summary>
    [MemberNotNullWhen(true, nameof(Catalog))]
    public bool IsValid => Catalog is not null;

    /// <summary>The catalogue, when there are no problems.</summary>
    public WorkflowCatalog? Catalog { get; }

    /// <summary>All problems of all files.</summary>
    public IReadOnlyList<DefinitionProblem> Problems { get; }
}

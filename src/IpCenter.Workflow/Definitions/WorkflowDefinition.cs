namespace IpCenter.Workflow.Definitions;

/// <summary>One accepted version of a workflow definition. Immutable.</summary>
public sealed record WorkflowDefinition
{
    /// <summary>The stable id over all versions.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>1 or more.</summary>
    public required int Version { get; init; }

    /// <summary>The name for people.</summary>
    public required string Name { get; init; }

    /// <summary>True for the version that new instances follow.</summary>
    public required bool IsPublished { get; init; }
}

namespace IpCenter.Workflow.Definitions;

/// <summary>An output that SetOutput may set and a parent may read.</summary>
/// <param name="Name">The name that SetOutput writes.</param>
/// <param name="DisplayName">The name for people.</param>
/// <param name="TypeName">Elsa's type alias.</param>
public sealed record OutputDefinition(string Name, string DisplayName, string TypeName);

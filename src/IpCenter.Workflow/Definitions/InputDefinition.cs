namespace IpCenter.Workflow.Definitions;

/// <summary>An input that a starter may give.</summary>
/// <param name="Name">The name that expressions write.</param>
/// <param name="DisplayName">The name for people.</param>
/// <param name="TypeName">Elsa's type alias.</param>
public sealed record InputDefinition(string Name, string DisplayName, string TypeName);

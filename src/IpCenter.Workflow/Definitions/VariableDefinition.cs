namespace IpCenter.Workflow.Definitions;

/// <summary>A variable: <paramref name="Id"/> decides, <paramref name="Name"/> is what expressions write.</summary>
/// <param name="Id">The id that outputs and SetVariable refer to.</param>
/// <param name="Name">The name.</param>
/// <param name="Type">What it may hold.</param>
/// <param name="Default">Its value when an instance starts.</param>
public sealed record VariableDefinition(string Id, string Name, VariableType Type, object? Default);

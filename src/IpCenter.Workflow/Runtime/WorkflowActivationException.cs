namespace IpCenter.Workflow.Runtime;

/// <summary>The definition's activation strategy does not allow another instance while one runs.</summary>
public sealed class WorkflowActivationException(string definitionId, string correlationId)
    : InvalidOperationException($"'{definitionId}' allows no further instance for '{correlationId}' while one runs.");

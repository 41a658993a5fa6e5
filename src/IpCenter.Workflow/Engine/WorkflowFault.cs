namespace IpCenter.Workflow.Engine;

/// <summary>Which activity failed and why.</summary>
public sealed record WorkflowFault(string ActivityId, string Reason);

namespace IpCenter.Workflow.Runtime;

/// <summary>Makes scopes. Disposing a scope drops what it did not save.</summary>
public interface IWorkflowScopeFactory
{
    /// <summary>A fresh scope.</summary>
    IWorkflowScope CreateScope();
}

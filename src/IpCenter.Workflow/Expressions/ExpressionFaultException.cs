namespace IpCenter.Workflow.Expressions;

/// <summary>An expression of an accepted definition failed on the values it met. It faults the instance.</summary>
public sealed class ExpressionFaultException(string message) : Exception(message);

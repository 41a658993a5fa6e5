namespace IpCenter.Workflow.Definitions;

/// <summary>A place on the designer's canvas; x grows to the right, y downwards.</summary>
public readonly record struct DesignerPoint(double X, double Y);

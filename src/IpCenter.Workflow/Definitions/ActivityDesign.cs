namespace IpCenter.Workflow.Definitions;

/// <summary>How the designer shows an activity.</summary>
/// <param name="Position">The upper left corner.</param>
/// <param name="Width">Width in designer units.</param>
/// <param name="Height">Height in designer units.</param>
/// <param name="Text">The label.</param>
/// <param name="Description">A longer explanation.</param>
public sealed record ActivityDesign(DesignerPoint Position, double Width, double Height, string Text, string? Description);

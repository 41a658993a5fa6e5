namespace IpCenter.Imaging;

/// <summary>
/// What kinds of line a line drawing holds besides plain strokes. Leads for a person: pleats are evenly spaced strokes too, and
/// a lattice may be made of short ones.
/// </summary>
/// <param name="DashedShare">Ink in chains of four or more short strokes that follow each other, as a share of all ink, 0 to 1.</param>
/// <param name="DashDotChains">Chains in which long and short strokes alternate: centre and section lines (ISO 128-2, type 04).</param>
/// <param name="HatchedShare">Area under seven or more evenly spaced parallel strokes, as a share of the figure's box, 0 to 1.</param>
/// <param name="ToneShare">Area of even gray tone, as a share of the figure's box, 0 to 1: shading instead of lines.</param>
/// <param name="RowsOfMarks">Rows of three or more small upright marks: numbers or letters beside the figure, or in it.</param>
public sealed record DrawnLines(double DashedShare, int DashDotChains, double HatchedShare, double ToneShare, int RowsOfMarks);

using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.Formalities.Views;
using IpCenter.Imaging;
using static IpCenter.Casework.Tests.Formalities.Cases.FormalityCase;

namespace IpCenter.Casework.Tests.Formalities.Cases;

internal static class DrawingCases
{
    private static readonly DrawnLines Plain = new(0, 0, 0, 0, 0);

    public static IEnumerable<FormalityCase> All =>
    [
        Lines("dashed", Plain with { DashedShare = 0.2 }, Plain with { DashedShare = 0.01 }),
        // 细则第三十条第二款: a partial design shows the rest of the product in dashed lines.
        Of("IMG-10", "dashed", "4.2.2", facts => Drawn(facts, Plain with { DashedShare = 0.2 }), right: facts => Drawn(facts, Plain with { DashedShare = 0.2 }) with { IsPartialDesign = true }),
        Lines("dash-dot", Plain with { DashDotChains = 1 }, Plain),
        Lines("hatching", Plain with { HatchedShare = 0.3 }, Plain with { HatchedShare = 0.02 }),
        Lines("tone", Plain with { ToneShare = 0.2 }, Plain with { ToneShare = 0.01 }),
        Lines("marks", Plain with { RowsOfMarks = 2 }, Plain),
        // What is as likely a photo is not held to the rules of drawings.
        Of("IMG-10", "marks", "4.2.2", facts => Drawn(facts, Plain with { RowsOfMarks = 2 }), right: facts => Drawn(facts, Plain with { RowsOfMarks = 2 }, 0.5)),
    ];

    private static FormalityCase Lines(string defect, DrawnLines wrong, DrawnLines right) =>
        Of("IMG-10", defect, "4.2.2", facts => Drawn(facts, wrong), right: facts => Drawn(facts, right));

    private static ApplicationFacts Drawn(ApplicationFacts facts, DrawnLines lines, double confidence = 0.95) =>
        facts.WithMeasured(ViewKind.Front, measured => measured with { Depiction = Depiction.LineDrawing, DepictionConfidence = confidence, Lines = lines });
}

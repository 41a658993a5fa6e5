using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.Formalities.Views;

namespace IpCenter.Casework.Formalities.Checks;

/// <summary>
/// VIEW-01, VIEW-02, VIEW-09 and BRIEF-03: which views are needed, and whether each one that is left out is accounted for
/// (细则第三十一条第一款; 专利审查指南第一部分第三章4.2).
/// </summary>
internal static class OmissionChecks
{
    public static IEnumerable<Finding> Run(CheckContext context)
    {
        var shape = Shape(context.Facts);
        return [.. shape, .. context.Views.Any() ? context.Designs.Where(design => !design.ShowsComponentsOnly).SelectMany(design => Design(context.Facts, design)) : [], .. Marking(context.Facts)];
    }

    private static IEnumerable<Finding> Shape(ApplicationFacts facts)
    {
        if (facts.Shape == ProductShape.Unanswered)
            yield return Defects.ShapeUnanswered.InField(FieldKeys.Shape);
    }

    private static IEnumerable<Finding> Design(ApplicationFacts facts, DesignViews design)
    {
        var omitted = (facts.Brief?.OmittedViews ?? []).Where(view => view.Design is null || view.Design == design.Number).ToList();
        foreach (var face in Faces(facts.Shape))
            foreach (var finding in Face(face, design, omitted.FirstOrDefault(view => view.View == face)))
                yield return finding;
        if (facts.Shape == ProductShape.Flat && !design.Has(ViewKind.Front) && !design.Has(ViewKind.Back))
            yield return Defects.FlatFaceMissing.At(design.Place);
        if (facts.Shape == ProductShape.ThreeDimensional && !design.Has(ViewKind.Perspective))
            yield return (facts.IsPartialDesign ? Defects.PartialPerspectiveMissing : Defects.PerspectiveMissing).At(design.Place);
    }

    private static IReadOnlyList<ViewKind> Faces(ProductShape shape) => shape switch
    {
        ProductShape.ThreeDimensional => ViewNames.Orthographic,
        ProductShape.Flat => [ViewKind.Front, ViewKind.Back],
        _ => [],
    };

    private static IEnumerable<Finding> Face(ViewKind face, DesignViews design, OmittedView? omitted)
    {
        var name = ViewNames.Of(face).Name;
        Finding Found(Defect defect) => defect.At(design.Place).With("view", name);

        if (design.Has(face))
        {
            if (omitted is not null)
                yield return Found(Defects.OmittedButSubmitted);
            yield break;
        }
        if (omitted is null)
        {
            yield return Found(Defects.OmissionNotStated);
            yield break;
        }
        if (omitted.Reason == OmissionReason.Unanswered)
            yield return Found(Defects.OmissionReasonMissing);
        if (omitted.Reason is OmissionReason.Identical or OmissionReason.Symmetric && (omitted.Counterpart is not { } counterpart || counterpart == face || !design.Has(counterpart)))
            yield return Found(Defects.OmissionCounterpartMissing);
        if (omitted.Reason is OmissionReason.NoDesignPoint or OmissionReason.NotVisibleInUse && design.Facts.FacesConcerned?.Contains(face) == true)
            yield return Found(Defects.ConcernedFaceOmitted);
    }

    private static IEnumerable<Finding> Marking(ApplicationFacts facts)
    {
        if (facts.IsPartialDesign && facts.PartialMarking == PartialMarking.None)
            yield return Defects.PartialMarkingMissing.InField(FieldKeys.PartialMarking);
    }
}

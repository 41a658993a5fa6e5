namespace IpCenter.Casework.Venues;

/// <summary>Territorial jurisdiction: which of the places in a question found jurisdiction, and by what authority.</summary>
internal sealed class FoundingPlaces(VenueDataSet data)
{
    public const string DefendantDomicile = "defendant-domicile";

    // Articles 22 and 29 of the Civil Procedure Law: the defendant's domicile founds jurisdiction in every case.
    private static readonly LegalBasis Domicile = new(
        DefendantDomicile, new Bilingual("民事诉讼法（2023）第22条、第29条", "Civil Procedure Law (2023) art. 22, 29"), 0.97m);

    public IReadOnlyList<(FoundingPoint Point, IReadOnlyList<string> Around, LegalBasis Basis)> Of(
        VenueQuestion question, IReadOnlyList<ConnectingPointSet> sets, VenueDraft draft)
    {
        var founding = new List<(FoundingPoint, IReadOnlyList<string>, LegalBasis)>();
        if (question.DefendantPlace is { } domicile)
            Add(new ActPlace(DefendantDomicile, domicile), Domicile);
        foreach (var act in question.ActPlaces.Where(act => !IsFallback(act)))
            if (Authority(act, question, sets, draft) is { } basis)
                Add(act, basis);
        foreach (var act in question.ActPlaces.Where(IsFallback))
        {
            var set = sets.First(set => set.Fallback.Contains(act.Point));
            if (founding.Count == 0)
                Add(act, BasisOf(set));
            else
                Refuse(act, set.Basis, draft);
        }

        return founding;

        bool IsFallback(ActPlace act) => sets.Any(set => set.Fallback.Contains(act.Point));

        void Add(ActPlace act, LegalBasis basis)
        {
            if (data.Around(act.Place) is { } around)
                founding.Add((new FoundingPoint(act.Point, data.NameOfPoint(act.Point), act.Place, data.NameOfPlace(act.Place)), around, basis));
            else
                draft.Note($"地点代码“{act.Place}”不在数据中，未予考虑。", $"The place code '{act.Place}' is not in the data and was left out.");
        }
    }

    public IReadOnlyList<ConnectingPointSet> SetsFor(string cause, SaleSetting? setting)
    {
        var sets = data.PointSets.Where(set => set.Causes.Contains(cause) || (setting is not null && set.Setting == setting)).ToList();
        return sets.Find(set => set.Replaces) is { } special ? [special] : sets;
    }

    private LegalBasis? Authority(ActPlace act, VenueQuestion question, IReadOnlyList<ConnectingPointSet> sets, VenueDraft draft)
    {
        if (act.Point == DefendantDomicile)
            return Domicile;
        if (sets.FirstOrDefault(set => set.Excluded.Contains(act.Point)) is { } excluding)
        {
            Refuse(act, excluding.Basis, draft);
            return null;
        }

        if (sets.Where(set => set.Points.Contains(act.Point)).MaxBy(set => set.Confidence) is { } set)
            return BasisOf(set);
        var (point, cause) = (data.NameOfPoint(act.Point), data.Cause(question.Cause)?.Name ?? new Bilingual(question.Cause, question.Cause));
        draft.Note($"数据中没有“{cause.Zh}”以{point.Zh}确定管辖的依据，未予考虑。", $"The data has no authority for {point.En} in '{cause.En}', so it was left out.");
        return null;
    }

    private void Refuse(ActPlace act, Bilingual basis, VenueDraft draft)
    {
        var point = data.NameOfPoint(act.Point);
        draft.Note($"{point.Zh}不能确定管辖（{basis.Zh}）。", $"The {point.En} founds no jurisdiction here ({basis.En}).");
    }

    private static LegalBasis BasisOf(ConnectingPointSet set) => new(set.Id, set.Basis, set.Confidence, set.Source);
}

using System.Text.RegularExpressions;
using IpCenter.Casework.Formalities.Facts;

namespace IpCenter.Casework.Formalities.Checks;

/// <summary>FAST-01, FAST-02, X1 to X9, AMEND-01 and HAGUE-01: who and what may use the fast lane.</summary>
internal static partial class FastTrackChecks
{
    public static IEnumerable<Finding> Run(CheckContext context) =>
        [.. Recordal(context.Facts.FastTrack), .. Exclusions(context.Facts.FastTrack), .. Class(context.Facts), .. Claims(context.Facts), .. Promises(context.Facts)];

    private static IEnumerable<Finding> Recordal(FastTrackFacts facts)
    {
        var defect = facts.Recordal switch
        {
            RecordalStatus.Recorded => null,
            RecordalStatus.Pending => Defects.RecordalPending,
            RecordalStatus.Suspended => Defects.RecordalSuspended,
            RecordalStatus.Cancelled => Defects.RecordalCancelled,
            _ => Defects.NotRecorded,
        };
        if (defect is not null)
            yield return defect.InField(FieldKeys.Recordal);
        else if (!facts.FirstApplicantIsRecordedFirm)
            yield return Defects.RecordedFirmNotFirst.InField(FieldKeys.Applicants);
    }

    private static IEnumerable<Finding> Exclusions(FastTrackFacts facts)
    {
        (bool Applies, Defect Defect)[] exclusions =
        [
            (facts.IsPct, Defects.Pct),
            (facts.IsSameDayInventionAndUtilityModel, Defects.SameDay),
            (facts.IsDivisional, Defects.Divisional),
            (facts.NeedsSecrecyExamination, Defects.Secrecy),
            (facts.IsAlreadyFiled, Defects.AlreadyFiled),
            (facts.IsHague, Defects.Hague),
            (facts.IsHague, Defects.HagueRoute),
        ];
        return exclusions.Where(exclusion => exclusion.Applies).Select(exclusion => exclusion.Defect.InField(FieldKeys.FastTrack));
    }

    private static IEnumerable<Finding> Class(ApplicationFacts facts)
    {
        var code = ChineseText.Normal(facts.LocarnoClass ?? "");
        if (code.Length == 0)
            yield return Defects.ClassMissing.InField(FieldKeys.LocarnoClass);
        else if (Wrong(facts, code, FieldKeys.LocarnoClass) is { } wrong)
            yield return wrong;
        if (facts.Kind != ApplicationKind.Set)
            yield break;
        // A piece with a class of its own is a product of that class: it passes the same gate.
        foreach (var piece in facts.Designs.OrderBy(design => design.Number))
            if (ChineseText.Normal(piece.LocarnoClass ?? "") is { Length: > 0 } own && own != code && Wrong(facts, own, FieldKeys.Piece(piece.Number, "locarnoClass")) is { } wrongPiece)
                yield return wrongPiece;
    }

    private static Finding? Wrong(ApplicationFacts facts, string code, string field)
    {
        if (!ClassAndSubclass().IsMatch(code))
            return Defects.ClassMalformed.InField(field).With("class", code);
        if (facts.KnownClasses.Count > 0 && !facts.KnownClasses.Contains(code))
            return Defects.ClassUnknown.InField(field).With("class", code);
        if (facts.AcceptedClasses.Count > 0 && !facts.AcceptedClasses.Any(accepted => Accepts(accepted, code)))
            return (facts.AcceptedClassesAreApproved ? Defects.ClassOutside : Defects.ClassUnsettled).InField(field).With("class", code)
                .Seen(new("分类", "class"), code, "≠", string.Join(", ", facts.AcceptedClasses));
        return null;
    }

    private static bool Accepts(string accepted, string code) => accepted.EndsWith("-*", StringComparison.Ordinal)
        ? code.StartsWith(accepted[..^1], StringComparison.Ordinal)
        : accepted == code;

    private static IEnumerable<Finding> Claims(ApplicationFacts facts)
    {
        if (facts.Priorities.Count > 0)
            yield return Defects.PriorityInFastLane.InField(FieldKeys.FastTrack);
        if (facts.Disclosure is { IsAnswered: true, IsExcused: true })
            yield return Defects.GraceInFastLane.InField(FieldKeys.FastTrack);
    }

    private static IEnumerable<Finding> Promises(ApplicationFacts facts)
    {
        if (facts.FastTrack.PromisesAccepted || facts.PresentDocuments.Contains(DocumentKind.PromiseLetter))
            yield break;
        yield return Defects.PromiseMissing.InField(FieldKeys.Promises);
        yield return Defects.PromisesOpen.InField(FieldKeys.Promises);
    }

    [GeneratedRegex(@"^\d{2}-\d{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex ClassAndSubclass();
}

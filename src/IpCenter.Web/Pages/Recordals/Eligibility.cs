using IpCenter.Casework;
using IpCenter.Casework.Firms;
using IpCenter.Casework.Identifiers;
using IpCenter.Casework.ReferenceData;

namespace IpCenter.Web.Pages.Recordals;

/// <summary>How an answer speaks for or against a recordal.</summary>
public enum EligibilityVerdict
{
    Fine,

    /// <summary>A person has to look, or the centre has not settled the question.</summary>
    ToConfirm,
    Against,
}

/// <summary>One condition of a recordal and how the firm stands to it; a person decides.</summary>
/// <param name="Key">What is asked; its words are in the resources.</param>
/// <param name="Facts">What was found, in both languages.</param>
public sealed record EligibilityPoint(string Key, EligibilityVerdict Verdict, Bilingual Facts)
{
    public static IReadOnlyList<EligibilityPoint> Of(Firm firm, Recordal recordal, Center center) =>
    [
        Place(firm, center),
        Classes(recordal, center),
        Code(firm),
        Kind(firm, center),
    ];

    private static EligibilityPoint Place(Firm firm, Center center) => new(
        "place",
        center.Serves(firm.PlaceCode) ? EligibilityVerdict.Fine : EligibilityVerdict.Against,
        new($"登记地代码 {firm.PlaceCode}，本中心服务 {string.Join("、", center.Region)}", $"registered at {firm.PlaceCode}; the centre serves {string.Join(", ", center.Region)}"));

    private static EligibilityPoint Classes(Recordal recordal, Center center)
    {
        var outside = recordal.Classes.Where(code => !center.AcceptedClasses.Include(code)).ToList();
        var settled = center.AcceptedClasses.Status == AcceptedClassesStatus.Approved;
        return new(
            "classes",
            outside.Count == 0 ? EligibilityVerdict.Fine
                : settled && outside.Count == recordal.Classes.Count ? EligibilityVerdict.Against
                : EligibilityVerdict.ToConfirm,
            outside.Count > 0
                ? new($"不在受理范围：{string.Join("、", outside)}。{center.AcceptedClasses.Note.Zh}", $"not accepted: {string.Join(", ", outside)}. {center.AcceptedClasses.Note.En}")
                : new($"{string.Join("、", recordal.Classes)} 均在受理范围。{center.AcceptedClasses.Note.Zh}", $"all accepted: {string.Join(", ", recordal.Classes)}. {center.AcceptedClasses.Note.En}"));
    }

    private static EligibilityPoint Code(Firm firm)
    {
        var reading = UnifiedSocialCreditCode.Read(firm.CreditCode);
        var placeDiffers = reading.Value is { } code && code.Adcode != firm.PlaceCode;
        var zh = string.Concat(reading.Problems.Select(p => p.Reason.Zh));
        var en = string.Join(' ', reading.Problems.Select(p => p.Reason.En));
        return new(
            "code",
            !reading.IsUsable ? EligibilityVerdict.Against : reading.HasWarnings || placeDiffers ? EligibilityVerdict.ToConfirm : EligibilityVerdict.Fine,
            new($"{firm.CreditCode} {zh}{(placeDiffers ? $"代码中的登记机关地为 {reading.Value!.Adcode}，与登记地不同。" : "")}",
                $"{firm.CreditCode} {en}{(placeDiffers ? $" The code names {reading.Value!.Adcode} as the place of registration." : "")}"));
    }

    private static EligibilityPoint Kind(Firm firm, Center center)
    {
        var individual = firm.Kind == FirmKind.IndividualBusiness || UnifiedSocialCreditCode.Read(firm.CreditCode).Value?.IsIndividualBusiness == true;
        if (!individual)
            return new("kind", EligibilityVerdict.Fine, new("不是个体工商户", "not an individual business"));
        return center.IndividualBusinessesEligible switch
        {
            true => new("kind", EligibilityVerdict.Fine, new("个体工商户，本中心可以备案", "an individual business; this centre records them")),
            false => new("kind", EligibilityVerdict.Against, new("个体工商户，本中心不予备案", "an individual business; this centre does not record them")),
            null => new("kind", EligibilityVerdict.ToConfirm, new("个体工商户能否备案，本中心尚未确认，请先请示", "whether individual businesses may be recorded is not settled: ask first")),
        };
    }
}

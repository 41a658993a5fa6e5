using System.Collections.Immutable;
using IpCenter.Casework.Formalities.Facts;
using static IpCenter.Casework.Tests.Formalities.Cases.FormalityCase;

namespace IpCenter.Casework.Tests.Formalities.Cases;

/// <summary>Subject, unity and priority.</summary>
internal static class SubjectCases
{
    private const string Unity = "第三十一条第二款";

    public static IEnumerable<FormalityCase> All => [.. Subject, .. Together, .. Priority];

    private static IEnumerable<FormalityCase> Subject =>
    [
        Of("SUB-03", "word", "第五条第一款", facts => facts.WithNames("国旗护卫队帽")),
        Of("SUB-05", "unanswered", "第二十三条", facts => facts with { Disclosure = new DisclosureFacts() }),
        Of("SUB-05", "date-missing", "第二十三条", facts => Shown(facts, DisclosureKind.Livestream, null)),
        Of("SUB-05", "lost", "第二十三条", facts => Shown(facts, DisclosureKind.Livestream, new(2026, 11, 30)),
            right: facts => Shown(facts, DisclosureKind.Livestream, Sample.Filing)),
        Of("SUB-05", "grace", "第二十四条", facts => Shown(facts, DisclosureKind.RecognisedExhibition, new(2026, 6, 1)),
            right: facts => Shown(facts, DisclosureKind.OtherExhibition, new(2026, 6, 1))),
        Of("SUB-05", "grace-too-late", "第二十四条", facts => Shown(facts, DisclosureKind.RecognisedExhibition, new(2026, 5, 31)),
            right: facts => Shown(facts, DisclosureKind.RecognisedExhibition, new(2026, 6, 1))),
        Of("SUB-05", "lost-before-office", "第二十三条", facts => Shown(facts, DisclosureKind.Livestream, new(2026, 12, 3)) with { EarliestOfficeDay = new(2026, 12, 4) },
            right: facts => Shown(facts, DisclosureKind.Livestream, new(2026, 12, 4)) with { EarliestOfficeDay = new(2026, 12, 4) }),
        Of("SUB-05", "grace-ends-before-office", "第二十四条", facts => Shown(facts, DisclosureKind.RecognisedExhibition, new(2026, 6, 3)) with { EarliestOfficeDay = new(2026, 12, 4) },
            right: facts => Shown(facts, DisclosureKind.RecognisedExhibition, new(2026, 6, 4)) with { EarliestOfficeDay = new(2026, 12, 4) }),
        Of("SUB-05", "after-priority", "第四十七条第一款", facts => Shown(facts, DisclosureKind.Livestream, new(2026, 7, 1)) with { Priorities = [Sample.Foreign] },
            right: facts => Shown(facts, DisclosureKind.Livestream, new(2026, 6, 30)) with { Priorities = [Sample.Foreign] }),
        Of("SUB-05", "lost", "第二十九条", facts => Shown(facts, DisclosureKind.Livestream, new(2026, 8, 1)) with { Priorities = [Sample.Domestic with { EarlierIsGranted = true }] },
            right: facts => Shown(facts, DisclosureKind.None, null) with { Priorities = [Sample.Domestic with { EarlierIsGranted = true }] }),
        Of("SUB-05", "proof-missing", "第三十三条", facts => Shown(facts, DisclosureKind.LeakWithoutConsent, new(2026, 10, 1)),
            right: facts => Shown(facts, DisclosureKind.LeakWithoutConsent, new(2026, 10, 1)) with
            {
                PresentDocuments = ImmutableHashSet.Create(DocumentKind.Request, DocumentKind.GracePeriodProof),
            }),
        Of("SUB-07", "own-case", "第九条", facts => facts with { OwnCasesWithSameDesign = ["CX-2026-000012"] }),
        Of("SUB-07", "own-case-same-pictures", "第九条", facts => facts with { OwnCasesWithSamePictures = ["CX-2026-000012"] },
            right: facts => facts with { OwnCasesWithSameDesign = ["CX-2026-000012"] }),
        Of("SUB-07", "designs-equal", "第九条", facts => facts with { Designs = [Sample.Design(1, "设计1"), Sample.Design(1, "设计2") with { Number = 2 }] }, Sample.Similar),
        Of("TERM-01", "ends", "第四十二条", facts => facts, right: facts => facts with { FilingDate = null }),
        Of("GUI-01", "game", "4.5", facts => facts.WithNames("手机的游戏对战图形用户界面"), Sample.Interface),
    ];

    private static IEnumerable<FormalityCase> Together =>
    [
        Of("UNITY-01", "too-many", Unity, facts => Several(facts, 11), Sample.Similar, facts => Several(facts, 10)),
        Of("UNITY-01", "too-few", Unity, facts => Several(facts, 1), Sample.Similar),
        Of("UNITY-01", "several-in-single", Unity, facts => facts with { Designs = [Sample.Design(1), Sample.Design(2)] }),
        Of("UNITY-01", "products-differ", Unity, facts => facts with { Designs = [facts.Designs[0], facts.Designs[1] with { ProductName = "上衣" }] }, Sample.Similar),
        Of("UNITY-02", "too-few", Unity, facts => facts with { Designs = [facts.Designs[0]] }, Sample.Set),
        Of("UNITY-02", "partial", Unity, facts => facts with { IsPartialDesign = true }, Sample.Set),
        Of("UNITY-02", "classes-differ", Unity, facts => facts with { Designs = [facts.Designs[0], facts.Designs[1] with { LocarnoClass = "11-01" }] }, Sample.Set with { AcceptedClasses = ["02-*", "11-*"] },
            facts => facts with { Designs = [facts.Designs[0], facts.Designs[1] with { LocarnoClass = "02-03" }] }),
        Of("UNITY-03", "combined", "指南", facts => facts.WithBrief(brief => brief with { BasicDesigns = [1] }), Sample.Set),
    ];

    private static IEnumerable<FormalityCase> Priority =>
    [
        Claim("country-missing", claim => claim with { Country = "" }),
        Claim("number-missing", claim => claim with { Number = "" }),
        Claim("date-missing", claim => claim with { Date = null }),
        Claim("too-late", claim => claim with { Date = new(2026, 5, 31) }, claim => claim with { Date = new(2026, 6, 1) }),
        Of("PRIO-01", "ends-before-office", "第二十九条", facts => facts with { Priorities = [Sample.Foreign with { Date = new(2026, 6, 3) }], EarliestOfficeDay = new(2026, 12, 4) },
            right: facts => facts with { Priorities = [Sample.Foreign with { Date = new(2026, 6, 4) }], EarliestOfficeDay = new(2026, 12, 4) }),
        Claim("not-earlier", claim => claim with { Date = Sample.Filing }),
        Claim("copy-missing", claim => claim with { CopySupplied = false }),
        Home("earlier-withdrawn", claim => claim with { EarlierRight = EarlierRight.Design }),
        Home("enjoyed-priority", claim => claim with { EarlierEnjoyedPriority = true }),
        Home("granted", claim => claim with { EarlierIsGranted = true }),
        Home("divisional", claim => claim with { EarlierIsDivisional = true }),
    ];

    private static ApplicationFacts Shown(ApplicationFacts facts, DisclosureKind kind, DateOnly? date) =>
        facts with { Disclosure = new DisclosureFacts { IsAnswered = true, Kind = kind, EarliestDate = date } };

    private static ApplicationFacts Several(ApplicationFacts facts, int count) =>
        facts with { Designs = [.. Enumerable.Range(1, count).Select(number => Sample.Design(number, $"设计{number}"))] };

    private static FormalityCase Claim(string defect, Func<PriorityClaim, PriorityClaim> wrong, Func<PriorityClaim, PriorityClaim>? right = null) =>
        Of("PRIO-01", defect, "第二十九条、第三十条", facts => facts with { Priorities = [wrong(Sample.Foreign)] },
            right: facts => facts with { Priorities = [right is null ? Sample.Foreign : right(Sample.Foreign)] });

    private static FormalityCase Home(string defect, Func<PriorityClaim, PriorityClaim> wrong) =>
        Of("PRIO-02", defect, "第三十五条", facts => facts with { Priorities = [wrong(Sample.Domestic)] }, right: facts => facts with { Priorities = [Sample.Domestic] });
}

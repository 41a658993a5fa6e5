using System.Numerics;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.Formalities.Views;

namespace IpCenter.Casework.Formalities.Checks;

/// <summary>SUB-03, SUB-05, SUB-07, GUI-01 and TERM-01: what may be protected, and since when it was known.</summary>
internal static class SubjectChecks
{
    /// <summary>专利法(2020)第四十二条 in force from here: fifteen years instead of ten.</summary>
    private static readonly DateOnly FifteenYearsFrom = new(2021, 6, 1);

    public static IEnumerable<Finding> Run(CheckContext context) =>
        [.. Words(context), .. Disclosure(context), .. SameDesign(context), .. Term(context.Facts)];

    private static IEnumerable<Finding> Words(CheckContext context)
    {
        foreach (var word in context.WordsIn(WordListIds.Sensitive, context.Facts.ProductName))
            yield return Defects.SensitiveWord.InField(FieldKeys.ProductName).With("word", word);
        if (!context.Facts.IsGraphicalUserInterface)
            yield break;
        foreach (var word in context.WordsIn(WordListIds.GameInterfaces, context.Facts.ProductName))
            yield return Defects.GameInterface.InField(FieldKeys.ProductName).With("word", word);
    }

    private static IEnumerable<Finding> Disclosure(CheckContext context)
    {
        var (facts, disclosure) = (context.Facts, context.Facts.Disclosure);
        if (!disclosure.IsAnswered)
            return [Defects.DisclosureUnanswered.InField(FieldKeys.Disclosure)];
        if (disclosure.Kind == DisclosureKind.None)
            return [];
        if (disclosure.EarliestDate is not { } date)
            return [Defects.DisclosureDateMissing.InField(FieldKeys.DisclosureDate)];
        // 专利法第二十三条第四款: prior is what was known before the filing date; the day itself does not count.
        // 专利法第二十九条; 细则第四十七条第一款: where priority is claimed, its date stands for the filing date. It holds only if the office has
        // the application within the term, and a person sees whether both show the same design.
        if (PriorityDay(context) is { } priority && priority <= date)
            return [Defects.ShownAfterPriority.InField(FieldKeys.DisclosureDate)
                .With("date", CheckContext.Date(date)).With("how", Name(disclosure.Kind)).With("priority", CheckContext.Date(priority))];
        if (disclosure.IsExcused)
            return facts.FilingDate <= date ? [] : Excused(context, date);
        if (facts.FilingDate <= date)
            // Not lost today; but what counts is the day at the national office, not the day of the pre-examination.
            return facts.EarliestOfficeDay is { } office && office > date
                ? [Defects.LostBeforeOffice.InField(FieldKeys.DisclosureDate).With("date", CheckContext.Date(date)).With("how", Name(disclosure.Kind)).With("office", CheckContext.Date(office))]
                : [];
        return [Defects.NoveltyLost.InField(FieldKeys.DisclosureDate).With("date", CheckContext.Date(date)).With("how", Name(disclosure.Kind))];
    }

    /// <summary>The earliest priority that nothing on the form speaks against, counted for the day on which the office can have it.</summary>
    private static DateOnly? PriorityDay(CheckContext context) => context.Facts.FilingDate is not { } filing ? null
        : context.Facts.Priorities
            .Where(claim => PriorityChecks.MayHold(context, claim, context.Facts.EarliestOfficeDay is { } office && office > filing ? office : filing))
            .Min(claim => claim.Date);

    private static IEnumerable<Finding> Excused(CheckContext context, DateOnly date)
    {
        var last = context.Facts.Disclosure.LastDay ?? date.AddMonths(context.Limits.GraceMonths);
        var isLate = context.Facts.FilingDate > last;
        yield return (isLate ? Defects.GraceTooLate : Defects.GraceClaimed).InField(FieldKeys.DisclosureDate)
            .With("date", CheckContext.Date(date)).With("last", CheckContext.Date(last));
        if (!isLate && context.Facts.EarliestOfficeDay is { } office && office > last)
            yield return Defects.GraceEndsBeforeOffice.InField(FieldKeys.DisclosureDate)
                .With("date", CheckContext.Date(date)).With("last", CheckContext.Date(last)).With("office", CheckContext.Date(office));
        if (!isLate && !context.Facts.PresentDocuments.Contains(DocumentKind.GracePeriodProof))
            yield return Defects.GraceProofMissing.InField(FieldKeys.Documents);
    }

    public static Bilingual Name(DisclosureKind kind) => kind switch
    {
        DisclosureKind.OwnSale => new("销售", "a sale"),
        DisclosureKind.Livestream => new("直播", "a livestream"),
        DisclosureKind.OnlineShop => new("网店上架", "an online shop"),
        DisclosureKind.SocialMedia => new("朋友圈、短视频等社交媒体", "social media"),
        DisclosureKind.StateEmergency => new("紧急状态下为公共利益公开", "a publication in a state of emergency"),
        DisclosureKind.PrescribedConference => new("学术或技术会议", "a conference"),
        DisclosureKind.LeakWithoutConsent => new("他人未经同意泄露", "a leak without consent"),
        DisclosureKind.RecognisedExhibition or DisclosureKind.OtherExhibition => new("展会", "an exhibition"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Only a disclosure has a name."),
    };

    private static IEnumerable<Finding> SameDesign(CheckContext context)
    {
        foreach (var number in context.Facts.OwnCasesWithSameDesign.Order(StringComparer.Ordinal))
            yield return Defects.OwnSameDesign.At(Place.Application).With("case", number);
        foreach (var number in context.Facts.OwnCasesWithSamePictures.Order(StringComparer.Ordinal))
            yield return Defects.OwnSamePictures.At(Place.Application).With("case", number);
        var fronts = (from design in context.Designs
                      from view in design.WholeViews
                      where view.Label!.Kind == ViewKind.Front && view.Facts.Measured is not null
                      select (design.Number, view.Facts.Measured!.Fingerprint)).ToList();
        foreach (var (index, first) in fronts.Index())
            foreach (var second in fronts.Skip(index + 1).Where(second => second.Number != first.Number))
            {
                var bits = BitOperations.PopCount(first.Fingerprint ^ second.Fingerprint);
                if (bits <= context.Limits.SamePictureBits)
                    yield return Defects.DesignsEqual.At(Place.OfDesign(second.Number))
                        .With("first", CheckContext.Number(first.Number)).With("second", CheckContext.Number(second.Number))
                        .Seen(new("指纹不同位数", "different bits"), CheckContext.Number(bits), "≤", CheckContext.Number(context.Limits.SamePictureBits));
            }
    }

    private static IEnumerable<Finding> Term(ApplicationFacts facts)
    {
        if (facts.FilingDate is not { } filed)
            yield break;
        var years = filed >= FifteenYearsFrom ? 15 : 10;
        yield return Defects.TermEnds.InField(FieldKeys.FilingDate).With("years", CheckContext.Number(years)).With("date", CheckContext.Date(filed.AddYears(years)));
    }
}

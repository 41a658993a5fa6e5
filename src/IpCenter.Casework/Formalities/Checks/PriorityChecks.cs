using IpCenter.Casework.Formalities.Facts;

namespace IpCenter.Casework.Formalities.Checks;

/// <summary>PRIO-01 and PRIO-02: priority claims (专利法第二十九条、第三十条; 细则第三十四条、第三十五条).</summary>
internal static class PriorityChecks
{
    /// <summary>专利法第三十条第二款.</summary>
    private const int CopyMonths = 3;

    public static IEnumerable<Finding> Run(CheckContext context) =>
        [.. context.Facts.Priorities.Index().SelectMany(claim => Claim(context, claim.Index, claim.Item))];

    /// <summary>Whether the claim is complete, in time for a filing on that day, and has a basis that may be one.</summary>
    internal static bool MayHold(CheckContext context, PriorityClaim claim, DateOnly filing) =>
        claim.Date is { } date && date < filing && filing <= LastDay(context, claim, date)
        && !Contents(0, claim).Any() && Domestic(0, claim).All(finding => finding.Defect == Defects.PriorityEarlierWithdrawn);

    private static DateOnly LastDay(CheckContext context, PriorityClaim claim, DateOnly date) => claim.LastDay ?? date.AddMonths(context.Limits.PriorityMonths);

    private static IEnumerable<Finding> Claim(CheckContext context, int index, PriorityClaim claim) =>
        [.. Contents(index, claim), .. Period(context, index, claim), .. Copy(context.Facts, index, claim), .. Domestic(index, claim)];

    private static IEnumerable<Finding> Contents(int index, PriorityClaim claim)
    {
        if (ChineseText.IsBlank(claim.Country))
            yield return Defects.PriorityCountryMissing.InField(FieldKeys.Priority(index, "country"));
        if (ChineseText.IsBlank(claim.Number))
            yield return Defects.PriorityNumberMissing.InField(FieldKeys.Priority(index, "number"));
        if (claim.Date is null)
            yield return Defects.PriorityDateMissing.InField(FieldKeys.Priority(index, "date"));
    }

    private static IEnumerable<Finding> Period(CheckContext context, int index, PriorityClaim claim)
    {
        if (claim.Date is not { } date || context.Facts.FilingDate is not { } filing)
            yield break;
        var last = LastDay(context, claim, date);
        var key = FieldKeys.Priority(index, "date");
        if (filing > last)
            yield return Defects.PriorityTooLate.InField(key).With("date", CheckContext.Date(date)).With("last", CheckContext.Date(last))
                .Seen(new("申请日", "filing date"), CheckContext.Date(filing), ">", CheckContext.Date(last));
        else if (context.Facts.EarliestOfficeDay is { } office && office > last)
            yield return Defects.PriorityEndsBeforeOffice.InField(key).With("date", CheckContext.Date(date)).With("last", CheckContext.Date(last)).With("office", CheckContext.Date(office))
                .Seen(new("最早到国家知识产权局的日子", "earliest day at the national office"), CheckContext.Date(office), ">", CheckContext.Date(last));
        if (date >= filing)
            yield return Defects.PriorityNotEarlier.InField(key).With("date", CheckContext.Date(date));
    }

    /// <summary>For a domestic claim the number and the date stand for the copy (细则第三十四条第一款).</summary>
    private static IEnumerable<Finding> Copy(ApplicationFacts facts, int index, PriorityClaim claim)
    {
        if (claim.IsDomestic || claim.CopySupplied || facts.PresentDocuments.Contains(DocumentKind.PriorityCopy))
            yield break;
        var last = facts.FilingDate is { } filing
            ? Bilingual.Same(CheckContext.Date(filing.AddMonths(CopyMonths)))
            : new Bilingual("申请日起三个月内", "three months from the filing date");
        yield return Defects.PriorityCopyMissing.InField(FieldKeys.Priority(index, "copy"))
            .With("number", ChineseText.IsBlank(claim.Number) ? CheckContext.Number(index + 1) : claim.Number).With("last", last);
    }

    private static IEnumerable<Finding> Domestic(int index, PriorityClaim claim)
    {
        if (!claim.IsDomestic)
            yield break;
        if (claim.EarlierRight == EarlierRight.Design)
            yield return Found(Defects.PriorityEarlierWithdrawn);
        if (claim.EarlierEnjoyedPriority)
            yield return Found(Defects.PriorityEnjoyed);
        if (claim.EarlierIsGranted)
            yield return Found(Defects.PriorityGranted);
        if (claim.EarlierIsDivisional)
            yield return Found(Defects.PriorityDivisional);

        Finding Found(Defect defect) => defect.InField(FieldKeys.Priority(index, "number")).With("number", claim.Number);
    }
}

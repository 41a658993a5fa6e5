using IpCenter.Casework.Clocks;
using IpCenter.Casework.Designs;
using IpCenter.Casework.Fees;
using IpCenter.Casework.ReferenceData;

namespace IpCenter.Casework.AnnualFees;

/// <summary>
/// The annual fees of a right: years count from filing, whatever the day of grant (审查指南 part V ch. 9, 2.2.1.1); a
/// year's fee is due before the year begins, and can be made up for six months (细则115). The surcharge is five per cent
/// for each whole month, so the first month bears none (审查指南 part V ch. 9, 2.2.1.3).
/// </summary>
public sealed class AnnualFeeCalendar(ReferenceLibrary reference)
{
    /// <summary>A design has fifteen years at most (专利法42), whatever a source says about its end.</summary>
    private const int LastYear = 15;

    private readonly DeadlineRule _due = reference.Deadlines[DeadlineKeys.AnnualFee];
    private readonly DeadlineRule _grace = reference.Deadlines[DeadlineKeys.AnnualFeeGrace];

    /// <summary>All years of a Chinese patent whose day of filing is known; else empty.</summary>
    public IReadOnlyList<AnnualFee> Of(Design design, IEnumerable<AnnualFeePayment> payments)
    {
        if (design is not { IsChinesePatent: true, FiledOn: { } filed })
            return [];
        var paid = payments.Where(p => p.IsValid && p.DesignId == design.Id).ToDictionary(p => p.Year);
        var end = design.ExpiresOn ?? DesignTerm.ExpiryOf(filed);
        List<AnnualFee> fees = [];
        for (var year = 1; year <= LastYear && filed.AddYears(year - 1) < end; year++)
            fees.Add(Fee(design, filed, year, paid.GetValueOrDefault(year)));
        return fees;
    }

    /// <summary>The first fee that is not settled.</summary>
    public AnnualFee? Next(Design design, IEnumerable<AnnualFeePayment> payments) => Of(design, payments).FirstOrDefault(fee => fee.IsOpen);

    private AnnualFee Fee(Design design, DateOnly filed, int year, AnnualFeePayment? payment)
    {
        var nominal = filed.AddYears(year - 1);
        var knowledge = payment is not null ? FeeKnowledge.Paid
            : year <= YearOfGrant(design, filed) ? FeeKnowledge.AtRegistration
            : LastDayOf(nominal) < ChinaTime.DateOf(design.PublishedAt) ? FeeKnowledge.BeforeRegister
            : FeeKnowledge.Open;
        return new(year, nominal, filed.AddYears(year).AddDays(-1), nominal, knowledge, payment,
            knowledge == FeeKnowledge.Open ? Steps(design, filed, year, nominal) : []);
    }

    /// <summary>The year in which the right was granted, of which the fee was paid with the registration.</summary>
    private static int YearOfGrant(Design design, DateOnly filed)
    {
        var granted = design.GrantNoticeOn ?? design.AnnouncedOn ?? filed;
        var year = 1;
        while (filed.AddYears(year) <= granted)
            year++;
        return year;
    }

    private List<FeeStep> Steps(Design design, DateOnly filed, int year, DateOnly nominal)
    {
        var (due, why) = End(_due with { Length = year - 1 }, filed);
        List<FeeStep> steps = [new(due, 0, Quote(design, filed, year, nominal, 0), why)];
        for (var month = 1; month <= _grace.Length; month++)
        {
            // The n-th month of grace ends n months after the due day; n - 1 whole months have passed in it.
            var (until, reason) = End(_grace with { Length = month }, nominal);
            steps.Add(new(until, month - 1, Quote(design, filed, year, nominal, month - 1), reason));
        }
        return steps;
    }

    /// <summary>The last day of the grace: what could still be made up when the right came into the register is open.</summary>
    private DateOnly LastDayOf(DateOnly nominal) => End(_grace, nominal).Day;

    /// <summary>Years ahead have no calendar yet: the day is told, and that it is not moved off a day off.</summary>
    private (DateOnly Day, Deadline? Why) End(DeadlineRule rule, DateOnly start)
    {
        var nominal = DeadlineCounting.NominalEnd(rule, start, reference.Calendar);
        if (!reference.Calendar.CanRollForward(nominal))
            return (nominal, null);
        var deadline = Deadline.Compute(rule, start, reference.Calendar);
        return (deadline.DueDate, deadline);
    }

    private FeeQuote Quote(Design design, DateOnly filed, int year, DateOnly on, int monthsLate) => reference.Fees.AnnualFee(
        year, year - YearOfGrant(design, filed), on, design.FeesReduced, Math.Max(1, design.OwnerCount), monthsLate);
}

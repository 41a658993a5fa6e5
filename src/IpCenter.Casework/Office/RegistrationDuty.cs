using IpCenter.Casework.Applications;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Fees;
using IpCenter.Casework.ReferenceData;

namespace IpCenter.Casework.Office;

/// <summary>What an applicant has to do after the notice of grant: the sum, and until when (细则60).</summary>
/// <param name="Items">The registration itself, which costs nothing any more, and the annual fee of the year of grant.</param>
/// <param name="Year">Which year of the right, counted from filing, that fee is of.</param>
/// <param name="FullTotal">Without the reduction: due when the office has none on file.</param>
/// <param name="Last">The last day and why.</param>
public sealed record RegistrationDue(IReadOnlyList<FeeQuote> Items, int Year, decimal Total, decimal FullTotal, Deadline Last)
{
    public bool IsReduced => Total < FullTotal;

    public bool IsInTime(DateOnly doneOn) => doneOn <= Last.DueDate;
}

/// <summary>Works the sum out from the schedule and the answers; the office's own notice says it in the end.</summary>
public sealed class RegistrationDuty(ReferenceLibrary reference)
{
    /// <summary><c>null</c> while no notice of grant is known.</summary>
    /// <param name="noticeOn">The day of a notice that is about to be recorded.</param>
    public RegistrationDue? Of(DesignApplication application, DateOnly? noticeOn = null)
    {
        if ((noticeOn ?? application.GrantNoticeOn) is not { } notice || application.OfficeFiledOn is not { } filed)
            return null;
        var applicants = Math.Max(1, application.Form.Applicants.Count);
        // A joint application is reduced only where each applicant qualifies (财税〔2016〕78号).
        var reduced = application.Form.Applicants.Count > 0 && application.Form.Applicants.All(a => a.FeeReductionRequested);
        var year = YearOf(filed, notice);
        List<FeeQuote> items = [reference.Fees.Quote("registration", notice), reference.Fees.AnnualFee(year, 0, notice, reduced, applicants)];
        return new(
            items, year, items.Sum(i => i.AmountCny), items.Sum(i => i.FullAmountCny),
            NominalDeadline.ComputeOrNominal(reference.Deadlines[DeadlineKeys.Registration], notice, reference.Calendar));
    }

    /// <summary>Years count from filing (审查指南 part V ch. 9, 2.2.1.1).</summary>
    private static int YearOf(DateOnly filed, DateOnly day)
    {
        var year = 1;
        while (filed.AddYears(year) <= day)
            year++;
        return year;
    }
}

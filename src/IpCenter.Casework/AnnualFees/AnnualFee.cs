using IpCenter.Casework.Clocks;
using IpCenter.Casework.Fees;

namespace IpCenter.Casework.AnnualFees;

/// <summary>What the centre knows about the fee of a year.</summary>
public enum FeeKnowledge
{
    /// <summary>The year of grant and those before: settled with the registration (细则114).</summary>
    AtRegistration,

    /// <summary>Its grace was over before the right came into this register: nobody recorded it here.</summary>
    BeforeRegister,

    Paid,

    Open,
}

/// <summary>A day on which the sum to be paid changes.</summary>
/// <param name="Until">The last day on which this sum is enough.</param>
/// <param name="MonthsLate">Whole months after the due day.</param>
/// <param name="Quote">What is to be paid, and how it came about.</param>
/// <param name="Why">Why this day; <c>null</c> while the calendar of its year is not known, and the day not moved off a day off.</param>
public sealed record FeeStep(DateOnly Until, int MonthsLate, FeeQuote Quote, Deadline? Why);

/// <summary>The fee of one year of a right.</summary>
/// <param name="Year">Year of the right, from 1.</param>
/// <param name="From">First day of the year.</param>
/// <param name="To">Last day of the year.</param>
/// <param name="Nominal">The day of the month of filing on which the year before ends; not moved off a day off.</param>
/// <param name="Steps">The day by which it is due, then one for each month of grace. Empty where it is settled.</param>
public sealed record AnnualFee(
    int Year, DateOnly From, DateOnly To, DateOnly Nominal, FeeKnowledge Knowledge, AnnualFeePayment? Payment, IReadOnlyList<FeeStep> Steps)
{
    public bool IsOpen => Knowledge == FeeKnowledge.Open;

    /// <summary>The last day without delay.</summary>
    public DateOnly DueOn => Steps is [var due, ..] ? due.Until : Nominal;

    /// <summary>The last day on which it can be made up.</summary>
    public DateOnly GraceEndsOn => Steps is [.., var last] ? last.Until : Nominal;

    public bool IsInGrace(DateOnly day) => IsOpen && day > DueOn && day <= GraceEndsOn;

    public bool IsGraceOver(DateOnly day) => IsOpen && day > GraceEndsOn;

    /// <summary>What is to be paid on a day; <c>null</c> when it is settled or cannot be made up any more.</summary>
    public FeeStep? StepOn(DateOnly day) => Steps.FirstOrDefault(step => day <= step.Until);
}

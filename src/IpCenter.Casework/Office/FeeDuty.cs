using IpCenter.Casework.Applications;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Fees;
using IpCenter.Casework.ReferenceData;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Office;

/// <summary>What an applicant has to pay to the national office, until when, and what follows from paying later.</summary>
/// <param name="Items">The filing fee and the priority claims.</param>
/// <param name="Total">In yuan, as far as the centre knows.</param>
/// <param name="FullTotal">Without the reduction: what is due when the office has not recorded it.</param>
/// <param name="LastDay">Of the fast lane; <c>null</c> where the acceptance is not known.</param>
/// <param name="Lawful">The days of the law (art. 112): paid by the later one, the application stands, as an ordinary one.</param>
public sealed record FeeDue(IReadOnlyList<FeeQuote> Items, decimal Total, decimal FullTotal, bool IsReduced, DateOnly? LastDay, IReadOnlyList<Deadline> Lawful)
{
    /// <summary>The last day by law: two months from filing or 15 days from the acceptance notice, whichever ends later.</summary>
    public DateOnly? LastLawfulDay => Lawful.Count == 0 ? null : Lawful.Max(d => d.DueDate);

    /// <summary>The year without calendar, on which the last day of the fast lane depends.</summary>
    public int? LaneYearMissing { get; init; }

    /// <summary>The year whose calendar is missing to say the last day of the law or of the fast lane for certain.</summary>
    public int? YearMissing => LaneYearMissing ?? Lawful.Select(d => d.Explanation.MissingYear).FirstOrDefault(year => year is not null);

    public bool IsInTime(DateOnly paidOn) => LastDay is null || paidOn <= LastDay;
}

/// <summary>Works out the fee from the schedule and the answers; the centre knows of a reduction only that it is asked for.</summary>
public sealed class FeeDuty(CaseworkDbContext db, ReferenceLibrary reference)
{
    public async Task<FeeDue> OfAsync(Guid applicationId, CancellationToken ct) =>
        Of(await db.Applications.AsNoTracking().SingleAsync(a => a.Id == applicationId, ct));

    public FeeDue Of(DesignApplication application)
    {
        var form = application.Form;
        var applicants = Math.Max(1, form.Applicants.Count);
        // A joint application is reduced only where each applicant qualifies (财税〔2016〕78号).
        var reduced = form.Applicants.Count > 0 && form.Applicants.All(a => a.FeeReductionRequested);
        var on = application.OfficeFiledOn ?? application.OfficeAcceptedOn ?? ChinaTime.DateOf(application.SavedAt);
        var items = Quote(on, reduced, applicants, form.Priorities.Count);
        var (last, missing) = application.OfficeAcceptedOn is { } accepted ? LaneDay(accepted) : default;
        return new(
            items, items.Sum(i => i.AmountCny), Quote(on, false, applicants, form.Priorities.Count).Sum(i => i.AmountCny), reduced,
            last, Lawful(application))
        {
            LaneYearMissing = missing,
        };
    }

    /// <summary>The last day of the fast lane for an acceptance notice of a day; not known where it counts into a year without calendar.</summary>
    public DateOnly? LastDayFrom(DateOnly acceptedOn) => LaneDay(acceptedOn).Last;

    /// <summary>The last day of the fast lane counts working days: where their calendar is missing there is none to tell, and it is said.</summary>
    private (DateOnly? Last, int? YearMissing) LaneDay(DateOnly acceptedOn)
    {
        try
        {
            return (Deadline.Compute(reference.Deadlines[DeadlineKeys.FilingFee], acceptedOn, reference.Calendar).DueDate, null);
        }
        catch (CalendarYearMissingException missing)
        {
            return (null, missing.Year);
        }
    }

    private List<FeeQuote> Quote(DateOnly on, bool reduced, int applicants, int priorities) =>
    [
        reference.Fees.Quote("design-filing", on, reduced, applicants),
        .. Enumerable.Range(0, priorities).Select(_ => reference.Fees.Quote("priority-claim", on, reduced, applicants)),
    ];

    private List<Deadline> Lawful(DesignApplication application) =>
    [
        .. application.OfficeFiledOn is { } filed ? [NominalDeadline.ComputeOrNominal(reference.Deadlines[DeadlineKeys.FilingFeeByLaw], filed, reference.Calendar)] : Array.Empty<Deadline>(),
        .. application.OfficeAcceptedOn is { } accepted ? [NominalDeadline.ComputeOrNominal(reference.Deadlines[DeadlineKeys.FilingFeeByLawAfterNotice], accepted, reference.Calendar)] : Array.Empty<Deadline>(),
    ];
}

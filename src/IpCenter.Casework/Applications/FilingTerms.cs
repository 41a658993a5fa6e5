using IpCenter.Casework.Cases;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.ReferenceData;

namespace IpCenter.Casework.Applications;

/// <summary>The terms that end before or soon after a filing: the grace period, the priority period and the copy of the earlier application.</summary>
public sealed class FilingTerms(ReferenceLibrary reference)
{
    private const string GracePeriod = "d05-grace-period", PriorityPeriod = "d04-design-priority", PriorityCopy = "d03-priority-copy";

    /// <summary>From the first disclosure (专利法第二十四条); <c>null</c> where the calendar of the last year is not there.</summary>
    public Deadline? Grace(DateOnly disclosed) => Of(GracePeriod, disclosed);

    /// <summary>From the first filing (专利法第二十九条).</summary>
    public Deadline? Priority(DateOnly firstFiled) => Of(PriorityPeriod, firstFiled);

    /// <summary>From the later filing (专利法第三十条第二款).</summary>
    public Deadline? Copy(DateOnly filed) => Of(PriorityCopy, filed);

    /// <summary>
    /// The last day on which the office must have the application, so that nothing of it is lost by time: the end of a priority or a
    /// grace period that still runs, or the day on which it is to be shown. <c>null</c> where nothing runs.
    /// </summary>
    public DateOnly? LastDay(ApplicationForm form, DateOnly today) => form.Priorities
        .Select(claim => claim.Date is { } first ? Priority(first)?.DueDate : null)
        .Append(form.Disclosure switch
        {
            { IsAnswered: true, IsExcused: true, EarliestDate: { } shown } => Grace(shown)?.DueDate,
            // What is shown after the priority date does no harm while the priority holds.
            { IsAnswered: true, Kind: not DisclosureKind.None, EarliestDate: { } shown } when !form.Priorities.Exists(claim => claim.Date <= shown) => shown,
            _ => null,
        })
        .Where(day => day >= today)
        .Min();

    /// <summary>
    /// The first day on which an application that stands where this one does can be at the national office: the end of the centre's
    /// target. <c>null</c> where it is there already, or where the calendar of the year is not there.
    /// </summary>
    public DateOnly? EarliestOfficeDay(DesignApplication application, CaseFile? file, DateTimeOffset now)
    {
        var today = ChinaTime.DateOf(now);
        if (application.OfficeFiledOn is not null)
            return null;
        // The applicant has it in hand: passed, or out of the fast lane.
        if (file?.Stage is not (null or CaseFile.Draft or "Formality" or "Examination" or "SecondReading" or "Correction"))
            return today;
        if (file is { Stage: "Examination" or "SecondReading", DueAt: { } due })
            return ChinaTime.DateOf(due) is var day && day > today ? day : today;
        try
        {
            return Deadline.Compute(reference.Deadlines[DeadlineKeys.Examination], now, reference.Calendar).DueDate;
        }
        catch (CalendarYearMissingException)
        {
            return null;
        }
    }

    /// <summary>Why a task is due before the centre's own date.</summary>
    public static Bilingual WhyBefore(DateOnly last)
    {
        var day = DeadlineWording.Date(last);
        return new($"申请人的优先权、宽限期或者新颖性到{day.Zh}为止（专利法第二十三条、第二十四条、第二十九条），国家知识产权局须在这一天或之前收到申请。",
            $"The applicant's priority, grace period or novelty ends on {day.En} (Patent Law art. 23, 24, 29): the national office must have the application on that day or before.");
    }

    private Deadline? Of(string key, DateOnly start)
    {
        // What was mistyped by centuries has no term; the check of the date itself says so.
        if (start.Year is < 1900 or > 2200)
            return null;
        try
        {
            return Deadline.Compute(reference.Deadlines[key], start, reference.Calendar);
        }
        catch (CalendarYearMissingException)
        {
            return null;
        }
    }
}

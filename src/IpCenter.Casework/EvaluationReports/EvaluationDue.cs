using IpCenter.Casework.Clocks;
using IpCenter.Casework.Designs;
using IpCenter.Casework.ReferenceData;

namespace IpCenter.Casework.EvaluationReports;

/// <summary>By when the office makes a report, and why; without why where the calendar of the year is not known yet.</summary>
public sealed record EvaluationDue(DateOnly On, Bilingual? Why)
{
    /// <summary>Two months from the office's receipt; of a request made with the registration, from the announcement of grant (细则63).</summary>
    internal static EvaluationDue Of(EvaluationReport report, Design design, ReferenceLibrary reference, WorkingCalendar calendar)
    {
        var rule = reference.Deadlines[DeadlineKeys.EvaluationReport];
        var received = report.ReceivedOn!.Value;
        var from = design.AnnouncedOn is { } announced && announced > received ? announced : received;
        try
        {
            var deadline = Deadline.Compute(rule, from, calendar);
            var words = DeadlineWording.Explain(deadline);
            return new(deadline.DueDate, new(string.Concat(words.Select(w => w.Zh)), string.Join(' ', words.Select(w => w.En))));
        }
        catch (CalendarYearMissingException)
        {
            return new(DeadlineCounting.NominalEnd(rule, from, calendar), null);
        }
    }
}

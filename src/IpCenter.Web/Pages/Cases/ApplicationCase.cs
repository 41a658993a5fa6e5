using IpCenter.Casework;
using IpCenter.Casework.Applications;
using IpCenter.Casework.Data;
using IpCenter.Casework.Examination;
using IpCenter.Casework.Office;
using IpCenter.Casework.People;
using IpCenter.Casework.Tasks;
using IpCenter.Web.Pages.Apply;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Cases;

/// <summary>What the page of a submitted application shows below its head.</summary>
public sealed record ApplicationCase
{
    public required DesignApplication Application { get; init; }

    public required IReadOnlyList<DraftView> Views { get; init; }

    public required Bilingual Brief { get; init; }

    /// <summary>Of the current round; those that a person overruled stand with the reason.</summary>
    public required IReadOnlyList<ApplicationRemark> Remarks { get; init; }

    /// <summary>The newest first.</summary>
    public required IReadOnlyList<RoundComparison> Rounds { get; init; }

    /// <summary>The applicant's open task, where the viewer may do it.</summary>
    public WorkItem? Task { get; init; }
}

/// <summary>Reads a submitted application; whether the viewer may know of it is asked before.</summary>
public sealed class ApplicationCaseQuery(CaseworkDbContext db, DraftViewsQuery views, BriefText brief, RoundComparisonQuery rounds, TaskDesk desk)
{
    private static readonly string[] ApplicantTasks = [EditableApplications.CorrectionTask, RecordOfficeFiling.Task, RecordFeePayment.Task, RecordRegistration.Task];

    public async Task<ApplicationCase> ReadAsync(Guid id, Viewer viewer, DateTimeOffset now, CancellationToken ct)
    {
        var application = await db.Applications.AsNoTracking().SingleAsync(a => a.Id == id, ct);
        return new ApplicationCase
        {
            Application = application,
            Views = await views.ReadAsync(id, application.Form.Kind, ct),
            Brief = await brief.WriteAsync(id, now, ct),
            Remarks = await db.ApplicationRemarks.AsNoTracking()
                .Where(r => r.ApplicationId == id && r.Round == application.Round)
                .OrderBy(r => r.Id)
                .ToListAsync(ct),
            Rounds = await rounds.ReadAsync(application, ct),
            Task = await desk.FindByNameAsync(id, ApplicantTasks, viewer, ct),
        };
    }
}

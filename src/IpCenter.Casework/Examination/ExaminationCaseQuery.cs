using IpCenter.Casework.Applications;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Data;
using IpCenter.Casework.Formalities;
using IpCenter.Casework.Formalities.Catalogue;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using IpCenter.Casework.Staffing;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Examination;

/// <summary>
/// Reads a case as the examining staff sees it, through one of its tasks. To everybody else there is nothing, nor to whoever keeps
/// out of the firm's cases: what was found beside it are the unpublished designs of the firm's rivals.
/// </summary>
public sealed class ExaminationCaseQuery(CaseworkDbContext db, CaseAccess access, TaskConflicts conflicts, ApplicationFactsReading facts, RuleCatalogue rules, FoundViewsReading foundViews, RoundComparisonQuery comparisons)
{
    /// <param name="tasks">The tasks that the asking page is for.</param>
    public async Task<ExaminationCase?> FindAsync(Guid workItemId, IReadOnlyCollection<string> tasks, Viewer viewer, DateTimeOffset now, CancellationToken ct)
    {
        var task = await db.WorkItems.AsNoTracking().SingleOrDefaultAsync(w => w.Id == workItemId && tasks.Contains(w.Name), ct);
        if (task is null || await OpenedAsync(task.CaseId, viewer, now, ct) is not { } file)
            return null;
        var id = file.Id;
        var application = await db.Applications.AsNoTracking().SingleAsync(a => a.Id == id, ct);
        var views = await db.ApplicationViews.AsNoTracking().Where(v => v.ApplicationId == id).ToListAsync(ct);
        var known = await facts.ReadAsync(application, now, ct);
        var (leads, keptOut) = await LeadsAsync(application, views, viewer, now, ct);
        return new ExaminationCase
        {
            Task = task,
            IsOpen = file.IsOpen,
            Application = application,
            Firm = await db.Firms.AsNoTracking().SingleAsync(f => f.Id == application.FirmId, ct),
            Views = [.. views.OrderBy(v => v.DesignNumber).ThenBy(v => ViewPositions.Parse(v.Position)).ThenBy(v => v.AddedAt)],
            Remarks = [.. (await db.ApplicationRemarks.AsNoTracking().Where(r => r.ApplicationId == id && r.Round == application.Round).ToListAsync(ct))
                .OrderByDescending(r => r.Severity).ThenBy(r => r.RuleId, StringComparer.Ordinal)],
            Checklist = Checklist.ForExaminer(known, rules),
            BriefDescription = BriefDescriptionWriter.Write(known),
            Leads = leads,
            KeptOutLeads = keptOut,
            Rounds = await db.CorrectionRounds.AsNoTracking().Where(r => r.ApplicationId == id).OrderBy(r => r.Number).ToListAsync(ct),
            Comparisons = await comparisons.ReadAsync(application, ct),
            Decisions = await db.Decisions.AsNoTracking().Where(d => d.CaseId == id).OrderByDescending(d => d.At).ThenByDescending(d => d.TrailPlace).ToListAsync(ct),
        };
    }

    /// <summary>Why staff that may know of the case reads nothing of it; <c>null</c> where they read it, or may not know of it.</summary>
    public async Task<RuleViolation?> KeptOutAsync(Guid workItemId, IReadOnlyCollection<string> tasks, Viewer viewer, DateTimeOffset now, CancellationToken ct)
    {
        var task = await db.WorkItems.AsNoTracking().SingleOrDefaultAsync(w => w.Id == workItemId && tasks.Contains(w.Name), ct);
        return task is not null && viewer.IsExaminingStaff && await access.FindAsync(task.CaseId, viewer, ct) is not null
            ? await conflicts.OfCaseAsync(task.CaseId, viewer.PersonId!.Value, now, ct)
            : null;
    }

    /// <summary>The look-alikes of a case among which one stands, in the order in which the case lists them; empty where the viewer may not know.</summary>
    public async Task<IReadOnlyList<ExaminedLead>> LeadsBesideAsync(Guid leadId, Viewer viewer, DateTimeOffset now, CancellationToken ct)
    {
        var id = await db.PriorDesignLeads.Where(l => l.Id == leadId).Select(l => l.ApplicationId).SingleOrDefaultAsync(ct);
        if (await OpenedAsync(id, viewer, now, ct) is null)
            return [];
        var application = await db.Applications.AsNoTracking().SingleAsync(a => a.Id == id, ct);
        return (await LeadsAsync(application, await db.ApplicationViews.AsNoTracking().Where(v => v.ApplicationId == id).ToListAsync(ct), viewer, now, ct)).Shown;
    }

    private async Task<CaseFile?> OpenedAsync(Guid caseId, Viewer viewer, DateTimeOffset now, CancellationToken ct) =>
        viewer.IsExaminingStaff && await access.FindAsync(caseId, viewer, ct) is { } file
        && await conflicts.OfCaseAsync(caseId, viewer.PersonId!.Value, now, ct) is null
            ? file
            : null;

    private async Task<(IReadOnlyList<ExaminedLead> Shown, int KeptOut)> LeadsAsync(
        DesignApplication application, List<ApplicationView> views, Viewer viewer, DateTimeOffset now, CancellationToken ct)
    {
        var leads = await db.PriorDesignLeads.AsNoTracking().Where(l => l.ApplicationId == application.Id).ToListAsync(ct);
        var byId = views.ToDictionary(v => v.Id);
        var all = leads.Where(l => l.Round == application.Round && byId.ContainsKey(l.ViewId)).ToList();
        var firms = await conflicts.FirmsOfAsync(viewer.PersonId!.Value, now, ct);
        var secret = all.Where(l => l.IsUnpublished).Select(l => l.FoundId).ToList();
        var theirs = firms.Count == 0 ? [] : await db.Cases.Where(c => secret.Contains(c.Id) && firms.Contains(c.FirmId)).Select(c => c.Id).ToListAsync(ct);
        var present = all.Where(l => !theirs.Contains(l.FoundId)).ToList();
        var found = await foundViews.OfAsync(present, ct);
        return ([.. present
            .OrderByDescending(l => Math.Round(l.Probability, 2)).ThenByDescending(l => l.Score)
            .Select(l => new ExaminedLead(
                l, byId[l.ViewId].ImageId, byId[l.ViewId].Position,
                found[l.Id].FirstOrDefault(v => v.ImageId == l.FoundImageId && v.Position.Length > 0)?.Position, found[l.Id],
                leads.Where(e => e.FoundId == l.FoundId && e.Round < l.Round && e.Judgement != LeadJudgement.Open).MaxBy(e => e.Round)))], all.Count - present.Count);
    }
}

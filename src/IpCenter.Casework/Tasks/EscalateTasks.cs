using System.Globalization;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Notices;
using IpCenter.Casework.People;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Staffing;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.Tasks;

/// <summary>
/// Calls people before a deadline of the house is missed: at shares of its term, first the holder, then who stands in and
/// the supervisors, each once per deadline and stage. Where the holder is away and nobody stands in, the supervisors are called at once. After the breach there is nothing to escalate: the process itself
/// tells of it. The shares follow from the date that the task has now, so a deadline that moves is counted anew.
/// </summary>
public sealed class EscalateTasks(CaseworkDbContext db, StaffPicture staff, NoticeSending notices, AuditTrail audit, ReferenceLibrary reference)
{
    /// <summary>The stage of a task whose holder is away and in whose place nobody is there.</summary>
    public const string Unattended = "unattended";

    /// <summary>The open tasks of the house for which a stage is reached that was not called yet.</summary>
    public async Task<IReadOnlyList<Guid>> DueAsync(DateTimeOffset now, CancellationToken ct)
    {
        if (reference.Desk.Escalation is not [.., var last])
            return [];
        var waiting = await db.WorkItems.AsNoTracking()
            .Where(w => Queues.OfTheHouse.Contains(w.Queue) && w.CompletedAt == null && w.CancelledAt == null && w.DueAt > now)
            // Nobody is called to a clock that stands still.
            .Where(w => !db.CasePauses.Any(p => p.CaseId == w.CaseId && p.EndedAt == null))
            // A holder may still go away after the last stage.
            .Where(w => !db.Escalations.Any(e => e.WorkItemId == w.Id && e.DueAt == w.DueAt && e.Stage == last.Key)
                || (w.AssigneeId != null && !db.Escalations.Any(e => e.WorkItemId == w.Id && e.DueAt == w.DueAt && e.Stage == Unattended)))
            .OrderBy(w => w.DueAt).ThenBy(w => w.Id)
            .ToListAsync(ct);
        var terms = await TermsAsync(waiting, ct);
        var people = await staff.ReadAsync(now, ct);
        var ids = waiting.Select(w => w.Id).ToList();
        var called = (await db.Escalations.AsNoTracking().Where(e => ids.Contains(e.WorkItemId)).ToListAsync(ct)).ToLookup(e => (e.WorkItemId, e.DueAt));
        return [.. waiting.Where(w => Reached(w, terms[w.Id], called[(w.Id, w.DueAt!.Value)], people, now).Any()).Select(w => w.Id)];
    }

    /// <summary>Calls every stage of one task that is reached; whether anything is to be saved.</summary>
    public async Task<bool> ExecuteAsync(Guid workItemId, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.WorkItems.FindAsync([workItemId], ct) is not { IsOpen: true, DueAt: { } due } item || due <= now)
            return false;
        var called = await db.Escalations.AsNoTracking().Where(e => e.WorkItemId == workItemId && e.DueAt == due).ToListAsync(ct);
        var people = await staff.ReadAsync(now, ct);
        var stages = Reached(item, (await TermsAsync([item], ct))[item.Id], called, people, now).ToList();
        if (stages.Count == 0)
            return false;
        var file = (await db.Cases.FindAsync([item.CaseId], ct))!;
        foreach (var stage in stages)
        {
            var (told, template) = Told(item, stage, people, ChinaTime.DateOf(now));
            db.Escalations.Add(new Escalation
            {
                Id = Guid.CreateVersion7(now),
                WorkItemId = item.Id,
                Stage = stage.Key,
                DueAt = due,
                To = stage.To,
                Share = stage.Share,
                At = now,
                Told = told,
            });
            // The supervisors are told once that nobody is there; the stages that were reached by then stand with it.
            if (stage.Key == Unattended || stages[0].Key != Unattended)
                notices.Send(told, file, template, [("due", Day(due)), ("share", stage.Share.ToString("0%", CultureInfo.InvariantCulture))], now);
            audit.Record(Actor.System(now, "escalation"), "task.escalated", $"task:{item.Id}", item.CaseId, AuditVisibility.Staff,
                ("task", item.Name), ("share", stage.Share.ToString("0%", CultureInfo.InvariantCulture)), ("due", Day(due)));
        }
        return true;
    }

    private IEnumerable<EscalationStage> Reached(
        WorkItem item, Term term, IEnumerable<Escalation> called, IReadOnlyList<StaffFacts> people, DateTimeOffset now)
    {
        var gone = reference.WorkingTime.ShareGone(term.Start, item.DueAt!.Value, now, term.CountsWorkingDays, term.Pauses);
        IEnumerable<EscalationStage> stages = Desk(item, people, ChinaTime.DateOf(now)) is { HolderIsAway: true, Present: null }
            ? [new(Unattended, gone, EscalationTo.Lead), .. reference.Desk.Escalation]
            : reference.Desk.Escalation;
        return stages.Where(stage => gone >= stage.Share && called.All(e => e.Stage != stage.Key));
    }

    /// <summary>Who is absent is not called: whoever stands in is; and where nobody is there who does, the supervisors are.</summary>
    private static (List<Guid> Told, string Template) Told(WorkItem item, EscalationStage stage, IReadOnlyList<StaffFacts> people, DateOnly today)
    {
        var (away, present) = Desk(item, people, today);
        IEnumerable<Guid> toHolder = present is { } person ? [person]
            : away ? []
            : people.Where(p => p.Works(item.Queue) && !p.IsAwayOn(today)).Select(p => p.Id);
        if (stage.To == EscalationTo.Holder && toHolder.Distinct().ToList() is { Count: > 0 } told)
            return (told, "escalation-holder");
        var supervisors = people.Where(p => p.Roles.Contains(Roles.Supervisor)).ToList();
        IReadOnlyList<StaffFacts> there = [.. supervisors.Where(p => !p.IsAwayOn(today))];
        return (
            [.. (away && present is { } standIn ? [standIn] : Array.Empty<Guid>()).Concat((there.Count > 0 ? there : supervisors).Select(p => p.Id)).Distinct()],
            away && present is null ? "escalation-unattended" : "escalation-lead");
    }

    /// <summary>Who is there for a task that somebody has: the holder, or who stands in and is not away too.</summary>
    private static (bool HolderIsAway, Guid? Present) Desk(WorkItem item, IReadOnlyList<StaffFacts> people, DateOnly today)
    {
        if (people.FirstOrDefault(p => p.Id == item.AssigneeId) is not { } holder)
            return (false, null);
        if (holder.AbsenceOn(today) is not { } absence)
            return (false, holder.Id);
        var substitute = people.FirstOrDefault(p => p.Id == absence.SubstituteId);
        return (true, substitute is null || substitute.IsAwayOn(today) ? null : substitute.Id);
    }

    /// <summary>Where the term of each task began: with the deadline that it bears, else with the task.</summary>
    private async Task<Dictionary<Guid, Term>> TermsAsync(IReadOnlyCollection<WorkItem> items, CancellationToken ct)
    {
        var cases = items.Select(w => w.CaseId).Distinct().ToList();
        var deadlines = (await db.CaseDeadlines.AsNoTracking().Where(d => cases.Contains(d.CaseId)).ToListAsync(ct)).ToLookup(d => (d.CaseId, d.DueAt));
        var pauses = (await db.CasePauses.AsNoTracking().Where(p => cases.Contains(p.CaseId)).ToListAsync(ct)).ToLookup(p => (p.CaseId, p.RuleKey));
        return items.ToDictionary(w => w.Id, w => CaseDeadline.LatestOf(deadlines[(w.CaseId, w.DueAt!.Value)]) is { } deadline
            ? new Term(deadline.StartedAt, reference.Deadlines.Contains(deadline.RuleKey) && reference.Deadlines[deadline.RuleKey].Mode == CountingMode.WorkingDays,
                [.. pauses[(w.CaseId, deadline.RuleKey)].Where(p => p.From >= deadline.StartedAt).Select(p => p.ToSpan(reference.Pauses))])
            : new Term(w.CreatedAt, true, []));
    }

    private static string Day(DateTimeOffset due) => ChinaTime.DateOf(due).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private readonly record struct Term(DateTimeOffset Start, bool CountsWorkingDays, IReadOnlyList<PauseSpan> Pauses);
}

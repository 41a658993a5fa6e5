using System.Globalization;
using System.Text.Json;
using IpCenter.Casework.Applications;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Tasks;
using IpCenter.Workflow.Runtime;

namespace IpCenter.Casework.Processes;

/// <summary>
/// Makes the visible task of a person out of a wait of the process, and takes it away when the process
/// stops waiting for it.
/// </summary>
public sealed class WorkItemOpening(CaseworkDbContext db, TimeProvider clock)
{
    /// <summary>Opens the work item of a person's wait.</summary>
    /// <exception cref="InvalidOperationException">The payload lacks what the catalogue's check guarantees: a defect of the definition.</exception>
    public void Open(WorkflowWait wait)
    {
        var payload = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(wait.PayloadJson ?? "{}")!;
        var caseId = Guid.Parse(wait.CorrelationId);
        var file = db.Cases.Find(caseId) ?? throw new InvalidOperationException($"Task {wait.Name} belongs to no case ({caseId}).");
        var queue = payload["queue"].GetString()!;
        var (warnAt, dueAt) = NoLaterThanTerm(caseId, queue, wait.CreatedAt, InstantOf(payload, "warnAt"), InstantOf(payload, "dueAt"));

        db.WorkItems.Add(new WorkItem
        {
            Id = wait.Id,
            CaseId = caseId,
            Name = wait.Name,
            Queue = queue,
            Scope = ScopeOf(queue, file),
            Clock = ClockOwners.Parse(payload["clock"].GetString()!),
            Outcomes = OutcomesOf(payload),
            CreatedAt = wait.CreatedAt,
            WarnAt = warnAt,
            DueAt = dueAt,
        });
    }

    /// <summary>Closes the work item of a wait that is gone; one that was decided stays as it is.</summary>
    public void Close(Guid waitId)
    {
        if (db.WorkItems.Find(waitId) is { IsOpen: true } item)
            item.Cancel(clock.GetUtcNow());
    }

    /// <summary>
    /// A task of the house that would be in time for the centre and too late for the applicant's priority or novelty is due before that:
    /// so it stands where it belongs in every queue and is called in time. The case's own date, which was promised, stays.
    /// </summary>
    private (DateTimeOffset? WarnAt, DateTimeOffset? DueAt) NoLaterThanTerm(Guid caseId, string queue, DateTimeOffset now, DateTimeOffset? warnAt, DateTimeOffset? dueAt) =>
        NoLaterThanTerm(db.Applications.Find(caseId), queue, now, warnAt, dueAt);

    internal static (DateTimeOffset? WarnAt, DateTimeOffset? DueAt) NoLaterThanTerm(
        DesignApplication? application, string queue, DateTimeOffset now, DateTimeOffset? warnAt, DateTimeOffset? dueAt)
    {
        if (queue is not (Queues.Examination or Queues.Quality or Queues.Supervision) || application is not { OfficeNumber: null, TermEndsOn: { } last })
            return (warnAt, dueAt);
        var end = ChinaTime.EndOfDay(last);
        return end < now || (dueAt is not null && dueAt <= end) ? (warnAt, dueAt) : (now, end);
    }

    /// <summary>What a person's wait offers.</summary>
    public static List<string> OutcomesOf(WorkflowWait wait) => OutcomesOf(JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(wait.PayloadJson ?? "{}")!);

    private static List<string> OutcomesOf(Dictionary<string, JsonElement> payload) => [.. payload["outcomes"].EnumerateArray().Select(o => o.GetString()!)];

    private static DateTimeOffset? InstantOf(Dictionary<string, JsonElement> payload, string name) =>
        payload.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.String
            ? DateTimeOffset.Parse(value.GetString()!, CultureInfo.InvariantCulture)
            : null;

    /// <summary>An applicant's task belongs to the firm, a clerk's to the court that the case was sent to.</summary>
    private string? ScopeOf(string queue, CaseFile file) => queue switch
    {
        Queues.Applicant => file.FirmId.ToString(),
        Queues.Court => db.Referrals.Find(file.Id)?.CourtId,
        _ => null,
    };
}

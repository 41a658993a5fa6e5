using IpCenter.Casework.Cases;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using IpCenter.Casework.Staffing;
using IpCenter.Casework.Tasks;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Rights;

/// <summary>What the board is narrowed to; it travels in the address.</summary>
/// <param name="Text">Part of a number, a title or a firm's name.</param>
/// <param name="Task">Name of a task.</param>
/// <param name="Whose"><c>mine</c>, <c>free</c> or everything.</param>
public sealed record BoardFilter(string? Text, string? Task, string? Whose)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Text) && string.IsNullOrEmpty(Task) && string.IsNullOrEmpty(Whose);
}

/// <summary>One open task of the rights staff.</summary>
public sealed record BoardRow(
    Guid WorkItemId, Guid CaseId, CaseKind Kind, string Number, string Title, string FirmName, string Task, string Stage, DateTimeOffset SubmittedAt,
    DateTimeOffset? DueAt, DateTimeOffset? WarnAt, Guid? AssigneeId, string? AssigneeName, bool IsUrgent, bool IsUnopened)
{
    /// <summary>Nobody has taken, opened or decided it since it came in; that the system laid it on a desk is no touch.</summary>
    public bool IsUntouched => (AssigneeId is null || IsUnopened) && TriageTasks.Contains(Task);

    private static readonly string[] TriageTasks = ["Triage", "TriageOverdueReport"];
}

/// <summary>A report of today, and who was the first to touch it.</summary>
public sealed record TodaysReport(Guid CaseId, string Number, string Title, string FirmName, DateTimeOffset SubmittedAt, DateTimeOffset? TouchedAt, string? TouchedBy);

/// <summary>Reads the board of the rights staff: what would stay overnight first, then by deadline.</summary>
public sealed class RightsBoardQuery(CaseworkDbContext db)
{
    public async Task<IReadOnlyList<BoardRow>> ReadAsync(BoardFilter filter, Viewer viewer, CancellationToken ct)
    {
        string[] queues = viewer.Is(Roles.Supervisor) ? [Queues.Rights, Queues.Supervision] : [Queues.Rights];
        var unopened = Unopened();
        var rows = await (
            from item in db.WorkItems.AsNoTracking()
            join file in db.Cases.AsNoTracking() on item.CaseId equals file.Id
            join firm in db.Firms.AsNoTracking() on file.FirmId equals firm.Id
            where item.CompletedAt == null && item.CancelledAt == null && queues.Contains(item.Queue) && file.Kind != CaseKind.DesignApplication
            select new BoardRow(
                item.Id, file.Id, file.Kind, file.Number!, file.Title, firm.Name, item.Name, file.Stage, file.SubmittedAt!.Value,
                item.DueAt, item.WarnAt, item.AssigneeId, item.AssigneeName,
                db.InfringementReports.Any(r => r.Id == file.Id && r.IsUrgent),
                unopened.Contains(item.Id))).ToListAsync(ct);
        return [.. rows.Where(r => Fits(r, filter, viewer))
            .OrderByDescending(r => r.IsUntouched)
            .ThenBy(r => r.DueAt ?? DateTimeOffset.MaxValue)
            .ThenBy(r => r.Number, StringComparer.Ordinal)];
    }

    /// <summary>All reports that came in on the day, so that "none was left" can be read off and not only be said.</summary>
    public async Task<IReadOnlyList<TodaysReport>> TodayAsync(DateOnly day, CancellationToken ct)
    {
        var (from, to) = (ChinaTime.StartOfDay(day), ChinaTime.StartOfDay(day.AddDays(1)));
        var reports = await (
            from file in db.Cases.AsNoTracking()
            join firm in db.Firms.AsNoTracking() on file.FirmId equals firm.Id
            where file.Kind == CaseKind.Infringement && file.SubmittedAt >= @from && file.SubmittedAt < to
            orderby file.SubmittedAt
            select new { file.Id, file.Number, file.Title, firm.Name, file.SubmittedAt }).ToListAsync(ct);
        var ids = reports.ConvertAll(r => r.Id);
        var unopened = Unopened();
        var touches = await db.WorkItems.AsNoTracking()
            .Where(w => ids.Contains(w.CaseId) && (w.AssignedAt != null || w.CompletedAt != null) && !unopened.Contains(w.Id))
            .Select(w => new { w.CaseId, At = w.AssignedAt ?? w.CompletedAt, By = w.AssigneeName ?? db.Users.Where(p => p.Id == w.CompletedBy).Select(p => p.DisplayName).FirstOrDefault() })
            .ToListAsync(ct);
        return [.. reports.Select(r =>
        {
            var first = touches.Where(t => t.CaseId == r.Id).OrderBy(t => t.At).ThenBy(t => t.By, StringComparer.Ordinal).FirstOrDefault();
            return new TodaysReport(r.Id, r.Number!, r.Title, r.Name, r.SubmittedAt!.Value, first?.At, first?.By);
        })];
    }

    /// <summary>Open tasks that the system laid on a desk, where nobody has looked at them.</summary>
    private IQueryable<Guid> Unopened() => db.WorkItems
        .Where(w => w.CompletedAt == null && w.AssigneeId != null
            && db.Allocations.Any(a => a.WorkItemId == w.Id && a.PersonId == w.AssigneeId && a.At == w.AssignedAt
                && (a.Kind == AllocationKind.Distributed || a.Kind == AllocationKind.Moved))
            && !db.AccessRecords.Any(r => r.CaseId == w.CaseId && r.PersonId == w.AssigneeId && r.At >= w.AssignedAt))
        .Select(w => w.Id);

    private static bool Fits(BoardRow row, BoardFilter filter, Viewer viewer) =>
        (string.IsNullOrEmpty(filter.Task) || row.Task == filter.Task)
        && (filter.Whose switch { "mine" => row.AssigneeId == viewer.PersonId, "free" => row.AssigneeId is null, _ => true })
        && (string.IsNullOrWhiteSpace(filter.Text) || new[] { row.Number, row.Title, row.FirmName }
            .Any(t => t.Contains(filter.Text.Trim(), StringComparison.OrdinalIgnoreCase)));
}

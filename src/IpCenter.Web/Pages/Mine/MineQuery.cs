using IpCenter.Casework.Cases;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Documents;
using IpCenter.Casework.Firms;
using IpCenter.Casework.People;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Tasks;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Mine;

/// <summary>A firm that the viewer acts for.</summary>
public sealed record MyFirm(Guid Id, string Name, Mandate Mandate, StandingState State)
{
    public bool MaySee => Mandate.Power >= FirmPower.Read;

    public bool MayAct => Mandate.Power >= FirmPower.Act;
}

/// <summary>Something that waits for the applicant.</summary>
public sealed record MyTask(Guid CaseId, CaseKind Kind, string Name, string? Number, string Title, DateTimeOffset? WarnAt, DateTimeOffset? DueAt);

/// <summary>One of the firm's cases.</summary>
public sealed record MyCase(
    Guid Id, CaseKind Kind, string? Number, string Title, string FirmName, string Stage, string? Outcome,
    ClockOwner? Running, DateTimeOffset? DueAt, DateTimeOffset OpenedAt, bool MayAct)
{
    /// <summary>The clock stands still.</summary>
    public bool IsPaused { get; init; }
}

/// <summary>The home of an applicant.</summary>
public sealed record MineView(
    IReadOnlyList<MyFirm> Firms, IReadOnlyList<MyTask> Tasks, IReadOnlyList<MyCase> Cases, int CaseCount,
    IReadOnlyList<MyMandate> Asked, IReadOnlyList<MandateRequest> Requests, int Unread)
{
    /// <summary>What the firms' cases owe, the nearest day first.</summary>
    public IReadOnlyList<MyOwedDocument> Owed { get; init; } = [];

    /// <summary>How many notices wait for "received".</summary>
    public int ToAcknowledge { get; init; }
}

/// <summary>A document that one of the firm's cases owes.</summary>
public sealed record MyOwedDocument(Guid CaseId, string? Number, string Title, string Kind, OwedState State, DateTimeOffset WarnAt, DateTimeOffset DueAt);

/// <summary>Somebody asks to act for one of the viewer's own firms.</summary>
public sealed record MandateRequest(Guid Id, Guid FirmId, string FirmName, string PersonName, MandateKind Kind, DateTimeOffset RequestedAt);

/// <summary>A mandate that the viewer asked for and the firm has not answered.</summary>
public sealed record MyMandate(Guid Id, string FirmName, DateTimeOffset RequestedAt);

/// <summary>What waits for the applicants and where their cases stand.</summary>
public sealed class MineQuery(CaseworkDbContext db, ReferenceLibrary reference)
{
    public const int PageSize = 20;

    public async Task<MineView> ReadAsync(Viewer viewer, DateTimeOffset now, int page, CancellationToken ct)
    {
        var (firms, tasks) = (await FirmsAsync(viewer, ChinaTime.DateOf(now), ct), await TasksAsync(viewer, ct));
        var (cases, count) = await CasesAsync(viewer, page, ct);
        var asked = await (
            from mandate in db.Mandates.AsNoTracking()
            join firm in db.Firms.AsNoTracking() on mandate.FirmId equals firm.Id
            where mandate.PersonId == viewer.PersonId && mandate.ConsentedAt == null && mandate.RevokedAt == null
            select new MyMandate(mandate.Id, firm.Name, mandate.RequestedAt)).ToListAsync(ct);
        var unread = await db.Notices.CountAsync(n => n.PersonId == viewer.PersonId && n.ReadAt == null, ct);
        return new(firms, tasks, cases, count, asked, await RequestsAsync(firms, ct), unread)
        {
            Owed = await OwedAsync(viewer, ct),
            ToAcknowledge = await db.Notices.Where(n => n.PersonId == viewer.PersonId).CountAsync(NoticesQuery.ToAnswer(db, viewer), ct),
        };
    }

    private Task<List<MyOwedDocument>> OwedAsync(Viewer viewer, CancellationToken ct)
    {
        var ids = viewer.FirmIds.ToList();
        return (
            from owed in db.OwedDocuments.AsNoTracking()
            join file in db.Cases.AsNoTracking() on owed.CaseId equals file.Id
            where ids.Contains(file.FirmId) && file.ClosedAt == null && (owed.State == OwedState.Owed || owed.State == OwedState.Returned)
            orderby owed.DueAt
            select new MyOwedDocument(file.Id, file.Number, file.Title, owed.Kind, owed.State, owed.WarnAt, owed.DueAt)).ToListAsync(ct);
    }

    /// <summary>Only who governs a firm decides who acts for it.</summary>
    private Task<List<MandateRequest>> RequestsAsync(List<MyFirm> firms, CancellationToken ct)
    {
        var own = firms.Where(f => f.Mandate.Power == FirmPower.Govern).Select(f => f.Id).ToList();
        return (
            from mandate in db.Mandates.AsNoTracking()
            join firm in db.Firms.AsNoTracking() on mandate.FirmId equals firm.Id
            join person in db.Users.AsNoTracking() on mandate.PersonId equals person.Id
            where own.Contains(mandate.FirmId) && mandate.ConsentedAt == null && mandate.RevokedAt == null
            select new MandateRequest(mandate.Id, firm.Id, firm.Name, person.DisplayName, mandate.Kind, mandate.RequestedAt)).ToListAsync(ct);
    }

    private async Task<List<MyFirm>> FirmsAsync(Viewer viewer, DateOnly today, CancellationToken ct)
    {
        var firms = await (
            from mandate in db.Mandates.AsNoTracking().Where(Mandate.InForceOn(today))
            join firm in db.Firms.AsNoTracking() on mandate.FirmId equals firm.Id
            where mandate.PersonId == viewer.PersonId
            orderby firm.Name
            select new { firm.Id, firm.Name, mandate }).ToListAsync(ct);
        var ids = firms.Select(f => f.Id).ToList();
        var recordals = (await db.Recordals.AsNoTracking().Where(r => ids.Contains(r.FirmId)).ToListAsync(ct)).ToLookup(r => r.FirmId);
        return [.. firms.Select(f => new MyFirm(f.Id, f.Name, f.mandate, FirmStanding.Of(recordals[f.Id], today, reference.Recordals.Term).State))];
    }

    /// <summary>Fewest days left first; what has no date comes last.</summary>
    private async Task<List<MyTask>> TasksAsync(Viewer viewer, CancellationToken ct)
    {
        var scopes = viewer.ActingFirmIds.Select(f => f.ToString()).ToList();
        var tasks = await (
            from item in db.WorkItems.AsNoTracking()
            join file in db.Cases.AsNoTracking() on item.CaseId equals file.Id
            where item.Queue == Queues.Applicant && scopes.Contains(item.Scope!) && item.CompletedAt == null && item.CancelledAt == null
            select new MyTask(file.Id, file.Kind, item.Name, file.Number, file.Title, item.WarnAt, item.DueAt)).ToListAsync(ct);
        return [.. tasks.OrderBy(t => t.DueAt ?? DateTimeOffset.MaxValue)];
    }

    private async Task<(List<MyCase> Cases, int Count)> CasesAsync(Viewer viewer, int page, CancellationToken ct)
    {
        var ids = viewer.FirmIds.ToList();
        var mine = db.Cases.AsNoTracking().Where(c => ids.Contains(c.FirmId));
        var count = await mine.CountAsync(ct);
        var rows = await (
            from file in mine
            join firm in db.Firms.AsNoTracking() on file.FirmId equals firm.Id
            orderby file.ClosedAt != null, file.OpenedAt descending
            select new { File = file, Firm = firm.Name }).Skip((Math.Max(1, page) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var shown = rows.Select(r => r.File.Id).ToList();
        var running = await db.ClockSegments.AsNoTracking().Where(s => shown.Contains(s.CaseId) && s.To == null)
            .Select(s => new { s.CaseId, s.Owner, s.IsPause }).ToListAsync(ct);
        return ([.. rows.Select(r => new MyCase(
            r.File.Id, r.File.Kind, r.File.Number, r.File.Title, r.Firm, r.File.Stage, r.File.Outcome,
            running.FirstOrDefault(s => s.CaseId == r.File.Id && !s.IsPause)?.Owner, r.File.DueAt, r.File.OpenedAt, viewer.ActsFor(r.File.FirmId))
        {
            IsPaused = running.Any(s => s.CaseId == r.File.Id && s.IsPause),
        })], count);
    }
}

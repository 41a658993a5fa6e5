using IpCenter.Casework.Audit;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Documents;
using IpCenter.Casework.Notices;
using IpCenter.Casework.People;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Results;
using IpCenter.Casework.Tasks;
using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Runtime;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Demo;

/// <summary>
/// Plays the demo history with the product's own use cases and processes, in the order of time, by a clock that runs
/// from the first step to the present: every timer that would have fired fires on its way.
/// </summary>
internal sealed class DemoPlay(IServiceProvider services, DemoClock clock, DemoActs acts)
{
    private static readonly DateTimeOffset Never = DateTimeOffset.MaxValue;

    public async Task RunAsync(IReadOnlyList<DemoStory> stories, DateTimeOffset until, CancellationToken ct)
    {
        var calendar = services.GetRequiredService<ReferenceLibrary>().Calendar;
        var queue = new PriorityQueue<(DemoStory Story, int Step), DateTimeOffset>();
        foreach (var story in stories)
            queue.Enqueue((story, 0), story.MinutesAgo is { } minutes
                ? until.AddMinutes(-minutes)
                : Instant(calendar, Back(calendar, ChinaTime.DateOf(until), story.BegunWorkingDaysAgo), story.Steps[0]));

        while (queue.TryDequeue(out var next, out var at) && at <= until)
        {
            await RunTimersAsync(at, ct);
            clock.AdvanceTo(at);
            await ActAsync(next.Story, next.Story.Steps[next.Step].Act, ct);
            await RunProcessesAsync(ct);
            await TellAsync(until, ct);
            if (next.Step + 1 < next.Story.Steps.Count)
                queue.Enqueue((next.Story, next.Step + 1), Instant(calendar, ChinaTime.DateOf(at), next.Story.Steps[next.Step + 1]));
        }
        await RunTimersAsync(until, ct);
        clock.AdvanceTo(until);
        await RunProcessesAsync(ct);
        await DemoDesk.SetUpAsync(services, until, ct);
        await TellAsync(until, ct);
        await ReadOldNoticesAsync(until, ct);
    }

    /// <summary>
    /// People say "received" within two hours, but for what came in the last two days and for the documents that they forgot;
    /// then the reminders of the house take their course.
    /// </summary>
    private async Task TellAsync(DateTimeOffset until, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<CaseworkDbContext>();
            var (answered, news) = (now.AddHours(-2), until.AddDays(-2));
            foreach (var notice in await db.Notices
                .Where(n => n.AcknowledgeBy != null && n.AcknowledgedAt == null && n.SentAt < answered && n.SentAt < news && n.Template != TellOwedDocuments.Lapsed)
                .ToListAsync(ct))
                notice.Acknowledge(notice.SentAt.AddHours(2));
            await db.SaveChangesAsync(ct);
        }
        await services.GetRequiredService<TellOwedDocuments>().RunAsync(now, ct);
        await services.GetRequiredService<BringUpNotices>().RunAsync(now, ct);
    }

    /// <summary>People read their notices within two days: what is unread is news.</summary>
    private async Task ReadOldNoticesAsync(DateTimeOffset until, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseworkDbContext>();
        var old = until.AddDays(-2);
        foreach (var notice in await db.Notices.Where(n => n.ReadAt == null && n.SentAt < old).ToListAsync(ct))
            notice.Read(notice.SentAt.AddHours(2));
        await db.SaveChangesAsync(ct);
    }

    private async Task ActAsync(DemoStory story, DemoAct act, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        await acts.DoAsync(story, act, new DemoStage(scope.ServiceProvider, clock.GetUtcNow()), ct);
        await scope.ServiceProvider.GetRequiredService<CaseworkDbContext>().SaveChangesAsync(ct);
    }

    /// <summary>Goes from due timer to due timer up to an instant.</summary>
    private async Task RunTimersAsync(DateTimeOffset until, CancellationToken ct)
    {
        while (await NextTimerAsync(ct) is var due && due <= until)
        {
            clock.AdvanceTo(due);
            await RunProcessesAsync(ct);
        }
    }

    private async Task<DateTimeOffset> NextTimerAsync(CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseworkDbContext>();
        return await db.WorkflowWaits
            .Where(w => w.Kind == WaitKind.Timer && !w.IsHeld && !w.IsIncident)
            .OrderBy(w => w.DueAt)
            .Select(w => w.DueAt)
            .FirstOrDefaultAsync(ct) ?? Never;
    }

    private async Task RunProcessesAsync(CancellationToken ct)
    {
        var runner = services.GetRequiredService<WorkflowRunner>();
        while (await runner.RunOnceAsync(ct) > 0)
        {
        }
    }

    private static DateTimeOffset Instant(WorkingCalendar calendar, DateOnly from, DemoStep step) =>
        ChinaTime.At(step.WorkingDaysLater == 0 ? from : calendar.AddWorkingDays(from, step.WorkingDaysLater), step.At);

    private static DateOnly Back(WorkingCalendar calendar, DateOnly date, int workingDays)
    {
        while (workingDays > 0 || !calendar.IsWorkingDay(date))
        {
            date = date.AddDays(-1);
            if (calendar.IsWorkingDay(date))
                workingDays--;
        }
        return date;
    }
}

/// <summary>The services and the moment of one act, and the people who act.</summary>
internal sealed class DemoStage(IServiceProvider services, DateTimeOffset at)
{
    public DateTimeOffset At => at;

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public async Task<(Viewer Viewer, Actor Actor)> AsAsync(string userName, CancellationToken ct)
    {
        var person = DemoPeople.All.Single(p => p.UserName == userName);
        var viewer = await Get<ViewerAccess>().ForAsync(DemoIds.Of($"person:{userName}"), [person.Role], ct);
        return (viewer, new Actor(viewer.PersonId, viewer.Name, at));
    }

    /// <summary>Whoever does the applicant's part of a story, on the firm's behalf.</summary>
    public async Task<(Viewer Viewer, Actor Actor)> ForFirmAsync(DemoStory story, CancellationToken ct)
    {
        var (viewer, actor) = await AsAsync(story.Applicant, ct);
        return (viewer, actor with { OnBehalfOfFirmId = DemoFirms.IdOf(story.Firm) });
    }

    /// <summary>The open task of a case, or <c>null</c> when the process does not wait for it.</summary>
    public async Task<WorkItem?> TaskAsync(Guid caseId, params string[] names) =>
        await Get<CaseworkDbContext>().WorkItems
            .Where(w => w.CaseId == caseId && names.Contains(w.Name) && w.CompletedAt == null && w.CancelledAt == null)
            .FirstOrDefaultAsync();

    /// <summary>A refused step of the demo is a defect of the demo.</summary>
    public static T Must<T>(Result<T> result) => result.Succeeded
        ? result.Value
        : throw new InvalidOperationException("The demo was refused: " + string.Join("; ", result.Violations.Select(v => $"{v.Code} {v.Field} {string.Join(' ', v.Arguments)}")));
}

using IpCenter.Casework.Applications;
using IpCenter.Casework.Cases;
using IpCenter.Casework.Pauses;
using IpCenter.Casework.Results;
using IpCenter.Casework.Tasks;
using IpCenter.Casework.Tests.Journeys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Pauses;

/// <summary>The usual ways of pausing an application that an examiner holds; its three working days end on Thursday 19 November.</summary>
internal static class PauseDesk
{
    public static readonly DateOnly NextMonday = new(2026, 11, 23);

    public static async Task<Guid> HeldAsync(this CaseworkHost host, int seed = 1)
    {
        var id = await host.FileAsync(seed);
        var task = await host.TaskAsync(id, "Examine");
        await host.DoAsync("examiner", async (services, viewer, actor) =>
            CaseworkHost.Must(await services.GetRequiredService<TaskDesk>().TakeAsync(task.Id, viewer, actor, default)));
        return id;
    }

    public static PauseRequest Ask(Guid caseId, string reason = "outside-opinion", DateOnly? until = null, string words = "等待国知局对分类的意见", string? consent = null, string id = "pause") =>
        new(SampleCentre.IdOf($"{id}:{caseId}"), caseId, reason, words, until ?? NextMonday, consent);

    public static Task<Result<CasePause>> PauseAsync(this CaseworkHost host, PauseRequest request, string user = "examiner") =>
        host.DoAsync(user, async (services, viewer, actor) =>
        {
            var result = await services.GetRequiredService<PauseClock>().ExecuteAsync(request, viewer, actor, default);
            if (!result.Succeeded)
                services.GetRequiredService<Data.CaseworkDbContext>().ChangeTracker.Clear();
            return result;
        });

    public static Task<Result<CasePause>> ResumeAsync(this CaseworkHost host, Guid caseId, Guid pauseId, string words = "意见已到", string user = "examiner") =>
        host.DoAsync(user, (services, viewer, actor) => services.GetRequiredService<ResumeClock>().ExecuteAsync(caseId, pauseId, words, viewer, actor, default));

    public static async Task<int> EndDueAsync(this CaseworkHost host)
    {
        await using var scope = host.Scope();
        return await scope.ServiceProvider.GetRequiredService<EndDuePauses>().RunAsync(host.Clock.GetUtcNow(), default);
    }

    public static Task<CaseDeadline> OpenDateAsync(this CaseworkHost host, Guid caseId) =>
        host.AskAsync(db => db.CaseDeadlines.AsNoTracking().SingleAsync(d => d.CaseId == caseId && d.SettledAt == null));

    /// <summary>So many days and hours after Monday nine o'clock.</summary>
    public static void At(this CaseworkHost host, int day, int hour) => host.Clock.Set(new DateTimeOffset(2026, 11, day, hour, 0, 0, TimeSpan.FromHours(8)));

    /// <summary>The examiner asks for a correction: the applicant's clock runs.</summary>
    public static Task CorrectAsync(this CaseworkHost host, Guid id) => host.DecideAsync(id, "correct", "请补正", new CorrectionPoint("VIEW-05", "views", "比例不一致", "scale"));

    /// <summary>The examiner passes the application, a second person confirms where it was drawn: it waits to be filed at the national office.</summary>
    public static async Task PassAsync(this CaseworkHost host, Guid id)
    {
        await host.DecideAsync(id, "pass", "");
        await ApplicationJourneyTests.ConfirmIfDrawnAsync(host, id);
        await host.RunAsync();
    }

    private static async Task DecideAsync(this CaseworkHost host, Guid id, string outcome, string reason, params CorrectionPoint[] points)
    {
        await ApplicationJourneyTests.DecideAsync(host, id, outcome, reason, points);
        await host.RunAsync();
    }
}

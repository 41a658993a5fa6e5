using IpCenter.Casework.Audit;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Staffing;
using IpCenter.Casework.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Demo;

/// <summary>
/// The desk of the demo centre on its first day: who examines what, an examiner who is away and for whom a colleague
/// stands in, tasks given out with their reasons, and one that was called because its term runs out.
/// </summary>
internal static class DemoDesk
{
    private const string Away = "examiner3";
    private const int DaysAway = 3;

    private static readonly IReadOnlyDictionary<string, (string Code, SkillLevel Level)[]> Skills = new Dictionary<string, (string, SkillLevel)[]>
    {
        ["examiner"] = [("02", SkillLevel.Expert), ("03", SkillLevel.Practised), ("11", SkillLevel.Practised), ("28", SkillLevel.Practised)],
        ["examiner2"] = [("06", SkillLevel.Expert), ("07-07", SkillLevel.Practised), ("21", SkillLevel.Practised), ("02-02", SkillLevel.Learning)],
        [Away] = [("02", SkillLevel.Practised), ("06-01", SkillLevel.Practised), ("30", SkillLevel.Practised)],
        ["reviewer"] = [("02", SkillLevel.Expert), ("03", SkillLevel.Practised), ("06", SkillLevel.Practised), ("21", SkillLevel.Practised), ("28", SkillLevel.Practised)],
    };

    public static async Task SetUpAsync(IServiceProvider services, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var (person, skills) in Skills)
            await DoAsync(services, now, async stage =>
            {
                var (viewer, actor) = await stage.AsAsync("supervisor", ct);
                DemoStage.Must(await stage.Get<SetClassSkills>().ExecuteAsync(DemoIds.Of($"person:{person}"), skills, viewer, actor, ct));
            }, ct);
        await DoAsync(services, now, async stage =>
        {
            // The most urgent one was begun before the absence; a test centre may have none.
            var (viewer, actor) = await stage.AsAsync(Away, ct);
            var claimed = await stage.Get<ClaimNextTask>().ExecuteAsync(Queues.Examination, viewer, actor, ct);
            if (claimed.Succeeded)
                stage.Get<AuditTrail>().RecordRead(actor, $"application:{claimed.Value.CaseId}", claimed.Value.CaseId, "examination");
        }, ct);
        await DoAsync(services, now, async stage =>
        {
            var (viewer, actor) = await stage.AsAsync("supervisor", ct);
            var today = ChinaTime.DateOf(now);
            DemoStage.Must(await stage.Get<RecordAbsence>().ExecuteAsync(
                new(DemoIds.Of("absence"), DemoIds.Of($"person:{Away}"), today, today.AddDays(DaysAway), DemoIds.Of("person:examiner")), viewer, actor, ct));
            DemoStage.Must(await stage.Get<SwitchDistribution>().ExecuteAsync(Queues.Examination, true, viewer, actor, ct));
        }, ct);
        await services.GetRequiredService<DeskRounds>().RunAsync(now, ct);
    }

    private static async Task DoAsync(IServiceProvider services, DateTimeOffset now, Func<DemoStage, Task> act, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        await act(new DemoStage(scope.ServiceProvider, now));
        await scope.ServiceProvider.GetRequiredService<CaseworkDbContext>().SaveChangesAsync(ct);
    }
}

using IpCenter.Casework.Staffing;
using IpCenter.Casework.Tasks;
using IpCenter.Casework.Tests.Staffing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Tasks;

public sealed class AssignTasksTests
{
    [Fact]
    public async Task Each_row_has_its_own_answer_and_one_refused_stops_no_other()
    {
        await using var host = await SampleCentre.StartAsync();
        var (good, done, gone, reading) = (await host.AddTaskAsync("good"), await host.AddTaskAsync("done"), await host.AddTaskAsync("gone"), await host.AddTaskAsync("reading", "SecondReading", Queues.Quality));
        await host.ChangeAsync(async db =>
        {
            (await db.WorkItems.FindAsync(done))!.Complete("pass", SampleCentre.IdOf("examiner2"), host.Clock.GetUtcNow());
            (await db.WorkItems.FindAsync(gone))!.Cancel(host.Clock.GetUtcNow());
        });

        var result = await AssignAsync(host, "batch", "examiner", good, done, gone, reading);

        Assert.Equal(1, result.Given);
        Assert.Equal(
            new[] { (good, null), (done, "task.already-done examiner2"), (gone, "task.cancelled "), (reading, "task.not-their-queue examiner") }.OrderBy(r => r.Item1),
            result.Rows.Select(r => (r.WorkItemId, r.Refused is { } refused ? $"{refused.Code} {string.Join(' ', refused.Arguments)}" : null)).OrderBy(r => r.WorkItemId));
        Assert.Equal("examiner", await host.HolderAsync(good));
        Assert.Null(await host.HolderAsync(reading));
    }

    [Fact]
    public async Task Nothing_is_assigned_to_who_is_away_or_has_to_keep_out()
    {
        await using var host = await SampleCentre.StartAsync();
        var task = await host.AddTaskAsync("mine");
        await host.DoAsync("supervisor", async (s, viewer, actor) => CaseworkHost.Must(await s.GetRequiredService<DeclareRecusal>().ExecuteAsync(
            SampleCentre.IdOf("recusal"), SampleCentre.IdOf("examiner"), "91371721AY4CL12THN", "亲属", viewer, actor, default)));
        await host.AwayAsync("examiner2", "2026-11-16", "2026-11-18");

        var related = await AssignAsync(host, "one", "examiner", task);
        var away = await AssignAsync(host, "two", "examiner2", task);

        Assert.Equal(("task.own-firm.of", "examiner"), (related.Rows[0].Refused!.Code, related.Rows[0].Refused!.Arguments[0]));
        Assert.Equal("task.person-away", away.Rows[0].Refused!.Code);
        Assert.Equal(["examiner2", "2026-11-18"], away.Rows[0].Refused!.Arguments);
        Assert.Null(await host.HolderAsync(task));
    }

    [Fact]
    public async Task A_double_click_assigns_once_and_gives_the_same_answer()
    {
        await using var host = await SampleCentre.StartAsync();
        var task = await host.AddTaskAsync("twice");

        await AssignAsync(host, "batch", "examiner", task);
        await host.DoAsync("examiner", async (s, viewer, actor) => CaseworkHost.Must(await s.GetRequiredService<GiveBackTask>().ExecuteAsync(task, "理由", viewer, actor, default)));
        var again = await AssignAsync(host, "batch", "examiner", task);

        Assert.Equal(1, again.Given);
        Assert.Null(await host.HolderAsync(task));
        Assert.Equal(1, await host.AskAsync(db => db.AuditEvents.CountAsync(e => e.Action == "task.assigned")));
    }

    [Fact]
    public async Task Nobody_but_a_supervisor_assigns()
    {
        await using var host = await SampleCentre.StartAsync();
        var task = await host.AddTaskAsync("forbidden");

        var result = await host.DoAsync("examiner", (s, viewer, actor) =>
            s.GetRequiredService<AssignTasks>().ExecuteAsync(SampleCentre.IdOf("batch"), [task], SampleCentre.IdOf("examiner"), viewer, actor, default));

        Assert.Equal("task.not-found", Assert.Single(result.Violations).Code);
    }

    [Theory]
    [InlineData(null, "task.give-back-reason")]
    [InlineData("   ", "task.give-back-reason")]
    public async Task Giving_back_asks_for_the_reason_and_keeps_it(string? reason, string code)
    {
        await using var host = await SampleCentre.StartAsync();
        var task = await host.AddTaskAsync("back");
        await AssignAsync(host, "batch", "examiner", task);

        var refused = await host.DoAsync("examiner", (s, v, a) => s.GetRequiredService<GiveBackTask>().ExecuteAsync(task, reason, v, a, default));
        var tooLong = await host.DoAsync("examiner", (s, v, a) => s.GetRequiredService<GiveBackTask>().ExecuteAsync(task, new string('长', 501), v, a, default));
        var foreign = await host.DoAsync("examiner2", (s, v, a) => s.GetRequiredService<GiveBackTask>().ExecuteAsync(task, "想要", v, a, default));
        await host.DoAsync("examiner", (s, v, a) => s.GetRequiredService<GiveBackTask>().ExecuteAsync(task, " 需要木工知识 ", v, a, default));

        Assert.Equal((code, "reason"), (refused.Violations[0].Code, refused.Violations[0].Field));
        Assert.Equal(("task.reason-too-long", "500"), (tooLong.Violations[0].Code, tooLong.Violations[0].Arguments[0]));
        Assert.Equal("task.taken", foreign.Violations[0].Code);
        Assert.Equal("需要木工知识", (await host.StepsAsync(task))[^1].Reason.Words);
        Assert.Equal("需要木工知识", await host.AskAsync(db => db.AuditEvents.Where(e => e.Action == "task.released").Select(e => e.Reason).SingleAsync()));
    }

    private static Task<Assignment> AssignAsync(CaseworkHost host, string batch, string person, params Guid[] tasks) =>
        host.DoAsync("supervisor", async (services, viewer, actor) => CaseworkHost.Must(
            await services.GetRequiredService<AssignTasks>().ExecuteAsync(SampleCentre.IdOf(batch), tasks, SampleCentre.IdOf(person), viewer, actor, default)));
}

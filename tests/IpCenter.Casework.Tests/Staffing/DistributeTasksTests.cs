using IpCenter.Casework.Clocks;
using IpCenter.Casework.People;
using IpCenter.Casework.Staffing;
using IpCenter.Casework.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Staffing;

public sealed class DistributeTasksTests
{
    [Fact]
    public async Task Nothing_is_given_out_where_it_is_not_switched_on()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.SkillAsync("examiner", ("09", SkillLevel.Practised));
        var task = await host.AddTaskAsync("off");

        Assert.Equal(0, await host.RoundAsync());
        await host.TurnOnAsync(Queues.Examination);
        await host.TurnOnAsync(Queues.Examination, on: false);
        Assert.Equal(0, await host.RoundAsync());

        Assert.Null(await host.HolderAsync(task));
    }

    [Fact]
    public async Task Tasks_go_one_by_one_to_the_least_loaded_with_the_class_and_each_says_why()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.SkillAsync("examiner", ("09", SkillLevel.Practised));
        await host.SkillAsync("examiner2", ("09-03", SkillLevel.Practised), ("02", SkillLevel.Expert));
        await host.TurnOnAsync(Queues.Examination);
        List<Guid> tasks = [];
        for (var i = 0; i < 4; i++)
            tasks.Add(await host.AddTaskAsync($"{i}", due: ChinaTime.EndOfDay(new(2026, 11, 19 + i % 2))));
        var costume = await host.AddTaskAsync("costume", locarnoClass: "02-02", due: ChinaTime.EndOfDay(new(2026, 11, 27)));
        var toy = await host.AddTaskAsync("toy", locarnoClass: "21-01");

        await host.RoundAsync();

        var holders = new List<string?>();
        foreach (var task in tasks)
            holders.Add(await host.HolderAsync(task));
        Assert.Equal(2, holders.Count(h => h == "examiner"));
        Assert.Equal(2, holders.Count(h => h == "examiner2"));
        Assert.Equal("examiner2", await host.HolderAsync(costume));
        Assert.Null(await host.HolderAsync(toy));
        Assert.Equal(AllocationKind.Nobody, Assert.Single(await host.StepsAsync(toy)).Kind);
        Assert.Contains("09-03", AllocationWording.Explain(AllocationKind.Distributed, Assert.Single(await host.StepsAsync(tasks[0])).Reason).Zh, StringComparison.Ordinal);
        Assert.Equal(5, await host.AskAsync(db => db.AuditEvents.CountAsync(e => e.Action == "task.distributed" && e.PersonId == null)));
    }

    [Fact]
    public async Task A_round_that_is_run_again_or_at_the_same_time_changes_nothing()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.SkillAsync("examiner", ("09", SkillLevel.Practised));
        await host.SkillAsync("examiner2", ("09", SkillLevel.Practised));
        await host.TurnOnAsync(Queues.Examination);
        for (var i = 0; i < 6; i++)
            await host.AddTaskAsync($"{i}");
        await host.AddTaskAsync("nobody", locarnoClass: "21-01");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(host.RoundAsync)));
        await host.RoundAsync();
        var steps = await host.AskAsync(db => db.Allocations.AsNoTracking().ToListAsync());
        Assert.Equal(0, await host.RoundAsync());

        Assert.Equal(7, steps.Count);
        Assert.All(steps, step => Assert.Equal(1, step.Turn));
        Assert.Equal(7, await host.AskAsync(db => db.Allocations.CountAsync()));
        Assert.Equal(6, await host.AskAsync(db => db.AuditEvents.CountAsync(e => e.Action == "task.distributed")));
    }

    [Fact]
    public async Task A_round_killed_before_its_save_leaves_nothing_and_the_next_gives_the_task_once()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.SkillAsync("examiner", ("09", SkillLevel.Practised));
        await host.TurnOnAsync(Queues.Examination);
        var task = await host.AddTaskAsync("killed");
        await using (var scope = host.Scope())
            Assert.True(await scope.ServiceProvider.GetRequiredService<DistributeTasks>().ExecuteAsync(task, host.Clock.GetUtcNow(), default));

        Assert.Null(await host.HolderAsync(task));
        Assert.Empty(await host.StepsAsync(task));
        Assert.Equal(1, await host.RoundAsync());

        Assert.Equal("examiner", await host.HolderAsync(task));
        Assert.Equal(1, Assert.Single(await host.StepsAsync(task)).Turn);
    }

    [Fact]
    public async Task Of_a_closed_account_what_was_distributed_is_given_anew_and_a_lock_of_minutes_changes_nothing()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.SkillAsync("examiner", ("09", SkillLevel.Expert));
        await host.SkillAsync("examiner2", ("09", SkillLevel.Learning));
        await host.TurnOnAsync(Queues.Examination);
        var task = await host.AddTaskAsync("left");
        await host.RoundAsync();
        await host.OpenCaseAsync("examiner", task);
        Assert.Equal("examiner", await host.HolderAsync(task));

        await LockAsync(host, host.Clock.GetUtcNow().AddMinutes(15));
        await host.RoundAsync();
        Assert.Equal("examiner", await host.HolderAsync(task));
        await LockAsync(host, Person.LockedForGood);
        await host.RoundAsync();

        Assert.Equal("examiner2", await host.HolderAsync(task));
    }

    [Fact]
    public async Task A_recusal_gives_back_what_the_person_could_no_longer_finish()
    {
        await using var host = await SampleCentre.StartAsync();
        var (theirs, other) = (await host.AddTaskAsync("theirs"), await host.AddTaskAsync("other", firm: "rival-firm"));
        foreach (var task in new[] { theirs, other })
            await host.DoAsync("examiner", async (s, viewer, actor) => CaseworkHost.Must(await s.GetRequiredService<TaskDesk>().TakeAsync(task, viewer, actor, default)));
        var code = await host.AskAsync(db => db.Firms.Where(f => f.Id == SampleCentre.IdOf("firm")).Select(f => f.CreditCode).SingleAsync());

        await host.DoAsync("supervisor", async (s, viewer, actor) => CaseworkHost.Must(await s.GetRequiredService<DeclareRecusal>().ExecuteAsync(
            SampleCentre.IdOf("recusal"), SampleCentre.IdOf("examiner"), code, "亲属", viewer, actor, default)));

        Assert.Equal((null, "examiner"), (await host.HolderAsync(theirs), await host.HolderAsync(other)));
        Assert.Equal(AllocationKind.GivenBack, (await host.StepsAsync(theirs))[^1].Kind);
    }

    private static Task LockAsync(CaseworkHost host, DateTimeOffset until) =>
        host.ChangeAsync(async db => (await db.Users.SingleAsync(p => p.UserName == "examiner")).LockoutEnd = until);

    [Fact]
    public async Task Of_somebody_who_becomes_absent_only_what_is_not_opened_is_given_anew()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.SkillAsync("examiner", ("09", SkillLevel.Practised));
        await host.TurnOnAsync(Queues.Examination);
        var (untouched, opened, claimed, assigned) = (await host.AddTaskAsync("1"), await host.AddTaskAsync("2"), await host.AddTaskAsync("3", locarnoClass: "02-02"), await host.AddTaskAsync("4", locarnoClass: "02-02"));
        await host.RoundAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        await host.OpenCaseAsync("examiner", opened);
        await host.DoAsync("examiner", async (s, viewer, actor) => CaseworkHost.Must(await s.GetRequiredService<TaskDesk>().TakeAsync(claimed, viewer, actor, default)));
        await host.DoAsync("supervisor", async (s, viewer, actor) => CaseworkHost.Must(
            await s.GetRequiredService<AssignTasks>().ExecuteAsync(SampleCentre.IdOf("batch"), [assigned], SampleCentre.IdOf("examiner"), viewer, actor, default)));
        await host.SkillAsync("examiner2", ("09", SkillLevel.Learning), ("02", SkillLevel.Expert));

        await host.AwayAsync("examiner", "2026-11-16", "2026-11-17");
        await host.RoundAsync();

        Assert.Equal("examiner2", await host.HolderAsync(untouched));
        Assert.Equal(("examiner", "examiner", "examiner"), (await host.HolderAsync(opened), await host.HolderAsync(claimed), await host.HolderAsync(assigned)));
        var moved = (await host.StepsAsync(untouched))[^1];
        Assert.Equal(AllocationKind.Moved, moved.Kind);
        Assert.StartsWith("examiner不在岗；分配给examiner2，因为：09-03 类（学习中）", AllocationWording.Explain(moved.Kind, moved.Reason).Zh, StringComparison.Ordinal);
        Assert.Equal(1, await host.AskAsync(db => db.AuditEvents.CountAsync(e => e.Action == "task.moved")));
    }

    [Fact]
    public async Task What_was_only_seen_beside_another_case_is_not_begun_and_is_given_anew()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.SkillAsync("examiner", ("09", SkillLevel.Practised));
        await host.TurnOnAsync(Queues.Examination);
        var task = await host.AddTaskAsync("beside");
        await host.RoundAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        foreach (var purpose in OpenedCase.InPassing)
            await host.OpenCaseAsync("examiner", task, purpose);
        await host.SkillAsync("examiner2", ("09", SkillLevel.Learning));
        await host.AwayAsync("examiner", "2026-11-16", "2026-11-17");

        await host.RoundAsync();

        Assert.Equal("examiner2", await host.HolderAsync(task));
    }

    [Fact]
    public async Task What_was_given_back_goes_to_somebody_else_and_what_the_supervisor_put_back_stays_in_the_queue()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.SkillAsync("examiner", ("09", SkillLevel.Expert));
        await host.TurnOnAsync(Queues.Examination);
        var task = await host.AddTaskAsync("returned");
        await host.RoundAsync();
        await host.SkillAsync("examiner2", ("09", SkillLevel.Learning));

        await host.DoAsync("examiner", async (s, viewer, actor) => CaseworkHost.Must(await s.GetRequiredService<GiveBackTask>().ExecuteAsync(task, "不熟悉榫卯结构", viewer, actor, default)));
        await host.RoundAsync();

        Assert.Equal("examiner2", await host.HolderAsync(task));
        Assert.Equal([AllocationKind.Distributed, AllocationKind.GivenBack, AllocationKind.Distributed], (await host.StepsAsync(task)).Select(s => s.Kind));
        await host.DoAsync("supervisor", async (s, viewer, actor) => CaseworkHost.Must(
            await s.GetRequiredService<AssignTasks>().ExecuteAsync(SampleCentre.IdOf("to-queue"), [task], null, viewer, actor, default)));
        Assert.Equal(0, await host.RoundAsync());
        Assert.Null(await host.HolderAsync(task));
    }

    [Fact]
    public async Task Who_made_the_first_decision_or_has_a_relation_to_the_firm_is_left_out()
    {
        await using var host = await SampleCentre.StartAsync();
        await host.AddPersonAsync("reviewer2", Roles.Reviewer);
        foreach (var reviewer in new[] { "reviewer", "reviewer2" })
            await host.SkillAsync(reviewer, ("09", SkillLevel.Practised));
        await host.TurnOnAsync(Queues.Quality);
        var reading = await host.AddTaskAsync("reading", "SecondReading", Queues.Quality);
        await host.ChangeAsync(db =>
        {
            db.Decisions.Add(new Casework.Applications.Decision
            {
                Id = SampleCentre.IdOf("decision"),
                CaseId = SampleCentre.IdOf("case:reading"),
                Task = "Examine",
                Outcome = "pass",
                Reason = "",
                By = SampleCentre.IdOf("reviewer"),
                ByName = "reviewer",
                At = CaseworkHost.Monday,
                Round = 0,
            });
            return Task.CompletedTask;
        });
        await host.DoAsync("supervisor", async (s, viewer, actor) => CaseworkHost.Must(await s.GetRequiredService<DeclareRecusal>().ExecuteAsync(
            SampleCentre.IdOf("recusal"), SampleCentre.IdOf("reviewer2"), "93371721DD272HD1TY", "配偶任职", viewer, actor, default)));
        var rivals = await host.AddTaskAsync("rivals", "SecondReading", Queues.Quality, firm: "rival-firm");

        await host.RoundAsync();

        Assert.Equal("reviewer2", await host.HolderAsync(reading));
        Assert.Equal("reviewer", await host.HolderAsync(rivals));
        Assert.Contains((await host.StepsAsync(reading))[0].Reason.Others, o => o is { Name: "reviewer", Out: NotEligible.FirstReading });
        Assert.Contains((await host.StepsAsync(rivals))[0].Reason.Others, o => o is { Name: "reviewer2", Out: NotEligible.OwnFirm });
        foreach (var (person, task, code) in new[] { ("reviewer", reading, "second-reading.own-decision"), ("reviewer2", rivals, "task.own-firm") })
        {
            await host.ChangeAsync(async db => (await db.WorkItems.FindAsync(task))!.Release());
            var taken = await host.DoAsync(person, (s, viewer, actor) => s.GetRequiredService<TaskDesk>().TakeAsync(task, viewer, actor, default));
            Assert.Equal(code, Assert.Single(taken.Violations).Code);
        }
    }

    [Fact]
    public async Task Nobody_but_a_supervisor_switches_or_sets_anything()
    {
        await using var host = await SampleCentre.StartAsync();

        foreach (var person in new[] { "examiner", "merchant" })
        {
            Assert.Equal("staff.not-found", (await host.DoAsync(person, (s, v, a) => s.GetRequiredService<SwitchDistribution>().ExecuteAsync(Queues.Examination, true, v, a, default))).Violations[0].Code);
            Assert.Equal("staff.not-found", (await host.DoAsync(person, (s, v, a) => s.GetRequiredService<SetClassSkills>().ExecuteAsync(SampleCentre.IdOf("examiner"), [("09", SkillLevel.Expert)], v, a, default))).Violations[0].Code);
            Assert.Equal("staff.not-found", (await host.DoAsync(person, (s, v, a) => s.GetRequiredService<RecordAbsence>().ExecuteAsync(new(Guid.Empty, SampleCentre.IdOf("examiner"), new(2026, 11, 17), new(2026, 11, 17), null), v, a, default))).Violations[0].Code);
            Assert.Equal("staff.not-found", (await host.DoAsync(person, (s, v, a) => s.GetRequiredService<DeclareRecusal>().ExecuteAsync(Guid.Empty, SampleCentre.IdOf("examiner"), "91371721AY4CL12THN", "x", v, a, default))).Violations[0].Code);
        }
    }
}

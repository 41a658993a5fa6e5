using System.Net;
using IpCenter.Casework.People;
using IpCenter.Casework.Staffing;
using IpCenter.Casework.Tasks;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Examine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Web.Tests.Pages.Supervise;

public sealed class StaffTests(WebFactory factory) : IClassFixture<WebFactory>
{
    [Fact]
    public async Task The_supervisor_sets_classes_and_they_stand_in_the_list()
    {
        var examiner = await factory.AddPersonAsync(Roles.Examiner, "skilled");
        using var client = await factory.SignedInAsAsync(Roles.Supervisor, "zh-CN");
        var page = await client.GetPageAsync($"/supervise/staff/{examiner.Id}");

        using var answer = await client.SubmitAsync(page, "form:has(#skill-02-02)", new() { ["Skills.Levels[02-02]"] = "Expert", ["Skills.Levels[06]"] = "Learning" });

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var skills = await factory.WithDatabaseAsync(db => db.ClassSkills.Where(s => s.PersonId == examiner.Id).OrderBy(s => s.Code).ToListAsync());
        Assert.Equal([("02-02", SkillLevel.Expert), ("06", SkillLevel.Learning)], skills.Select(s => (s.Code, s.Level)));
        var row = (await client.GetPageAsync("/supervise/staff")).QuerySelectorAll("tr").Single(r => r.QuerySelector($"a[href='/supervise/staff/{examiner.Id}']") is not null);
        Assert.Contains("专长", row.Text(), StringComparison.Ordinal);
        Assert.NotNull((await client.GetPageAsync($"/supervise/staff/{examiner.Id}")).QuerySelector("#skill-02-02 option[value=Expert][selected]"));
    }

    [Fact]
    public async Task An_absence_is_recorded_with_its_substitute_and_can_be_taken_back()
    {
        var away = await factory.AddPersonAsync(Roles.Examiner, "away");
        var substitute = await factory.AddPersonAsync(Roles.Examiner, "stands-in");
        using var client = await factory.SignedInAsAsync(Roles.Supervisor, "zh-CN");
        var page = await client.GetPageAsync($"/supervise/staff/{away.Id}");

        using var wrong = await client.SubmitAsync(page, "form:has([name='Away.From'])", new() { ["Away.From"] = "2026-11-25", ["Away.To"] = "2026-11-24" });
        Assert.Equal("错误：结束日期早于开始日期。", (await wrong.ReadPageAsync()).QuerySelector("#f-Away-To-error")!.Text());
        using var answer = await client.SubmitAsync(page, "form:has([name='Away.From'])", new()
        {
            ["Away.From"] = "2026-11-23",
            ["Away.To"] = "2026-11-24",
            ["Away.Substitute"] = substitute.Id.ToString(),
        });
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        page = await client.GetPageAsync($"/supervise/staff/{away.Id}");
        Assert.Contains($"代办人：{substitute.DisplayName}", page.QuerySelector("main")!.Text(), StringComparison.Ordinal);
        var absence = await factory.WithDatabaseAsync(db => db.Absences.SingleAsync(a => a.PersonId == away.Id));
        using var back = await client.SubmitAsync(page, "form:has([name='Cancel.Id'])", new() { ["Cancel.Id"] = absence.Id.ToString() });
        using var again = await client.SubmitAsync(page, "form:has([name='Cancel.Id'])", new() { ["Cancel.Id"] = absence.Id.ToString() });
        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.Found), (back.StatusCode, again.StatusCode));

        Assert.NotNull((await factory.WithDatabaseAsync(db => db.Absences.SingleAsync(a => a.PersonId == away.Id))).CancelledAt);
    }

    [Fact]
    public async Task The_distribution_is_switched_on_and_off_for_a_queue()
    {
        using var client = await factory.SignedInAsAsync(Roles.Supervisor, "zh-CN");
        var page = await client.GetPageAsync("/supervise/staff");

        using var on = await client.SubmitAsync(page, "form:has([name='Switch.On'])", new() { ["Switch.On"] = Queues.Rights });
        Assert.True((await factory.WithDatabaseAsync(db => db.DistributionSwitches.SingleAsync(s => s.Queue == Queues.Rights))).IsOn);
        using var off = await client.SubmitAsync(await client.GetPageAsync("/supervise/staff"), "form:has([name='Switch.On'])", new() { ["Switch.Off"] = Queues.Rights });

        Assert.False((await factory.WithDatabaseAsync(db => db.DistributionSwitches.SingleAsync(s => s.Queue == Queues.Rights))).IsOn);
        Assert.Equal(1, await factory.WithDatabaseAsync(db => db.AuditEvents.CountAsync(e => e.Action == "distribution.off")));
    }

    [Theory]
    [InlineData("/supervise/staff")]
    [InlineData("/supervise/forecast")]
    [InlineData("/supervise/assignments/0195b0a0-0000-7000-8000-000000000000")]
    public async Task Nobody_but_a_supervisor_reads_them(string address)
    {
        using var admin = await factory.SignedInAsAsync(Roles.Admin);
        using var examiner = await factory.SignedInAsAsync(Roles.Examiner);

        using var forAdmin = await admin.GetAsync(address);
        using var forExaminer = await examiner.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, forAdmin.StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, forExaminer.StatusCode);
    }

    [Fact]
    public async Task The_queue_shows_why_somebody_has_a_task_and_the_trail_has_words_for_it()
    {
        var examiner = await factory.AddPersonAsync(Roles.Examiner, "distributed-to");
        await factory.WithDatabaseAsync(async db =>
        {
            db.ClassSkills.Add(new ClassSkill { PersonId = examiner.Id, Code = "09", Level = SkillLevel.Expert });
            var row = new DistributionSwitch { Queue = Queues.Examination };
            row.Turn(true, factory.Clock.GetUtcNow());
            db.DistributionSwitches.Add(row);
            await db.SaveChangesAsync();
        });
        var task = await factory.FileAsync("distributed");
        await factory.Services.GetRequiredService<DeskRounds>().RunAsync(factory.Clock.GetUtcNow(), default);
        using var client = await factory.SignedInAsAsync(Roles.Supervisor, "zh-CN");

        var row = (await client.GetPageAsync("/examine?tab=all")).QuerySelectorAll("tr").Single(r => r.QuerySelector($"a[href='/examine/{task.Id}']") is not null);
        var bench = await client.GetPageAsync($"/examine/{task.Id}");

        Assert.Contains($"分配给{examiner.DisplayName}，因为：09-03 类（专长）", row.Text(), StringComparison.Ordinal);
        Assert.Contains($"系统把任务“预审审查”分配给{examiner.DisplayName}", bench.QuerySelector("main")!.Text(), StringComparison.Ordinal);
        await factory.WithDatabaseAsync(async db =>
        {
            (await db.DistributionSwitches.SingleAsync(s => s.Queue == Queues.Examination)).Turn(false, factory.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        });
    }
}

using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Examine;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Tests.Journeys;

[Collection(Browser.Collection)]
public sealed class DeskDayTests(Browser browser, BrowserFactory factory) : RoleDay(browser, factory)
{
    [Theory]
    [InlineData(390, "zh-CN")]
    [InlineData(1366, "zh-CN")]
    [InlineData(390, "en")]
    [InlineData(1366, "en")]
    public async Task A_refusal_is_read_again_and_the_supervisor_hands_out_work_and_notes_an_absence(int width, string language)
    {
        var (first, second) = (await Factory.FileAsync($"day-refused-{width}-{language}"), await Factory.FileAsync($"day-assigned-{width}-{language}", "木凳"));
        var examinerPerson = await Factory.AddPersonAsync(Roles.Examiner, $"day-examiner-{width}-{language}");
        var examiner = await OpenAsync(examinerPerson, width, language);
        await DecideAsync(examiner, first.CaseId, "refuse", "与在先设计无明显区别。");

        var reading = await Factory.TaskAsync(first.CaseId, "SecondReading");
        var reviewer = await OpenAsync(await Factory.AddPersonAsync(Roles.Reviewer), width, language);
        await reviewer.GotoAsync("/quality");
        await LookAsync(reviewer, $"day-quality-{language}");
        await reviewer.GotoAsync($"/quality/{reading.Id}");
        await LookAsync(reviewer, $"day-reading-{language}");
        await reviewer.CheckAsync("[name='Input.Outcome'][value=confirm]");
        await reviewer.ClickAsync("form:has([name='Input.Outcome']) .btn-primary");
        await reviewer.WaitForURLAsync("**/quality");
        Assert.True(await IsClosedAsync(reviewer, "/supervise/staff"));

        var supervisor = await OpenAsync(await Factory.AddPersonAsync(Roles.Supervisor), width, language);
        await supervisor.GotoAsync("/examine?tab=all");
        await supervisor.CheckAsync($"[name=items][value='{second.Id}'], [form=assign][value='{second.Id}']");
        await supervisor.SelectOptionAsync("#assign-person", examinerPerson.Id.ToString());
        await supervisor.ClickAsync("#assign summary");
        await LookAsync(supervisor, $"day-assign-{language}");
        await SendAsync(supervisor, "[name=person]");
        Assert.Equal(examinerPerson.Id, (await Factory.WithDatabaseAsync(db => db.WorkItems.FindAsync(second.Id).AsTask()))!.AssigneeId);
        var batch = await Factory.WithDatabaseAsync(db => db.Allocations.Where(a => a.WorkItemId == second.Id && a.BatchId != null).Select(a => a.BatchId).FirstAsync());
        await supervisor.GotoAsync($"/supervise/assignments/{batch}");
        await LookAsync(supervisor, $"day-assigned-{language}");

        await supervisor.GotoAsync($"/supervise/staff/{examinerPerson.Id}");
        await supervisor.FillAsync("[name='Away.From']", "2026-11-24");
        await supervisor.FillAsync("[name='Away.To']", "2026-11-25");
        await SendAsync(supervisor, "[name='Away.From']");
        Assert.True(await Factory.WithDatabaseAsync(db => db.Absences.AnyAsync(a => a.PersonId == examinerPerson.Id && a.CancelledAt == null)));
        await supervisor.GotoAsync("/supervise/forecast");
        await LookAsync(supervisor, $"day-forecast-{language}");
        Assert.True(await IsClosedAsync(supervisor, "/admin/people"));
    }
}

using System.Net;
using IpCenter.Casework.Examination;
using IpCenter.Casework.People;
using IpCenter.Casework.Tasks;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Examine;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Web.Tests.Pages.Quality;

public sealed class SecondReadingTests(WebFactory factory) : IClassFixture<WebFactory>
{
    [Fact]
    public async Task The_first_decision_and_its_reason_stand_above_the_same_facts()
    {
        var task = await RefusedAsync("first", Roles.Examiner);
        using var client = await factory.SignedInAsAsync(Roles.Reviewer, "zh-CN");

        var page = await client.GetPageAsync($"/quality/{task.Id}");

        Assert.Contains("看片台", page.QuerySelector("[data-keyboard-help]")!.Text(), StringComparison.Ordinal);
        Assert.Contains("与在先设计无明显区别。", page.QuerySelector(".first-decision")!.Text(), StringComparison.Ordinal);
        Assert.NotNull(page.GetElementById("checklist"));
    }

    [Fact]
    public async Task Returning_a_case_needs_a_reason_and_gives_it_back_to_the_examiners()
    {
        var task = await RefusedAsync("returned", Roles.Examiner);
        using var client = await factory.SignedInAsAsync(Roles.Reviewer, "zh-CN");
        var page = await client.GetPageAsync($"/quality/{task.Id}");

        using var bare = await client.SubmitAsync(page, "form:has([name='Input.Outcome'])", new() { ["Input.Outcome"] = "return" });
        var again = await bare.ReadPageAsync();
        Assert.Equal("true", again.GetElementById("f-Input-Reason")!.GetAttribute("aria-invalid"));
        Assert.Contains("至少选一个原因", again.QuerySelector("#f-Input-Codes .field-error")!.Text(), StringComparison.Ordinal);
        using var answer = await client.SubmitAsync(page, "form:has([name='Input.Outcome'])", new()
        {
            ["Input.Outcome"] = "return",
            ["Input.Codes"] = "look-alike-missed",
            ["Input.Reason"] = "请再比对盖形。",
        });

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        await factory.RunProcessesAsync();
        var back = await factory.TaskAsync(task.CaseId, "Examine");
        Assert.Equal(Queues.Examination, back.Queue);
        using var examiner = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");
        var told = (await examiner.GetPageAsync($"/examine/{back.Id}")).QuerySelector(".returned")!.Text();
        Assert.Contains("漏看或误判了相似的在先设计", told, StringComparison.Ordinal);
        Assert.Contains("请再比对盖形。", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_reads_the_own_decision_a_second_time()
    {
        var task = await RefusedAsync("own", Roles.Supervisor);
        using var client = await factory.SignedInAsAsync(Roles.Supervisor, "zh-CN");

        var page = await client.GetPageAsync($"/quality/{task.Id}");

        Assert.Null(page.QuerySelector("[name='Input.Outcome']"));
        Assert.Contains("不能由您复核", page.QuerySelector(".bench-decision")!.Text(), StringComparison.Ordinal);
        using var note = await client.SubmitAsync(page, ".note-form", new() { ["Note.Text"] = " " });
        var refused = await note.ReadPageAsync();
        Assert.NotNull(refused.QuerySelector("#notes .error-summary"));
        Assert.Null(refused.QuerySelector("[name='Input.Outcome']"));
    }

    [Fact]
    public async Task A_supervisor_hands_readings_to_a_reviewer_and_never_to_who_decided()
    {
        var task = await RefusedAsync("handed", Roles.Supervisor, "decided-herself");
        var decided = await factory.AddPersonAsync(Roles.Supervisor, "decided-herself");
        var reader = await factory.AddPersonAsync(Roles.Reviewer, "reads-it");
        using var client = await factory.SignedInAsAsync(Roles.Supervisor, "zh-CN");
        var page = await client.GetPageAsync("/quality?tab=all");
        Assert.NotNull(page.QuerySelector($"input[name=items][form=assign][value='{task.Id}']"));
        using var reviewer = await factory.SignedInAsAsync(Roles.Reviewer, "zh-CN");
        Assert.Null((await reviewer.GetPageAsync("/quality?tab=all")).QuerySelector("#assign, input[name=items]"));

        using var own = await client.SubmitAsync(page, "#assign", new() { ["items"] = $"{task.Id}", ["person"] = $"{decided.Id}" });
        Assert.StartsWith("/supervise/assignments/", own.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Null((await factory.TaskAsync(task.CaseId, "SecondReading")).AssigneeId);
        using var given = await client.SubmitAsync(
            await client.GetPageAsync("/quality?tab=all"), "#assign", new() { ["items"] = $"{task.Id}", ["person"] = $"{reader.Id}" });

        Assert.Equal("/quality?tab=all", given.Headers.Location!.OriginalString);
        Assert.Equal(reader.Id, (await factory.TaskAsync(task.CaseId, "SecondReading")).AssigneeId);
    }

    private async Task<WorkItem> RefusedAsync(string key, string role, string? name = null)
    {
        var task = await factory.FileAsync(key);
        var person = name is null ? await factory.AddPersonAsync(role) : await factory.AddPersonAsync(role, name);
        await factory.DoAsync(person, [role], (services, viewer, actor) => services.GetRequiredService<DecideExamination>().ExecuteAsync(
            new ExaminationInput { WorkItemId = task.Id, Outcome = "refuse", Reason = "与在先设计无明显区别。", Points = [] }, viewer, actor, default));
        await factory.RunProcessesAsync();
        return await factory.TaskAsync(task.CaseId, "SecondReading");
    }
}

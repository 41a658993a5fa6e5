using System.Net;
using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Tests.Pages.Examine;

public sealed class QueueTests(WebFactory factory) : IClassFixture<WebFactory>
{
    [Fact]
    public async Task The_case_with_the_least_time_left_comes_first_with_what_was_found()
    {
        var early = await factory.FileAsync("early");
        factory.Clock.Advance(TimeSpan.FromHours(26));
        var later = await factory.FileAsync("later");
        await factory.AddLeadAsync(early.CaseId, 0.8, unpublished: false, "ZL202330000002.2");
        using var client = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");

        var page = await client.GetPageAsync("/examine?tab=all");

        // Cases of the other tests of this class stand in the list too.
        var rows = page.QuerySelectorAll("tr[data-key-item]").ToList();
        var (first, second) = (RowOf(early.Id), RowOf(later.Id));
        Assert.True(rows.IndexOf(first) < rows.IndexOf(second));
        Assert.Contains("相似设计", first.Text(), StringComparison.Ordinal);
        Assert.NotNull(first.QuerySelector(".deadline-why"));

        AngleSharp.Dom.IElement RowOf(Guid task) => rows.Single(r => r.QuerySelector("a.queue-number")!.GetAttribute("href") == $"/examine/{task}");
    }

    [Theory]
    [InlineData("q=filtered-name", 1)]
    [InlineData("class=09-03", 1)]
    [InlineData("class=02", 0)]
    [InlineData("q=no-such-firm", 0)]
    [InlineData("overdue=true", 0)]
    public async Task Filters_narrow_the_list_by_what_it_shows(string filter, int atLeast)
    {
        if (!await factory.WithDatabaseAsync(db => db.Firms.AnyAsync(f => f.Name.Contains("filtered-name"))))
            await factory.FileAsync("filtered-name");
        using var client = await factory.SignedInAsAsync(Roles.Supervisor, "zh-CN");

        var page = await client.GetPageAsync($"/examine?tab=all&{filter}");

        var found = page.QuerySelectorAll("tr[data-key-item]").Length;
        Assert.True(atLeast == 0 ? found == 0 : found >= atLeast, $"{filter}: {found}");
    }

    [Fact]
    public async Task Claiming_takes_a_task_and_opens_it()
    {
        await factory.FileAsync("claimed");
        using var client = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");
        var page = await client.GetPageAsync("/examine?tab=available");

        using var answer = await client.SubmitAsync(page, "form[action='/examine/claim']", []);

        var id = Guid.Parse(answer.Headers.Location!.OriginalString.Split('/')[^1]);
        var task = await factory.WithDatabaseAsync(db => db.WorkItems.SingleAsync(w => w.Id == id));
        Assert.Equal((await factory.AddPersonAsync(Roles.Examiner)).Id, task.AssigneeId);
    }

    [Fact]
    public async Task A_supervisor_assigns_several_tasks_at_once_after_a_question()
    {
        var first = await factory.FileAsync("bulk-one");
        var examiner = await factory.AddPersonAsync(Roles.Examiner, "gets-tasks");
        using var client = await factory.SignedInAsAsync(Roles.Supervisor, "zh-CN");
        var page = await client.GetPageAsync("/examine?tab=all");
        Assert.NotNull(page.QuerySelector("#assign .confirm"));

        using var answer = await client.SubmitAsync(page, "#assign", new() { ["items"] = first.Id.ToString(), ["person"] = examiner.Id.ToString() });

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(examiner.Id, (await factory.WithDatabaseAsync(db => db.WorkItems.SingleAsync(w => w.Id == first.Id))).AssigneeId);
    }

    [Fact]
    public async Task Nobody_but_a_supervisor_assigns()
    {
        var task = await factory.FileAsync("not-assigned");
        using var client = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");
        var page = await client.GetPageAsync("/examine?tab=all");
        Assert.Null(page.QuerySelector("#assign"));

        using var answer = await client.SubmitAsync(page, "form[action='/examine/claim']", []);
        var token = page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var forced = await client.PostAsync("/examine/assign", new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", token), new("items", task.Id.ToString()), new("person", ExaminationCentre.IdOf("x").ToString()),
        ]));

        Assert.Equal(0, await factory.WithDatabaseAsync(db => db.AuditEvents.CountAsync(e => e.Action == "task.assigned" && e.Subject == $"task:{task.Id}")));
    }

    [Fact]
    public async Task The_export_has_the_rows_of_the_list_and_runs_no_formula()
    {
        var item = await factory.FileAsync("export", "=1+1 首饰盒");
        using var client = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");

        using var answer = await client.GetAsync("/examine/queue.csv?tab=all&q=export");

        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n");
        Assert.Contains("案号", lines[0], StringComparison.Ordinal);
        Assert.Contains(",'=1+1 首饰盒,", lines[1], StringComparison.Ordinal);
        Assert.Equal(1, await factory.WithDatabaseAsync(db => db.AccessRecords.CountAsync(r => r.CaseId == item.CaseId && r.Purpose == "export")));
    }
}

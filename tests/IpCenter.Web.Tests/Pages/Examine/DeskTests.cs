using System.Net;
using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Tests.Pages.Examine;

/// <summary>Claiming, giving back and assigning by the buttons of the queue.</summary>
public sealed class DeskTests(WebFactory factory) : IClassFixture<WebFactory>
{
    [Fact]
    public async Task Many_who_press_claim_at_once_each_get_another_task()
    {
        const int People = 6;
        for (var i = 0; i < People; i++)
            await factory.FileAsync($"race-{i}");
        List<HttpClient> clients = [];
        List<AngleSharp.Html.Dom.IHtmlDocument> pages = [];
        for (var i = 0; i < People; i++)
        {
            var person = await factory.AddPersonAsync(Roles.Examiner, $"racer-{i}");
            clients.Add(factory.CreatePlainClient("zh-CN"));
            await clients[i].SignInAsync(person.UserName!);
            pages.Add(await clients[i].GetPageAsync("/examine?tab=available"));
        }

        var answers = await Task.WhenAll(clients.Zip(pages).Select(pair => Task.Run(() => pair.First.SubmitAsync(pair.Second, "form[action='/examine/claim']", []))));

        Assert.Equal(People, answers.Select(a => a.Headers.Location!.OriginalString).Where(a => a.StartsWith("/examine/", StringComparison.Ordinal)).Distinct().Count());
        foreach (var (client, answer) in clients.Zip(answers))
        {
            client.Dispose();
            answer.Dispose();
        }
    }

    [Fact]
    public async Task Giving_back_without_a_reason_is_refused_and_with_one_the_next_reads_it()
    {
        var task = await factory.FileAsync("given-back");
        var examiner = await factory.AddPersonAsync(Roles.Examiner);
        await SetHolderAsync(task.Id, examiner);
        using var client = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");
        var page = await client.GetPageAsync("/examine?tab=mine");
        var form = $"form[action='/examine/tasks/{task.Id}/release']";

        using var refused = await client.SubmitAsync(page, form, []);
        Assert.Contains("请写明退回的原因。", (await client.GetPageAsync("/examine?tab=mine")).QuerySelector(".flash")!.Text(), StringComparison.Ordinal);
        using var done = await client.SubmitAsync(page, form, new() { ["reason"] = "不熟悉榫卯结构" });

        var row = (await client.GetPageAsync("/examine?tab=available")).QuerySelectorAll("tr").Single(r => r.QuerySelector($"a[href='/examine/{task.Id}']") is not null);
        Assert.Contains("退回队列：不熟悉榫卯结构", row.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_row_of_an_assignment_is_shown_with_its_reason_beside_those_that_were_given()
    {
        var (open, done) = (await factory.FileAsync("row-open"), await factory.FileAsync("row-done"));
        var examiner = await factory.AddPersonAsync(Roles.Examiner, "row-examiner");
        using var client = await factory.SignedInAsAsync(Roles.Supervisor, "zh-CN");
        var page = await client.GetPageAsync("/examine?tab=all");
        await factory.WithDatabaseAsync(async db =>
        {
            (await db.WorkItems.FindAsync(done.Id))!.Cancel(factory.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        });
        var token = page.QuerySelector("#assign [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var batch = page.QuerySelector("#assign [name=batch]")!.GetAttribute("value")!;

        using var answer = await client.PostAsync("/examine/assign", new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", token), new("batch", batch), new("person", examiner.Id.ToString()),
            new("items", open.Id.ToString()), new("items", done.Id.ToString()),
        ]));

        Assert.Equal((HttpStatusCode.Found, $"/supervise/assignments/{batch}"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        var result = await client.GetPageAsync($"/supervise/assignments/{batch}");
        Assert.Contains($"2 件中已分配 1 件，分配给：{examiner.DisplayName}。", result.QuerySelector(".page-lead")!.Text(), StringComparison.Ordinal);
        Assert.Contains("案件已进入其他环节，这项任务不再需要处理。", result.QuerySelectorAll("tr").Single(r => r.QuerySelector($"a[href$='{done.Id}']") is not null).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tabs_count_and_the_substitute_sees_the_tasks_of_the_absent_among_their_own()
    {
        var task = await factory.FileAsync("in-place");
        var (absent, substitute) = (await factory.AddPersonAsync(Roles.Examiner, "absent"), await factory.AddPersonAsync(Roles.Examiner, "substitute"));
        await SetHolderAsync(task.Id, absent);
        await factory.WithDatabaseAsync(async db =>
        {
            db.Absences.Add(new Casework.Staffing.Absence
            {
                Id = ExaminationCentre.IdOf("absence"),
                PersonId = absent.Id,
                From = new(2026, 11, 1),
                To = new(2026, 12, 31),
                SubstituteId = substitute.Id,
                RecordedBy = substitute.Id,
                RecordedAt = factory.Clock.GetUtcNow(),
            });
            await db.SaveChangesAsync();
        });
        using var client = factory.CreatePlainClient("zh-CN");
        await client.SignInAsync(substitute.UserName!);

        var page = await client.GetPageAsync("/examine");

        Assert.Contains("我的（1）", page.QuerySelector(".queue-tabs a[aria-current]")!.Text(), StringComparison.Ordinal);
        Assert.Contains("代办", page.QuerySelector("tr[data-key-item]")!.Text(), StringComparison.Ordinal);
        Assert.NotNull((await client.GetPageAsync($"/examine/{task.Id}")).QuerySelector("form#decision"));
    }

    private Task SetHolderAsync(Guid task, Person person) => factory.WithDatabaseAsync(async db =>
    {
        (await db.WorkItems.SingleAsync(w => w.Id == task)).Assign(person.Id, person.DisplayName, factory.Clock.GetUtcNow());
        await db.SaveChangesAsync();
    });
}

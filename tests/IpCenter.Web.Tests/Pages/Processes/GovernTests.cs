using System.Net;
using System.Text;
using IpCenter.Casework.People;
using IpCenter.Testing;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Admin;
using IpCenter.Web.Tests.Pages.Examine;
using IpCenter.Workflow.Engine;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Tests.Pages.Processes;

/// <summary>A supervisor halts a process, keeps its history, and asks what a changed definition would do.</summary>
public sealed class GovernTests(WebFactory factory) : IClassFixture<WebFactory>
{
    [Fact]
    public async Task A_process_is_halted_with_a_reason_and_goes_on_again()
    {
        var address = await InstanceTests.AddressAsync(factory, (await factory.FileAsync("halted")).CaseId);
        using var supervisor = await factory.SignedInAsAsync(Roles.Supervisor, "zh-CN");

        using var unreasoned = await GovernAsync(supervisor, address, "Halt", " ");
        using var halted = await GovernAsync(supervisor, address, "Halt", "定义有误");
        var page = await supervisor.GetPageAsync(address);

        Assert.NotNull((await unreasoned.ReadPageAsync()).QuerySelector(".error-summary"));
        Assert.Equal(address, halted.Place());
        Assert.Contains("已暂停", page.QuerySelector("main")!.Text(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("[name='Input.Act'][value=Halt]"));
        using var again = await GovernAsync(supervisor, address, "Continue", "已更正");
        Assert.Equal(WorkflowStatus.Running, await StatusAsync(address));
        using var late = await GovernAsync(supervisor, address, "Continue", "再来一次");
        Assert.Contains("没有生效", (await late.ReadPageAsync()).QuerySelector(".error-summary")!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_history_that_is_kept_says_why()
    {
        var address = await InstanceTests.AddressAsync(factory, (await factory.FileAsync("held")).CaseId);
        using var supervisor = await factory.SignedInAsAsync(Roles.Supervisor, "en");

        using var held = await GovernAsync(supervisor, address, "Hold", "Order 12 of the court");
        var page = await supervisor.GetPageAsync(address);

        Assert.Contains("Order 12 of the court", page.QuerySelector(".process-held")!.Text(), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("[name='Input.Act'][value=Release]"));
    }

    [Fact]
    public async Task Ending_a_process_ends_its_case()
    {
        var task = await factory.FileAsync("given-up");
        var address = await InstanceTests.AddressAsync(factory, task.CaseId);
        using var supervisor = await factory.SignedInAsAsync(Roles.Supervisor);

        using var ended = await GovernAsync(supervisor, address, "End", "重复立案");

        Assert.Equal(address, ended.Place());
        Assert.Equal(WorkflowStatus.Cancelled, await StatusAsync(address));
        Assert.Equal("stopped", await factory.WithDatabaseAsync(db => db.Cases.Where(c => c.Id == task.CaseId).Select(c => c.Outcome).SingleAsync()));
    }

    [Fact]
    public async Task A_changed_definition_tells_whose_day_would_move()
    {
        var task = await factory.FileAsync("forecast");
        using var supervisor = await factory.SignedInAsAsync(Roles.Supervisor, "zh-CN");
        var changed = (await File.ReadAllTextAsync(Repository.PathTo("workflows/design-application-3.json")))
            .Replace("deadline: 'examination'", "deadline: 'filing-fee'", StringComparison.Ordinal);

        var page = await ForecastAsync(supervisor, changed);

        var row = page.QuerySelectorAll("section[aria-labelledby=result] tbody tr").First(r => r.InnerHtml.Contains($"/cases/{task.CaseId}", StringComparison.Ordinal));
        Assert.Equal(3, row.QuerySelectorAll("time").Length);
    }

    [Fact]
    public async Task A_step_that_has_another_id_in_the_changed_definition_is_told_with_it()
    {
        var task = await factory.FileAsync("renamed");
        using var supervisor = await factory.SignedInAsAsync(Roles.Supervisor, "zh-CN");
        var changed = (await File.ReadAllTextAsync(Repository.PathTo("workflows/design-application-3.json")))
            .Replace("\"examine\"", "\"read\"", StringComparison.Ordinal).Replace(":examine\"", ":read\"", StringComparison.Ordinal);

        var untold = await ForecastAsync(supervisor, changed);
        var told = await ForecastAsync(supervisor, changed, "examine = read");
        var wrong = await ForecastAsync(supervisor, changed, "examine = reads");

        Assert.Contains($"/cases/{task.CaseId}", untold.QuerySelector("section[aria-labelledby=result]")!.InnerHtml, StringComparison.Ordinal);
        Assert.DoesNotContain($"/cases/{task.CaseId}", told.QuerySelector("section[aria-labelledby=result]")!.InnerHtml, StringComparison.Ordinal);
        Assert.Contains("examine = reads", wrong.QuerySelector(".error-summary")!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_definition_that_cannot_be_used_is_refused_with_its_places()
    {
        using var supervisor = await factory.SignedInAsAsync(Roles.Supervisor, "zh-CN");
        var spoilt = (await File.ReadAllTextAsync(Repository.PathTo("workflows/design-application-3.json"))).Replace("Elsa.StartAt", "Elsa.StartsAt", StringComparison.Ordinal);

        var page = await ForecastAsync(supervisor, spoilt);
        var other = await ForecastAsync(supervisor, await File.ReadAllTextAsync(Repository.PathTo("workflows/court-referral.json")));

        Assert.Contains("$.root.activities[", page.QuerySelector("section[aria-labelledby=problems]")!.Text(), StringComparison.Ordinal);
        Assert.Contains("court-referral", other.QuerySelector("main")!.Text(), StringComparison.Ordinal);
        Assert.Null(other.QuerySelector("section[aria-labelledby=result]"));
    }

    [Fact]
    public async Task Only_an_administrator_moves_processes_and_only_where_there_is_another_version()
    {
        using var admin = await factory.SignedInAsAsync(Roles.Admin, "zh-CN");
        using var supervisor = await factory.SignedInAsAsync(Roles.Supervisor, "zh-CN");

        var page = await admin.GetPageAsync("/processes/court-referral/1/move");
        using var refused = await supervisor.GetAsync("/processes/court-referral/1/move");

        Assert.Contains("没有其他版本", page.QuerySelector("main")!.Text(), StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
    }

    private static async Task<HttpResponseMessage> GovernAsync(HttpClient person, string address, string act, string reason) => await person.SubmitAsync(
        await person.GetPageAsync(address), "form:has([name='Input.Act'])", new() { ["Input.Act"] = act, ["Input.Reason"] = reason });

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> ForecastAsync(HttpClient person, string definition, string map = "")
    {
        using var answer = await person.SubmitAsync(
            await person.GetPageAsync("/processes/design-application/forecast"), "form:has([name='Input.File'])", new() { ["Input.Map"] = map },
            ("Input.File", "changed.json", Encoding.UTF8.GetBytes(definition), "application/json"));
        return await answer.ReadPageAsync();
    }

    private Task<WorkflowStatus> StatusAsync(string address)
    {
        var id = Guid.Parse(address.Split('/')[^1]);
        return factory.WithDatabaseAsync(db => db.WorkflowInstances.AsNoTracking().Where(i => i.Id == id).Select(i => i.Status).SingleAsync());
    }
}

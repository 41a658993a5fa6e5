using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Examine;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Tests.Pages.Processes;

public sealed class InstanceTests(WebFactory factory) : IClassFixture<WebFactory>
{
    [Fact]
    public async Task An_instance_tells_where_it_stands_which_way_it_went_and_what_it_waits_for()
    {
        var task = await factory.FileAsync("standing");
        using var supervisor = await factory.SignedInAsAsync(Roles.Supervisor, "zh-CN");

        var page = await supervisor.GetPageAsync(await AddressAsync(factory, task.CaseId));

        Assert.NotNull(page.QuerySelector(".flow-svg [data-step=examine].flow-here .flow-flag"));
        Assert.NotNull(page.QuerySelector(".flow-svg [data-step=check-formalities].flow-done"));
        Assert.Null(page.QuerySelector(".flow-svg [data-step=second-reading].flow-done"));
        Assert.NotEmpty(page.QuerySelectorAll(".flow-followed .flow-line"));
        Assert.True(page.QuerySelectorAll(".flow-followed .flow-line").Length < page.QuerySelectorAll(".flow-line").Length);
        var waits = page.QuerySelectorAll(".wait-item").Select(item => item.Text()).ToList();
        Assert.Contains("预审审查", waits[0], StringComparison.Ordinal);
        Assert.Contains("还没有人领取", waits[0], StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".wait-item .deadline"));
        Assert.Contains(waits, wait => wait.Contains("计时中", StringComparison.Ordinal));
        Assert.Contains(waits, wait => wait.Contains("等候外部事件", StringComparison.Ordinal));
        Assert.NotNull(page.QuerySelector("li#step-examine.step-here"));
        Assert.NotNull(page.QuerySelector($"main a[href='/cases/{task.CaseId}']"));
        Assert.NotNull(page.QuerySelector("main a[href='/processes/design-application/3']"));
    }

    [Fact]
    public async Task The_history_tells_how_long_each_step_took()
    {
        var task = await factory.FileAsync("lasting");
        factory.Clock.Set(task.DueAt!.Value.AddMinutes(1));
        await factory.RunProcessesAsync();
        using var supervisor = await factory.SignedInAsAsync(Roles.Supervisor, "en");

        var page = await supervisor.GetPageAsync(await AddressAsync(factory, task.CaseId));

        var warning = page.QuerySelectorAll("section[aria-labelledby=history] tbody tr").Single(row => row.Text().Contains("The moment of the warning", StringComparison.Ordinal));
        Assert.Matches(@"\d days? ?(\d+ hours?)?", warning.QuerySelector("td[data-label=Time]")!.Text());
        Assert.DoesNotContain(page.QuerySelectorAll("section[aria-labelledby=history] tbody tr"), row => row.Text().Contains("Decision", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_administrator_sees_the_way_of_an_unpublished_application_but_not_which_it_is()
    {
        var task = await factory.FileAsync("withheld");
        var number = await factory.WithDatabaseAsync(db => db.Cases.Where(c => c.Id == task.CaseId).Select(c => c.Number!).SingleAsync());
        using var admin = await factory.SignedInAsAsync(Roles.Admin, "zh-CN");

        var page = await admin.GetPageAsync(await AddressAsync(factory, task.CaseId));
        var timers = await admin.GetPageAsync("/processes/timers");

        Assert.DoesNotContain(number, page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain(task.CaseId.ToString(), page.DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("外观设计申请（未公开）", page.QuerySelector(".facts")!.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain(number, timers.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".flow-svg .flow-here"));
    }

    [Fact]
    public async Task The_page_of_a_case_leads_staff_to_its_process_and_applicants_not()
    {
        var task = await factory.FileAsync("linked");
        using var supervisor = await factory.SignedInAsAsync(Roles.Supervisor);
        using var merchant = factory.CreatePlainClient();
        await merchant.SignInAsync("merchant-linked");

        var ofStaff = await supervisor.GetPageAsync($"/cases/{task.CaseId}");
        var ofParty = await merchant.GetPageAsync($"/cases/{task.CaseId}");

        Assert.NotNull(ofStaff.QuerySelector($"main a[href='{await AddressAsync(factory, task.CaseId)}']"));
        Assert.Null(ofParty.QuerySelector("a[href*='/processes']"));
    }

    [Fact]
    public async Task Applicants_read_the_stages_that_are_over_where_the_case_stands_and_what_comes_next()
    {
        var task = await factory.FileAsync("stages");
        using var merchant = factory.CreatePlainClient("zh-CN");
        await merchant.SignInAsync("merchant-stages");

        var stages = (await merchant.GetPageAsync($"/cases/{task.CaseId}")).QuerySelectorAll(".case-stages li").ToList();

        Assert.Equal(3, stages.Count);
        Assert.StartsWith("形式核查", stages[0].Text(), StringComparison.Ordinal);
        Assert.Contains("历时", stages[0].Text(), StringComparison.Ordinal);
        Assert.Equal("step", stages[1].GetAttribute("aria-current"));
        Assert.StartsWith("预审审查", stages[1].Text(), StringComparison.Ordinal);
        Assert.Contains("应在这一天前办完", stages[1].Text(), StringComparison.Ordinal);
        Assert.StartsWith("接着", stages[2].Text(), StringComparison.Ordinal);
    }

    internal static async Task<string> AddressAsync(WebFactory factory, Guid caseId) =>
        $"/processes/instances/{await factory.WithDatabaseAsync(db => db.Cases.Where(c => c.Id == caseId).Select(c => c.WorkflowInstanceId).SingleAsync())}";
}

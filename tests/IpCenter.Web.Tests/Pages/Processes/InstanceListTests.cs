using IpCenter.Casework.People;
using IpCenter.Web.Pages.Processes;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Examine;
using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Runtime;

namespace IpCenter.Web.Tests.Pages.Processes;

public sealed class InstanceListTests(WebFactory factory) : IClassFixture<WebFactory>
{
    private const string Address = "/processes/design-application/3/instances";

    [Fact]
    public async Task Running_processes_say_where_they_stand_and_a_halted_one_is_listed_apart()
    {
        var (running, halted) = (await factory.FileAsync("listed"), await factory.FileAsync("listed-halted"));
        var haltedAt = await InstanceTests.AddressAsync(factory, halted.CaseId);
        using var supervisor = await factory.SignedInAsAsync(Roles.Supervisor, "zh-CN");
        using var done = await supervisor.SubmitAsync(
            await supervisor.GetPageAsync(haltedAt), "form:has([name='Input.Act'])", new() { ["Input.Act"] = "Halt", ["Input.Reason"] = "核对" });

        var all = await supervisor.GetPageAsync(Address);
        var stopped = await supervisor.GetPageAsync($"{Address}?state=stopped");
        var ended = await supervisor.GetPageAsync($"{Address}?state=ended");

        var row = all.QuerySelectorAll("tbody tr").Single(r => r.InnerHtml.Contains($"/cases/{running.CaseId}", StringComparison.Ordinal));
        Assert.Contains("预审审查", row.Text(), StringComparison.Ordinal);
        Assert.NotNull(all.QuerySelector($"tbody a[href='{haltedAt}']"));
        Assert.Equal(haltedAt, Assert.Single(stopped.QuerySelectorAll("tbody a[href^='/processes/instances/']")).GetAttribute("href"));
        Assert.Empty(ended.QuerySelectorAll("tbody tr"));
        Assert.Equal("true", ended.QuerySelector("a[href$='state=ended']")!.GetAttribute("aria-current"));
    }

    [Fact]
    public async Task Many_come_page_by_page_each_once_the_newest_first()
    {
        const int added = 2 * InstancesQuery.PageSize + 5;
        var start = factory.Clock.GetUtcNow().AddDays(-1);
        await factory.WithDatabaseAsync(async db =>
        {
            // Three at a time share an instant.
            for (var i = 0; i < added; i++)
                db.WorkflowInstances.Add(new WorkflowInstance
                {
                    Id = ExaminationCentre.IdOf($"ended:{i}"),
                    DefinitionId = "court-referral",
                    DefinitionVersion = 1,
                    CorrelationId = $"{ExaminationCentre.IdOf($"case:{i}")}",
                    Status = WorkflowStatus.Finished,
                    CreatedAt = start.AddMinutes(i / 3),
                    UpdatedAt = start.AddMinutes(i),
                    FinishedAt = start.AddMinutes(i),
                });
            await db.SaveChangesAsync();
        });
        using var supervisor = await factory.SignedInAsAsync(Roles.Supervisor);

        var (seen, began, pages) = (new List<string>(), new List<string>(), 0);
        for (string? address = "/processes/court-referral/1/instances?state=ended"; address is not null; pages++)
        {
            var page = await supervisor.GetPageAsync(address);
            seen.AddRange(page.QuerySelectorAll("tbody a[href^='/processes/instances/']").Select(link => link.GetAttribute("href")!));
            began.AddRange(page.QuerySelectorAll("tbody tr").Select(r => r.QuerySelector("time")!.GetAttribute("datetime")!));
            address = page.QuerySelector(".pager a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(3, pages);
        Assert.Equal(added, seen.Distinct().Count());
        Assert.Equal(added, seen.Count);
        Assert.Equal(began.OrderDescending(StringComparer.Ordinal), began);
    }

    [Theory]
    [InlineData("?state=nonsense")]
    [InlineData("?state=7")]
    [InlineData("?before=99999999999999999999_x")]
    [InlineData("?before=9223372036854775807_01a16150aec07823b1e91a0593bd6e33")]
    public async Task What_does_not_exist_is_the_first_page_of_the_running_ones(string query)
    {
        using var supervisor = await factory.SignedInAsAsync(Roles.Supervisor);

        var page = await supervisor.GetPageAsync(Address + query);

        Assert.Equal("true", page.QuerySelector("a[href$='state=running']")!.GetAttribute("aria-current"));
    }
}

using IpCenter.Casework.People;
using IpCenter.Web.Pages.Processes;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Examine;
using IpCenter.Workflow.Engine;
using IpCenter.Workflow.Runtime;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Tests.Pages.Processes;

public sealed class TimerTests(WebFactory factory) : IClassFixture<WebFactory>
{
    private const int Added = 2 * TimersQuery.PageSize + 5;

    [Fact]
    public async Task Timers_come_in_their_order_page_by_page_and_each_once()
    {
        var task = await factory.FileAsync("timed");
        var number = await factory.WithDatabaseAsync(db => db.Cases.Where(c => c.Id == task.CaseId).Select(c => c.Number!).SingleAsync());
        var all = await AddAsync(task.CaseId);
        using var supervisor = await factory.SignedInAsAsync(Roles.Supervisor, "zh-CN");

        var seen = new List<string>();
        var pages = 0;
        for (string? address = "/processes/timers"; address is not null; pages++)
        {
            var page = await supervisor.GetPageAsync(address);
            seen.AddRange(page.QuerySelectorAll("tbody tr").Select(row => row.QuerySelector("time")!.GetAttribute("datetime")!));
            address = page.QuerySelector(".pager a[rel=next]")?.GetAttribute("href");
        }
        var first = (await supervisor.GetPageAsync("/processes/timers")).QuerySelector("tbody tr")!;

        Assert.Equal(3, pages);
        Assert.Equal(all, seen.Count);
        Assert.Equal(seen.Order(StringComparer.Ordinal), seen);
        Assert.Contains("已过时", first.Text(), StringComparison.Ordinal);
        Assert.Contains(number, first.Text(), StringComparison.Ordinal);
        Assert.NotNull(first.QuerySelector("a[href^='/processes/instances/']"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("99999999999999999_nonsense")]
    [InlineData("9223372036854775807_01a16150aec07823b1e91a0593bd6e33")]
    public async Task A_place_that_does_not_exist_is_the_first_page(string after)
    {
        using var supervisor = await factory.SignedInAsAsync(Roles.Supervisor);

        var page = await supervisor.GetPageAsync($"/processes/timers?after={after}");

        Assert.NotNull(page.QuerySelector("h1"));
    }

    /// <summary>
    /// Timers that fall due five at a time, the first five in the past and in the hands of a runner: the clock stands still, so its claim lasts.
    /// </summary>
    private Task<int> AddAsync(Guid caseId) => factory.WithDatabaseAsync(async db =>
    {
        var instance = await db.WorkflowInstances.SingleAsync(i => i.CorrelationId == caseId.ToString());
        var now = factory.Clock.GetUtcNow();
        for (var i = 0; i < Added; i++)
            db.WorkflowWaits.Add(new WorkflowWait
            {
                Id = ExaminationCentre.IdOf($"timer:{i}"),
                InstanceId = instance.Id,
                CorrelationId = instance.CorrelationId,
                ActivityId = "examination-warn-at",
                Kind = WaitKind.Timer,
                Name = "Elsa.StartAt",
                DueAt = now.AddMinutes(i / 5 * 10 - 5),
                LeaseId = i < 5 ? ExaminationCentre.IdOf("runner") : null,
                LeasedUntil = i < 5 ? now.AddSeconds(20) : null,
                CreatedAt = now,
            });
        await db.SaveChangesAsync();
        return await db.WorkflowWaits.CountAsync(w => w.Kind == WaitKind.Timer);
    });
}

using IpCenter.Casework.People;
using IpCenter.Casework.Staffing;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Examine;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Web.Tests.Pages.Supervise;

public sealed class ForecastTests(WebFactory factory) : IClassFixture<WebFactory>
{
    [Fact]
    public async Task A_case_that_will_be_late_is_named_with_the_reason_and_what_would_help()
    {
        var task = await factory.FileAsync("foreseen");
        using var client = await factory.SignedInAsAsync(Roles.Supervisor, "zh-CN");
        Assert.NotNull((await client.GetPageAsync("/supervise/forecast")).QuerySelector($"a[href='/examine/{task.Id}']"));

        // Nobody examines at all yet; one person would do.
        var page = await client.GetPageAsync("/supervise/forecast?more=1&role=examiner");

        Assert.Null(page.QuerySelector($"a[href='/examine/{task.Id}']"));
        Assert.Contains("现状误期 1 件，按假设误期 0 件。", page.QuerySelector("[role=status]")!.Text(), StringComparison.Ordinal);
        Assert.Contains("没有人可以办理", (await client.GetPageAsync("/supervise/forecast")).QuerySelector("main")!.Text(), StringComparison.Ordinal);
        Assert.Contains("设定值（已测 0 件）", page.QuerySelector("main")!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_overview_shows_what_was_called_and_the_filter_of_the_queue_finds_it()
    {
        var task = await factory.FileAsync("called");
        factory.Clock.Set(task.DueAt!.Value.AddHours(-8));
        await factory.RunProcessesAsync();
        await factory.Services.GetRequiredService<DeskRounds>().RunAsync(factory.Clock.GetUtcNow(), default);
        using var client = await factory.SignedInAsAsync(Roles.Supervisor, "zh-CN");

        var overview = await client.GetPageAsync("/supervise");
        var queue = await client.GetPageAsync("/examine?tab=all&escalated=true");
        var none = await client.GetPageAsync("/examine?tab=all&escalated=true&class=02");

        Assert.NotNull(overview.QuerySelector($"section[aria-labelledby=escalated] a[href='/examine/{task.Id}']"));
        Assert.Contains("已上报（时限过 80%）", queue.QuerySelector("main")!.Text(), StringComparison.Ordinal);
        Assert.Null(none.QuerySelector("tr[data-key-item]"));
    }
}

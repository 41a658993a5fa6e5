using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Examine;

namespace IpCenter.Web.Tests.Pages.Supervise;

public sealed class OverviewTests(WebFactory factory) : IClassFixture<WebFactory>
{
    [Fact]
    public async Task An_overdue_case_is_there_to_be_taken_over_but_an_administrator_sees_counts_only()
    {
        var task = await factory.FileAsync("overdue");
        factory.Clock.Set(task.DueAt!.Value.AddMinutes(1));
        await factory.RunProcessesAsync();
        var takeOver = await factory.TaskAsync(task.CaseId, "DecideOverdueCase");
        using var supervisor = await factory.SignedInAsAsync(Roles.Supervisor, "zh-CN");
        using var admin = await factory.SignedInAsAsync(Roles.Admin, "zh-CN");

        var page = await supervisor.GetPageAsync("/supervise");
        var counts = await admin.GetPageAsync("/supervise");

        Assert.NotNull(page.QuerySelector($"a[href='/examine/{takeOver.Id}']"));
        Assert.NotNull((await supervisor.GetPageAsync($"/examine/{takeOver.Id}")).QuerySelector("form#decision"));
        Assert.Null(counts.QuerySelector("a.queue-number"));
        Assert.NotEqual("0", counts.QuerySelector(".number-tiles strong")!.TextContent);
    }
}

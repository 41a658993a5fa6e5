using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Admin;

namespace IpCenter.Web.Tests.Pages.Processes;

public sealed class StoppedInstanceTests(BrokenFactory factory) : IClassFixture<BrokenFactory>
{
    [Fact]
    public async Task A_step_that_was_given_up_is_marked_with_its_error_and_leads_the_administrator_to_the_incident()
    {
        var incident = await BrokenStep.FileAsync(factory, "marked");
        var address = $"/processes/instances/{incident.InstanceId}";
        using var admin = await factory.SignedInAsAsync(Roles.Admin, "zh-CN");
        using var supervisor = await factory.SignedInAsAsync(Roles.Supervisor, "zh-CN");

        var page = await admin.GetPageAsync(address);
        var board = await supervisor.GetPageAsync("/processes");

        Assert.NotNull(page.QuerySelector(".flow-svg [data-step=search-prior-designs].flow-stopped"));
        Assert.Contains(BrokenStep.Fault, page.QuerySelector(".wait-stopped .wait-error")!.Text(), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($".wait-stopped a[href='/admin/incidents/{incident.Id}']"));
        Assert.NotNull((await admin.GetPageAsync($"/admin/incidents/{incident.Id}")).QuerySelector($"a[href='{address}']"));
        Assert.Null((await supervisor.GetPageAsync(address)).QuerySelector("a[href^='/admin']"));
        var stopped = board.QuerySelector("tr:has(a[href='/processes/design-application/3']) .process-bad")!;
        Assert.Equal("1", stopped.FirstChild!.Text());
        Assert.NotNull((await supervisor.GetPageAsync(stopped.GetAttribute("href")!)).QuerySelector($"tbody a[href='{address}']"));
    }
}

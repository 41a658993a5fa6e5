using AngleSharp.Html.Dom;
using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Examine;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Tests.Pages.Processes;

/// <summary>An administrator moves running processes to another version, first on paper.</summary>
public sealed class MigrationPageTests(TwoVersionsFactory factory) : IClassFixture<TwoVersionsFactory>
{
    private const string Address = "/processes/design-application/3/move";
    private const string Renamed = $"{TwoVersionsFactory.OldStep} = {TwoVersionsFactory.NewStep}";

    [Fact]
    public async Task Without_a_target_for_the_step_where_it_waits_a_process_stays_and_says_so()
    {
        var task = await factory.FileAsync("no-target");
        using var admin = await factory.SignedInAsAsync(Roles.Admin, "zh-CN");

        var page = await MoveAsync(admin, "carry", "", "新版流程");

        Assert.Contains("在新版本中没有对应步骤", RowOf(page, await InstanceTests.AddressAsync(factory, task.CaseId)), StringComparison.Ordinal);
        Assert.Equal(3, await VersionAsync(task.CaseId));
    }

    [Fact]
    public async Task On_paper_nothing_moves()
    {
        var task = await factory.FileAsync("on-paper");
        using var admin = await factory.SignedInAsAsync(Roles.Admin, "zh-CN");

        var page = await MoveAsync(admin, "check", Renamed, "");

        Assert.Contains("可以转换", RowOf(page, await InstanceTests.AddressAsync(factory, task.CaseId)), StringComparison.Ordinal);
        Assert.Equal(3, await VersionAsync(task.CaseId));
    }

    [Fact]
    public async Task What_is_moved_waits_at_the_renamed_step_and_its_history_and_the_audit_say_so()
    {
        var task = await factory.FileAsync("moved");
        var address = await InstanceTests.AddressAsync(factory, task.CaseId);
        using var admin = await factory.SignedInAsAsync(Roles.Admin, "zh-CN");

        var page = await MoveAsync(admin, "carry", Renamed, "新版流程");
        var instance = await admin.GetPageAsync(address);

        Assert.Contains("已转换", RowOf(page, address), StringComparison.Ordinal);
        Assert.Equal(4, await VersionAsync(task.CaseId));
        Assert.NotNull(instance.QuerySelector($".flow-svg [data-step={TwoVersionsFactory.NewStep}].flow-here"));
        Assert.Contains("已迁移到另一版本", instance.QuerySelector("section[aria-labelledby=history]")!.Text(), StringComparison.Ordinal);
        Assert.True(await factory.WithDatabaseAsync(db => db.AuditEvents.AnyAsync(e => e.CaseId == task.CaseId && e.Reason == "新版流程")));
    }

    [Theory]
    [InlineData("examine > read-and-decide")]
    [InlineData("examine = nowhere")]
    [InlineData("nowhere = read-and-decide")]
    public async Task A_line_that_names_no_step_is_refused_with_its_number(string line)
    {
        using var admin = await factory.SignedInAsAsync(Roles.Admin, "zh-CN");

        var page = await MoveAsync(admin, "check", $"\n{line}", "");

        var error = page.QuerySelector(".error-summary")!.Text();
        Assert.Contains("2", error, StringComparison.Ordinal);
        Assert.Contains(line, error, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("section[aria-labelledby=result]"));
    }

    private static async Task<IHtmlDocument> MoveAsync(HttpClient admin, string act, string map, string reason)
    {
        using var answer = await admin.SubmitAsync(
            await admin.GetPageAsync(Address), "form:has([name='Input.To'])",
            new() { ["Input.To"] = "4", ["Input.Map"] = map, ["Input.Reason"] = reason, ["Input.Act"] = act });
        return await answer.ReadPageAsync();
    }

    private static string RowOf(IHtmlDocument page, string instance) =>
        page.QuerySelectorAll("section[aria-labelledby=result] tbody tr").Single(row => row.QuerySelector($"a[href='{instance}']") is not null).Text();

    private Task<int> VersionAsync(Guid caseId) => factory.WithDatabaseAsync(db =>
        db.WorkflowInstances.AsNoTracking().Where(i => i.CorrelationId == caseId.ToString()).Select(i => i.DefinitionVersion).SingleAsync());
}

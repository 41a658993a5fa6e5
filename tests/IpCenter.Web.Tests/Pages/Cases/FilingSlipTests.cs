using System.Net;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Examine;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Tests.Pages.Cases;

/// <summary>A slip in the days of the filing would cost the fast lane: it is asked once more, and can be mended.</summary>
public sealed class FilingSlipTests(WebFactory factory) : IClassFixture<WebFactory>
{
    private const string Filing = "form:has([name='Input.OfficeNumber'])";
    private const string Mending = "form:has([name='Correction.Reason'])";

    [Fact]
    public async Task A_day_of_acceptance_that_would_cost_the_fast_lane_is_asked_once_more_and_mended_with_its_reason()
    {
        var id = await PassedAsync("slip");
        // From Monday to Friday.
        factory.Clock.Advance(TimeSpan.FromDays(4));
        // What four days bring is done before somebody presses a button.
        await factory.RunProcessesAsync();
        using var client = factory.CreatePlainClient("zh-CN");
        await client.SignInAsync("merchant-slip");
        var answers = new Dictionary<string, string?> { ["Input.OfficeNumber"] = "202630765434.4", ["Input.FiledOn"] = "2026-11-24", ["Input.AcceptedOn"] = "2026-11-24" };

        using var asked = await client.SubmitAsync(await client.GetPageAsync($"/cases/{id}"), Filing, answers);
        var again = await asked.ReadPageAsync();
        Assert.Equal("true", again.GetElementById("f-Input-AcceptedOn")!.GetAttribute("aria-invalid"));
        using var confirmed = await client.SubmitAsync(again, Filing, new(answers) { ["Input.Confirmed"] = "true" });
        Assert.Equal(HttpStatusCode.Found, confirmed.StatusCode);

        var page = await client.GetPageAsync($"/cases/{id}");
        using var silent = await client.SubmitAsync(page, Mending, new() { ["Correction.AcceptedOn"] = "2026-11-27" });
        Assert.Equal("true", (await silent.ReadPageAsync()).GetElementById("f-Correction-Reason")!.GetAttribute("aria-invalid"));
        using var mended = await client.SubmitAsync(page, Mending, new() { ["Correction.AcceptedOn"] = "2026-11-27", ["Correction.Reason"] = "看错了通知书" });
        Assert.Equal(HttpStatusCode.Found, mended.StatusCode);
        Assert.Equal(new DateOnly(2026, 11, 27), await factory.WithDatabaseAsync(db => db.Applications.Where(a => a.Id == id).Select(a => a.OfficeAcceptedOn).SingleAsync()));
        Assert.Contains("更正提交信息", (await client.GetPageAsync($"/cases/{id}")).QuerySelector(".timeline-list")!.Text(), StringComparison.Ordinal);
    }

    private async Task<Guid> PassedAsync(string key)
    {
        var task = await factory.FileAsync(key);
        await factory.PassAsync(task);
        return task.CaseId;
    }
}

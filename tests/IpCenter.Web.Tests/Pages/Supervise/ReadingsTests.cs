using System.Net;
using IpCenter.Casework.Examination;
using IpCenter.Casework.Firms;
using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Apply;
using IpCenter.Web.Tests.Pages.Examine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Web.Tests.Pages.Supervise;

public sealed class ReadingsTests(WebFactory factory) : IClassFixture<WebFactory>
{
    [Fact]
    public async Task The_supervisor_sees_the_draws_and_that_they_can_be_recomputed_and_nobody_else_does()
    {
        var task = await factory.FileAsync("drawn");
        var examiner = await factory.AddPersonAsync(Roles.Examiner);
        await factory.DoAsync(examiner, [Roles.Examiner], (services, viewer, actor) => services.GetRequiredService<DecideExamination>().ExecuteAsync(
            new ExaminationInput { WorkItemId = task.Id, Outcome = "pass", Reason = "", Points = [] }, viewer, actor, default));
        await factory.RunProcessesAsync();
        using var client = await factory.SignedInAsAsync(Roles.Supervisor, "zh-CN");

        var text = (await client.GetPageAsync("/supervise/readings?days=7")).QuerySelector("main")!.Text();

        Assert.Contains("新预审员的前 20 件", text, StringComparison.Ordinal);
        Assert.Contains("1 次抽取全部相符", text, StringComparison.Ordinal);
        Assert.Contains("月份结束后公开", text, StringComparison.Ordinal);
        var seed = await factory.WithDatabaseAsync(db => db.SampleSeeds.SingleAsync());
        Assert.Contains(seed.Commitment, text, StringComparison.Ordinal);
        Assert.DoesNotContain(seed.Seed, text, StringComparison.Ordinal);
        foreach (var (role, status) in new[] { (Roles.Admin, HttpStatusCode.NotFound), (Roles.Examiner, HttpStatusCode.Found), (Roles.Reviewer, HttpStatusCode.Found) })
        {
            using var other = await factory.SignedInAsAsync(role);
            using var answer = await other.GetAsync("/supervise/readings");
            Assert.Equal((role, status), (role, answer.StatusCode));
        }
    }

    [Theory]
    [InlineData(Roles.Supervisor, "91371721AY4CL12THN")]
    [InlineData(Roles.Admin, "91371721MA3T9W6C46")]
    public async Task A_code_that_a_stranger_named_is_freed_with_a_reason(string role, string code)
    {
        var (firm, _) = await factory.AddMerchantAsync($"stranger-{role}", code, RecordalStatus.Submitted);
        using var client = await factory.SignedInAsAsync(role, "zh-CN");
        var page = await client.GetPageAsync($"/supervise/codes?code={code.ToLowerInvariant()}");

        using var bare = await client.SubmitAsync(page, "form:has([name='Input.Reason'])", new() { ["Input.Reason"] = "" });
        Assert.Equal("true", (await bare.ReadPageAsync()).GetElementById("f-Input-Reason")!.GetAttribute("aria-invalid"));
        using var answer = await client.SubmitAsync(page, "form:has([name='Input.Reason'])", new() { ["Input.Reason"] = "持执照原件核实" });

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        using var again = await client.SubmitAsync(page, "form:has([name='Input.Reason'])", new() { ["Input.Reason"] = "持执照原件核实" });
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.NotEmpty((await again.ReadPageAsync()).QuerySelectorAll(".error-summary li"));
        Assert.Equal("", await factory.WithDatabaseAsync(db => db.Firms.Where(f => f.Id == firm).Select(f => f.CreditCode).SingleAsync()));
        Assert.Contains("没有企业使用这个代码", (await client.GetPageAsync($"/supervise/codes?code={code}")).QuerySelector("main")!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_freeing_that_was_a_mistake_is_corrected_with_a_reason_and_both_stand_in_the_list()
    {
        const string code = "91371721MA3PL5Q3XP";
        var (firm, _) = await factory.AddMerchantAsync("mistaken", code, RecordalStatus.Submitted);
        var supervisor = await factory.AddPersonAsync(Roles.Supervisor);
        await factory.DoAsync(supervisor, [Roles.Supervisor], (services, viewer, actor) => services.GetRequiredService<FreeCreditCode>().ExecuteAsync(code, "误以为填错", viewer, actor, default));
        using var client = await factory.SignedInAsAsync(Roles.Supervisor, "zh-CN");
        var page = await client.GetPageAsync($"/supervise/codes?code={code}");
        Assert.Contains("误以为填错", page.QuerySelector("main")!.Text(), StringComparison.Ordinal);

        using var bare = await client.SubmitAsync(page, "form:has([name='Back.Reason'])", new() { ["Back.Firm"] = $"{firm}", ["Back.Reason"] = "" });
        Assert.Equal("true", (await bare.ReadPageAsync()).GetElementById("f-Back-Reason")!.GetAttribute("aria-invalid"));
        using var answer = await client.SubmitAsync(page, "form:has([name='Back.Reason'])", new() { ["Back.Firm"] = $"{firm}", ["Back.Reason"] = "执照原件确属该企业" });

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(code, await factory.WithDatabaseAsync(db => db.Firms.Where(f => f.Id == firm).Select(f => f.CreditCode).SingleAsync()));
        var list = (await client.GetPageAsync("/supervise/codes")).GetElementById("recent")!.ParentElement!.Text();
        Assert.Contains("误以为填错", list, StringComparison.Ordinal);
        Assert.Contains("执照原件确属该企业", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recorded_firms_code_is_not_offered_and_an_examiner_has_no_such_page()
    {
        await factory.AddMerchantAsync("recorded", "91371721MA3QK8T21U");
        using var client = await factory.SignedInAsAsync(Roles.Supervisor, "zh-CN");
        Assert.Null((await client.GetPageAsync("/supervise/codes?code=91371721MA3QK8T21U")).QuerySelector("[name='Input.Reason']"));
        using var examiner = await factory.SignedInAsAsync(Roles.Examiner);
        using var answer = await examiner.GetAsync("/supervise/codes?code=91371721MA3QK8T21U");

        Assert.Contains("/access-denied", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }
}

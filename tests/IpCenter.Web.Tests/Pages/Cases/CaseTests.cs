using System.Net;
using IpCenter.Casework.Applications;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.Examination;
using IpCenter.Casework.People;
using IpCenter.Casework.Tasks;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Apply;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Web.Tests.Pages.Cases;

public sealed class CaseTests(WebFactory factory) : IClassFixture<WebFactory>
{
    [Fact]
    public async Task A_withdrawal_states_its_reason_and_ends_the_case()
    {
        var (client, _, _) = await factory.SignedInWithFirmAsync("withdrawing");
        var id = await SubmitAsync(client);
        await TaskAsync(id, "Examine");
        var page = await client.GetPageAsync($"/cases/{id}");

        using var silent = await client.SubmitAsync(page, "form:has([name='Input.Reason'])", new() { ["Input.Reason"] = " " });
        Assert.NotNull((await silent.ReadPageAsync()).QuerySelector(".field-error"));

        using var stated = await client.SubmitAsync(page, "form:has([name='Input.Reason'])", new() { ["Input.Reason"] = "款式已改" });
        Assert.Equal(HttpStatusCode.Found, stated.StatusCode);
        await UntilAsync(db => db.Cases.AnyAsync(c => c.Id == id && c.Stage == "Closed"));
        Assert.Contains("款式已改", (await client.GetPageAsync($"/cases/{id}")).QuerySelector(".timeline-list")!.Text());
    }

    [Fact]
    public async Task A_correction_is_made_in_the_steps_and_handed_in_again_with_old_beside_new()
    {
        var (client, _, _) = await factory.SignedInWithFirmAsync("correcting", "91371721MA3T9W6C46");
        var id = await SubmitAsync(client);
        var examine = await TaskAsync(id, "Examine");
        await AskCorrectionAsync(examine.Id);
        await TaskAsync(id, EditableApplications.CorrectionTask);
        var asked = await client.GetPageAsync($"/cases/{id}");
        Assert.Contains("请写明图案", asked.QuerySelector("main")!.Text());
        Assert.NotNull(asked.QuerySelector($"a[href='/apply/{id}/brief?check=true']"));
        Assert.Contains("补正", (await client.GetPageAsync("/mine")).QuerySelector(".todo")!.Text());

        await client.FillAsync(id, "brief", new() { ["Input.DesignPoints"] = "在于产品的图案" });
        var check = await client.GetPageAsync($"/apply/{id}/check");
        using var handedIn = await client.SubmitAsync(check, "form:has(.btn-lg)", new() { ["Input.Answer"] = "已写明" });

        Assert.Equal($"/cases/{id}", handedIn.Address());
        var page = await client.GetPageAsync($"/cases/{id}");
        Assert.Equal("在于产品的形状与图案的结合", page.QuerySelector("del")!.Text());
        Assert.Equal("在于产品的图案", page.QuerySelector("ins")!.Text());
        using var gone = await client.GetAsync($"/apply/{id}/brief");
        Assert.Equal($"/cases/{id}", gone.Address());
    }

    [Fact]
    public async Task Staff_read_more_of_the_timeline_than_the_parties_and_strangers_find_nothing()
    {
        var (client, _, _) = await factory.SignedInWithFirmAsync("timeline", "92371721MA3RB5H87D");
        var id = await SubmitAsync(client);
        await TaskAsync(id, "Examine");
        using var examiner = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");
        using var rights = await factory.SignedInAsAsync(Roles.RightsOfficer);

        Assert.DoesNotContain("检索相似外观设计", (await client.GetPageAsync($"/cases/{id}")).QuerySelector(".timeline-list")!.Text());
        Assert.Contains("检索相似外观设计", (await examiner.GetPageAsync($"/cases/{id}")).QuerySelector(".timeline-list")!.Text());
        Assert.Equal(HttpStatusCode.NotFound, (await rights.GetAsync($"/cases/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/cases/{Guid.CreateVersion7(factory.Clock.GetUtcNow())}")).StatusCode);
    }

    private static async Task<Guid> SubmitAsync(HttpClient client)
    {
        var id = await client.StartDraftAsync();
        await client.FillInAsync(id);
        using var answer = await client.SubmitAsync(await client.GetPageAsync($"/apply/{id}/check"), "form:has(.btn-lg)", []);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return id;
    }

    private async Task AskCorrectionAsync(Guid examine)
    {
        var examiner = await factory.AddPersonAsync(Roles.Examiner);
        await using var scope = factory.Services.CreateAsyncScope();
        var viewer = await scope.ServiceProvider.GetRequiredService<ViewerAccess>().ForAsync(examiner.Id, [Roles.Examiner], CancellationToken.None);
        var decided = await scope.ServiceProvider.GetRequiredService<DecideExamination>().ExecuteAsync(
            new ExaminationInput
            {
                WorkItemId = examine,
                Outcome = "correct",
                Reason = "请补正。",
                Points = [new("BRIEF-01", "brief.designPoints", "请写明图案。", "Say which pattern.")],
            },
            viewer, new Actor(examiner.Id, examiner.DisplayName, factory.Clock.GetUtcNow()), CancellationToken.None);
        Assert.Empty(decided.Violations);
        await scope.ServiceProvider.GetRequiredService<CaseworkDbContext>().SaveChangesAsync();
        scope.ServiceProvider.GetRequiredService<IpCenter.Workflow.Runtime.WorkflowRunner>().Wake();
    }

    private async Task<WorkItem> TaskAsync(Guid id, string name)
    {
        await UntilAsync(db => db.WorkItems.AnyAsync(w => w.CaseId == id && w.Name == name && w.CompletedAt == null));
        return await factory.WithDatabaseAsync(db => db.WorkItems.AsNoTracking().FirstAsync(w => w.CaseId == id && w.Name == name && w.CompletedAt == null));
    }

    /// <summary>The system's own tasks run in the background: waits for what they lead to.</summary>
    private async Task UntilAsync(Func<CaseworkDbContext, Task<bool>> holds)
    {
        for (var look = 0; look < 100; look++)
        {
            if (await factory.WithDatabaseAsync(holds))
                return;
            // What failed once is tried again later: time must pass for it.
            factory.Clock.Advance(TimeSpan.FromSeconds(20));
            await Task.Delay(200);
        }
        Assert.Fail("The process did not get there.");
    }
}

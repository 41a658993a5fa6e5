using AngleSharp;
using IpCenter.Casework.EvaluationReports;
using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Apply;
using IpCenter.Web.Tests.Pages.Examine;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Web.Tests.Pages.Designs;

public sealed class EvaluationTests(WebFactory factory) : IClassFixture<WebFactory>
{
    private const string Accused = "曹县某某商行";

    [Theory]
    [InlineData(EvaluationRequester.AccusedInfringer, "ZL202530500031.0")]
    [InlineData(EvaluationRequester.InterestedParty, "ZL202530500032.5")]
    public async Task The_holder_learns_that_somebody_asked_and_not_who(EvaluationRequester requester, string number)
    {
        var key = $"holder-{requester}";
        var (firm, _) = await factory.AddMerchantAsync(key, requester == EvaluationRequester.AccusedInfringer ? "91371721AY4CL12THN" : "91371721MA3T9W6C46");
        var id = await factory.AddRightAsync(number, firm);
        var examiner = await factory.AddPersonAsync(Roles.Examiner);
        await factory.DoAsync(examiner, [Roles.Examiner], (services, viewer, actor) =>
            services.GetRequiredService<RequestEvaluation>().PrepareAsync(Guid.NewGuid(), id, requester, Accused, viewer, actor, default));
        using var holder = factory.CreatePlainClient("zh-CN");
        await holder.SignInAsync(key);

        var seen = await holder.GetPageAsync($"/designs/{id}");
        using var staff = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");

        Assert.DoesNotContain(Accused, seen.ToHtml(), StringComparison.Ordinal);
        Assert.Null(seen.QuerySelector("[name='Input.On']"));
        Assert.Contains(Accused, (await staff.GetPageAsync($"/designs/{id}")).QuerySelector("main")!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_holders_own_request_is_shown_whole_and_goes_on()
    {
        var (firm, person) = await factory.AddMerchantAsync("own-request", "91371721MA3QK8T21U");
        var id = await factory.AddRightAsync("ZL202530500033.X", firm);
        await factory.DoAsync(person, [Roles.Merchant], (services, viewer, actor) =>
            services.GetRequiredService<RequestEvaluation>().PrepareAsync(Guid.NewGuid(), id, EvaluationRequester.Holder, "", viewer, actor, default));
        using var holder = factory.CreatePlainClient("zh-CN");
        await holder.SignInAsync("own-request");

        var seen = await holder.GetPageAsync($"/designs/{id}");

        Assert.NotNull(seen.QuerySelector("form [name='Input.On']"));
    }
}

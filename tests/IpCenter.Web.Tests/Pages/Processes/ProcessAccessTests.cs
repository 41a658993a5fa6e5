using System.Net;
using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;

namespace IpCenter.Web.Tests.Pages.Processes;

public sealed class ProcessAccessTests(WebFactory factory) : IClassFixture<WebFactory>
{
    [Theory]
    [InlineData("/processes")]
    [InlineData("/processes/timers")]
    [InlineData("/processes/design-application/1")]
    [InlineData("/processes/design-application/2")]
    [InlineData("/processes/design-application/3")]
    [InlineData("/processes/design-application/1/heat?days=30")]
    public async Task Supervisors_and_administrators_alone_see_the_processes(string address)
    {
        using var visitor = factory.CreatePlainClient();
        using var merchant = await factory.SignedInAsAsync(Roles.Merchant);
        using var examiner = await factory.SignedInAsAsync(Roles.Examiner);
        using var supervisor = await factory.SignedInAsAsync(Roles.Supervisor);
        using var admin = await factory.SignedInAsAsync(Roles.Admin);

        using var asked = await visitor.GetAsync(address);
        using var refused = await merchant.GetAsync(address);
        using var refusedToo = await examiner.GetAsync(address);

        Assert.Equal("/sign-in", asked.Headers.Location!.AbsolutePath);
        Assert.Equal("/access-denied", refused.Headers.Location!.AbsolutePath);
        Assert.Equal("/access-denied", refusedToo.Headers.Location!.AbsolutePath);
        Assert.NotNull((await supervisor.GetPageAsync(address)).QuerySelector(".site-nav a[href='/processes'][aria-current=page]"));
        Assert.NotNull((await admin.GetPageAsync(address)).QuerySelector("h1"));
    }

    [Theory]
    [InlineData("/processes/design-application/99")]
    [InlineData("/processes/unknown/1")]
    [InlineData("/processes/unknown/1/heat")]
    [InlineData("/processes/instances/01a16150-aec0-7823-b1e9-1a0593bd6e33")]
    public async Task What_does_not_exist_is_not_found(string address)
    {
        using var supervisor = await factory.SignedInAsAsync(Roles.Supervisor);

        using var answer = await supervisor.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_boards_of_supervisors_and_administrators_lead_to_the_processes()
    {
        using var supervisor = await factory.SignedInAsAsync(Roles.Supervisor);
        using var admin = await factory.SignedInAsAsync(Roles.Admin);

        Assert.NotNull((await supervisor.GetPageAsync("/supervise")).QuerySelector("main a[href='/processes']"));
        Assert.NotNull((await admin.GetPageAsync("/admin")).QuerySelector("main a[href='/processes']"));
    }
}

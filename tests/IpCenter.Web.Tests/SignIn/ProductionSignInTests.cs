using System.Net;
using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;

namespace IpCenter.Web.Tests.SignIn;

public sealed class ProductionSignInTests(ProductionFactory factory) : IClassFixture<ProductionFactory>
{
    [Fact]
    public async Task Demo_people_cannot_sign_in()
    {
        await factory.AddPersonAsync(Roles.Supervisor, "demo-shut-out", demo: true);
        using var client = factory.CreatePlainClient();

        using var answer = await client.TrySignInAsync("demo-shut-out");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotNull((await answer.ReadPageAsync()).QuerySelector(".error-summary"));
        using var account = await client.GetAsync("/account");
        Assert.Equal("/sign-in", account.Headers.Location!.AbsolutePath);
    }

    [Fact]
    public async Task Demo_people_are_not_named()
    {
        await factory.AddPersonAsync(Roles.Supervisor, "demo-unnamed", demo: true);
        using var client = factory.CreatePlainClient();

        var page = await client.GetPageAsync("/sign-in");

        Assert.DoesNotContain("demo-unnamed", page.Body!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Others_sign_in()
    {
        using var client = await factory.SignedInAsAsync(Roles.Supervisor);

        using var answer = await client.GetAsync("/account");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Pages_for_developers_are_not_there()
    {
        using var client = await factory.SignedInAsAsync(Roles.Admin);

        using var answer = await client.GetAsync("/dev/components");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}

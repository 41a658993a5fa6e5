using System.Security.Claims;
using IpCenter.Casework.People;
using IpCenter.Web.SignIn;
using IpCenter.Web.Tests.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Web.Tests.SignIn;

public sealed class PolicyTests(WebFactory factory) : IClassFixture<WebFactory>
{
    [Theory]
    [InlineData(Policies.Applicant, "merchant agent town-officer")]
    [InlineData(Policies.Examination, "examiner reviewer supervisor")]
    [InlineData(Policies.Quality, "reviewer supervisor")]
    [InlineData(Policies.Supervision, "supervisor admin")]
    [InlineData(Policies.Rights, "rights-officer supervisor")]
    [InlineData(Policies.Procurator, "procurator")]
    [InlineData(Policies.Court, "court-clerk")]
    [InlineData(Policies.Town, "town-officer")]
    [InlineData(Policies.Admin, "admin")]
    [InlineData(Policies.Staff, "examiner reviewer rights-officer supervisor admin")]
    public async Task A_policy_admits_these_roles_and_no_other(string policy, string roles)
    {
        var authorization = factory.Services.GetRequiredService<IAuthorizationService>();
        List<string> admitted = [];
        foreach (var role in Roles.All)
        {
            var person = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, role)], "test"));
            if ((await authorization.AuthorizeAsync(person, policy)).Succeeded)
                admitted.Add(role);
        }

        Assert.Equal(roles.Split(' ').Order(), admitted.Order());
    }

    [Fact]
    public void Every_policy_is_in_the_table_above() =>
        Assert.Equal(
            Policies.RolesOf.Keys.Order(),
            typeof(PolicyTests).GetMethod(nameof(A_policy_admits_these_roles_and_no_other))!
                .GetCustomAttributesData().Where(a => a.AttributeType == typeof(InlineDataAttribute))
                .Select(a => (string)((IReadOnlyList<System.Reflection.CustomAttributeTypedArgument>)a.ConstructorArguments[0].Value!)[0].Value!)
                .Order());

    [Fact]
    public async Task A_visitor_is_sent_to_sign_in_and_comes_back()
    {
        using var client = factory.CreatePlainClient();

        using var answer = await client.GetAsync("/account");

        Assert.Equal("/sign-in", answer.Headers.Location!.AbsolutePath);
        Assert.Contains("back=%2Faccount", answer.Headers.Location.Query, StringComparison.Ordinal);
    }
}

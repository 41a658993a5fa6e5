using IpCenter.Web.SignIn;
using Microsoft.AspNetCore.Authorization;

namespace IpCenter.Web.Hosting;

internal static class PolicyHosting
{
    /// <summary>Closed by default: what names no policy and is not explicitly anonymous needs a signed-in person.</summary>
    public static void AddPolicies(this WebApplicationBuilder builder)
    {
        var authorization = builder.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        foreach (var (name, roles) in Policies.RolesOf)
            authorization.AddPolicy(name, policy => policy.RequireRole(roles));
    }
}

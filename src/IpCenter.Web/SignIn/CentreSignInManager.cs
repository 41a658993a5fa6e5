using System.Security.Claims;
using IpCenter.Casework.People;
using IpCenter.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace IpCenter.Web.SignIn;

/// <summary>Demo people sign in, and stay signed in, in demo mode only.</summary>
public sealed class CentreSignInManager(
    UserManager<Person> people,
    IHttpContextAccessor http,
    IUserClaimsPrincipalFactory<Person> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<Person>> log,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<Person> confirmation,
    IOptions<DemoOptions> demo) : SignInManager<Person>(people, http, claims, options, log, schemes, confirmation)
{
    public override async Task<bool> CanSignInAsync(Person user) => Exists(user) && await base.CanSignInAsync(user);

    public override async Task<Person?> ValidateSecurityStampAsync(ClaimsPrincipal? principal) =>
        await base.ValidateSecurityStampAsync(principal) is { } person && Exists(person) ? person : null;

    private bool Exists(Person person) => !person.IsDemo || demo.Value.Enabled;
}

using System.Security.Claims;
using IpCenter.Casework.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.StaticAssets;

namespace IpCenter.Web.SignIn;

/// <summary>Whoever signed in with a one-time password chooses their own before anything else.</summary>
internal static class PasswordChange
{
    public const string Path = "/account/password";

    private static readonly PathString[] Open = [Path, "/sign-out", "/language", KeyboardPreference.Path];

    public static bool IsDue(ClaimsPrincipal person) => person.HasClaim(claim => claim.Type == OneTimePassword.Claim);

    public static void UsePasswordChange(this WebApplication app) => app.Use((http, next) =>
    {
        if (!IsDue(http.User) || Open.Any(path => http.Request.Path.StartsWithSegments(path))
            || http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
            return next(http);
        http.Response.Redirect(Path);
        return Task.CompletedTask;
    });

    /// <summary>The person has a password that nobody else knows.</summary>
    public static async Task SettleAsync(UserManager<Person> people, Person person)
    {
        var claims = await people.GetClaimsAsync(person);
        await people.RemoveClaimsAsync(person, claims.Where(claim => claim.Type == OneTimePassword.Claim));
    }
}

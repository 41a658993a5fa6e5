using System.Security.Claims;
using IpCenter.Casework.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace IpCenter.Web.SignIn;

/// <summary>What the session cookie carries about a person, beside the id and the roles.</summary>
internal static class PersonClaims
{
    public const string DisplayName = "display-name";
    public const string Language = "language";
    public const string KeysOff = "keys-off";
    public const string Court = "court";
    public const string Town = "town";
}

internal sealed class PersonClaimsFactory(
    UserManager<Person> people, RoleManager<IdentityRole<Guid>> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Person, IdentityRole<Guid>>(people, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Person user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        Add(PersonClaims.DisplayName, user.DisplayName);
        Add(PersonClaims.Language, user.Language);
        Add(PersonClaims.KeysOff, user.KeyboardShortcutsOff ? "true" : null);
        Add(PersonClaims.Court, user.CourtId);
        Add(PersonClaims.Town, user.Town);
        return identity;

        void Add(string type, string? value)
        {
            if (value is not null)
                identity.AddClaim(new Claim(type, value));
        }
    }
}

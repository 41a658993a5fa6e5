using IpCenter.Web.SignIn;
using Microsoft.AspNetCore.Localization;

namespace IpCenter.Web.Languages;

/// <summary>The language that a signed-in person chose in the account.</summary>
internal sealed class PersonsLanguage : RequestCultureProvider
{
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var language = httpContext.User.FindFirst(PersonClaims.Language)?.Value;
        return Task.FromResult(language is null ? null : new ProviderCultureResult(language));
    }
}

using Microsoft.AspNetCore.Localization;

namespace IpCenter.Web.Languages;

/// <summary>
/// Reads <c>Accept-Language</c> by its primary subtag: every Chinese (zh-TW, zh-Hans, zh) is answered in zh-CN,
/// which the framework's own provider would pass over for a later English.
/// </summary>
internal sealed class BrowsersLanguage : RequestCultureProvider
{
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var wanted = httpContext.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(l => l.Quality ?? 1)
            .Select(l => l.Value.ToString().Split('-')[0])
            .Select(primary => Language.All.FirstOrDefault(l => l.Split('-')[0].Equals(primary, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(l => l is not null);
        return Task.FromResult(wanted is null ? null : new ProviderCultureResult(wanted));
    }
}

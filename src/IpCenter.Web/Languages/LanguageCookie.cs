using Microsoft.AspNetCore.Localization;

namespace IpCenter.Web.Languages;

internal static class LanguageCookie
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public static void Write(HttpResponse response, string language) => response.Cookies.Append(
        CookieRequestCultureProvider.DefaultCookieName,
        CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language)),
        new CookieOptions { MaxAge = Kept, HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, Path = "/" });
}

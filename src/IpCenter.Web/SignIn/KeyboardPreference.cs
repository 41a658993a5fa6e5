using IpCenter.Casework.People;
using IpCenter.Web.Languages;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace IpCenter.Web.SignIn;

/// <summary>
/// Whether single keys do something on the pages (WCAG 2.1.4): kept with the person, on all devices; for a guest in the browser.
/// </summary>
public sealed class KeyboardPreference(UserManager<Person> people, CentreSignInManager signIns, IHttpContextAccessor http)
{
    public const string Path = "/keyboard-shortcuts";

    private const string CookieName = "ipcenter-keys";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Path, async ([FromForm] bool on, [FromForm] string? back, KeyboardPreference preference) =>
        {
            await preference.SetAsync(on);
            return Results.LocalRedirect(LocalAddress.Or(back, "/"));
        }).AllowAnonymous();

    public async Task SetAsync(bool on)
    {
        var context = http.HttpContext!;
        if (await people.GetUserAsync(context.User) is { } person)
        {
            person.KeyboardShortcutsOff = !on;
            await people.UpdateAsync(person);
            await signIns.RefreshSignInAsync(person);
        }
        else if (on)
            context.Response.Cookies.Delete(CookieName);
        else
            context.Response.Cookies.Append(
                CookieName, "off", new CookieOptions { MaxAge = Kept, HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, Path = "/" });
    }

    internal static bool IsOn(HttpContext? guest) => guest?.Request.Cookies[CookieName] != "off";
}

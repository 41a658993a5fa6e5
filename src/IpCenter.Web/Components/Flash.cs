using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace IpCenter.Web.Components;

/// <summary>One message for the next page, across a redirect: said after a save, shown once.</summary>
public sealed class Flash(IHttpContextAccessor http, IDataProtectionProvider protection)
{
    private const string CookieName = "ipcenter-flash";

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("flash").ToTimeLimitedDataProtector();

    /// <param name="message">In the person's language already.</param>
    public void Say(string message) => http.HttpContext!.Response.Cookies.Append(
        CookieName,
        _protector.Protect(message, TimeSpan.FromMinutes(5)),
        new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true });

    /// <summary>The message, if there is one; it is gone afterwards.</summary>
    public string? Take()
    {
        if (http.HttpContext is not { Response.HasStarted: false } context || context.Request.Cookies[CookieName] is not { } sealedMessage)
            return null;
        context.Response.Cookies.Delete(CookieName);
        try
        {
            return _protector.Unprotect(sealedMessage);
        }
        catch (CryptographicException)
        {
            // Expired, or not ours.
            return null;
        }
    }
}

using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace IpCenter.Web.Pages.Register;

/// <summary>
/// The place of the change feed up to which somebody has seen results, as a form carries it. Sealed: it goes on with every application
/// that is filed, and whoever could read it would learn of them.
/// </summary>
public sealed class SeenPlace(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("seen-place");

    /// <summary>Of one length, whatever the place is.</summary>
    public string Seal(long place) => _protector.Protect(place.ToString("D19", CultureInfo.InvariantCulture));

    /// <summary>The place that a form carries; <c>null</c> when it carries none of ours.</summary>
    public long? Read(string? carried)
    {
        if (string.IsNullOrEmpty(carried))
            return null;
        try
        {
            return long.Parse(_protector.Unprotect(carried), CultureInfo.InvariantCulture);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

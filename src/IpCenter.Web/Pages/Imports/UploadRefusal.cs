using System.Security.Cryptography;
using System.Text.Json;
using IpCenter.Casework.Results;
using Microsoft.AspNetCore.DataProtection;

namespace IpCenter.Web.Pages.Imports;

/// <summary>Why files were not taken, carried by the address of the page that says so; only this application can write it.</summary>
public sealed class UploadRefusal(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Valid = TimeSpan.FromHours(1);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("import-refusal").ToTimeLimitedDataProtector();

    public string AddressOf(IReadOnlyList<RuleViolation> violations) =>
        $"/admin/imports/new?refused={_protector.Protect(JsonSerializer.Serialize(violations), Valid)}";

    public IReadOnlyList<RuleViolation> Read(string? carried)
    {
        if (carried is null)
            return [];
        try
        {
            return JsonSerializer.Deserialize<List<RuleViolation>>(_protector.Unprotect(carried)) ?? [];
        }
        catch (CryptographicException)
        {
            // Expired, or not ours.
            return [];
        }
    }
}

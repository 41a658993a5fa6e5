using System.Security.Cryptography;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.Results;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.People;

/// <summary>
/// What somebody gives to open an account: no telephone, no identity document, nothing that the centre does not need for it
/// (Personal Information Protection Law, article 6).
/// </summary>
public sealed record NewAccountInput
{
    /// <summary>Given by the form, so that a double click opens one account.</summary>
    public required Guid Id { get; init; }

    public required string DisplayName { get; init; }

    public required string UserName { get; init; }

    public required string Password { get; init; }
}

/// <summary>
/// A merchant opens an account. Alone it can do nothing: what may be done follows from a recorded firm or an accepted
/// invitation.
/// </summary>
public sealed class OpenAccount(CaseworkDbContext db, AuditTrail audit, IPasswordHasher<Person> hasher, ILookupNormalizer names)
{
    public const int PasswordLength = 10;

    private const int LongestName = 50;
    private const int LongestPassword = 200;

    public async Task<Result<Person>> ExecuteAsync(NewAccountInput input, DateTimeOffset now, CancellationToken ct)
    {
        var (userName, displayName) = (input.UserName.Trim(), input.DisplayName.Trim());
        var normalized = names.NormalizeName(userName);
        List<RuleViolation> violations = [.. AccountNames.Faults(userName, displayName), .. LengthFaults(userName, displayName), .. PasswordFaults(input)];
        if (await db.Users.AnyAsync(p => p.Id == input.Id, ct))
            violations.Add(new("account.exists"));
        else if (await db.Users.AnyAsync(p => p.NormalizedUserName == normalized, ct))
            violations.Add(new("person.name-taken", nameof(NewAccountInput.UserName), userName));
        if (violations.Count > 0)
            return violations;

        var person = new Person
        {
            Id = input.Id,
            UserName = userName,
            NormalizedUserName = normalized,
            DisplayName = displayName,
            LockoutEnabled = true,
            SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(20)),
            ConcurrencyStamp = Guid.CreateVersion7(now).ToString("N"),
        };
        person.PasswordHash = hasher.HashPassword(person, input.Password);
        db.Users.Add(person);
        db.UserRoles.Add(new IdentityUserRole<Guid> { UserId = person.Id, RoleId = RoleIds.Of(Roles.Merchant) });
        audit.Record(new Actor(person.Id, person.DisplayName, now), "person.opened", $"person:{person.Id}", null, AuditVisibility.Staff, ("person", person.DisplayName));
        return person;
    }

    private static IEnumerable<RuleViolation> LengthFaults(string userName, string displayName)
    {
        if (userName.Length > LongestName)
            yield return new("firm.name-length", nameof(NewAccountInput.UserName), $"{LongestName}");
        if (displayName.Length > LongestName)
            yield return new("firm.name-length", nameof(NewAccountInput.DisplayName), $"{LongestName}");
    }

    /// <summary>Length, not riddles (NIST SP 800-63B 5.1.1.2); a password that is the name itself is guessed first.</summary>
    private static IEnumerable<RuleViolation> PasswordFaults(NewAccountInput input)
    {
        if (input.Password.Length < PasswordLength)
            yield return new("password.too-short", nameof(NewAccountInput.Password));
        else if (input.Password.Length > LongestPassword || string.Equals(input.Password, input.UserName.Trim(), StringComparison.OrdinalIgnoreCase))
            yield return new("password.refused", nameof(NewAccountInput.Password));
    }
}

using System.Security.Cryptography;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.ReferenceData;
using IpCenter.Casework.Results;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Casework.People;

/// <summary>What an account is made of, apart from its password.</summary>
/// <param name="CourtId">Needed by a court's clerk, and by nobody else.</param>
/// <param name="Town">Needed by a town officer, and by nobody else.</param>
public sealed record AccountFacts(string UserName, string DisplayName, IReadOnlyList<string> Roles, string? CourtId, string? Town);

/// <summary>An account with a password that is told once and must be changed at the first sign-in.</summary>
public sealed record NewPassword(Person Person, string Password);

/// <summary>
/// Accounts: made, given roles, locked, given a new password. Nobody takes the administration from themselves, and at least one
/// administrator who can sign in is always left. Whoever is changed is signed out everywhere.
/// </summary>
public sealed class AdministerPeople(
    CaseworkDbContext db, AuditTrail audit, IPasswordHasher<Person> hasher, ILookupNormalizer names, ReferenceLibrary reference)
{
    public async Task<Result<NewPassword>> CreateAsync(Guid id, AccountFacts facts, Actor actor, CancellationToken ct)
    {
        var name = names.NormalizeName(facts.UserName.Trim());
        List<RuleViolation> violations = [.. AccountNames.Faults(facts.UserName, facts.DisplayName), .. RoleFaults(facts)];
        if (await db.Users.AnyAsync(p => p.Id == id, ct))
            violations.Add(new("person.exists"));
        else if (await db.Users.AnyAsync(p => p.NormalizedUserName == name, ct))
            violations.Add(new("person.name-taken", nameof(AccountFacts.UserName), facts.UserName.Trim()));
        if (violations.Count > 0)
            return violations;

        var person = new Person
        {
            Id = id,
            UserName = facts.UserName.Trim(),
            NormalizedUserName = name,
            DisplayName = facts.DisplayName.Trim(),
            LockoutEnabled = true,
        };
        db.Users.Add(person);
        await GiveRolesAsync(person, facts, ct);
        var password = await GivePasswordAsync(person, ct);
        Renew(person, actor);
        audit.Record(actor, "person.created", Subject(person), null, AuditVisibility.Staff, ("person", person.DisplayName), ("roles", Listed(facts.Roles)));
        return new NewPassword(person, password);
    }

    public async Task<Result<Person>> SetRolesAsync(Guid personId, AccountFacts facts, Actor actor, CancellationToken ct)
    {
        if (await db.Users.FindAsync([personId], ct) is not { } person)
            return new RuleViolation("person.not-found");
        var violations = RoleFaults(facts).ToList();
        if (!facts.Roles.Contains(Roles.Admin) && await LeaveAdministrationAsync(person, actor, ct) is { } refused)
            violations.Add(refused);
        if (violations.Count > 0)
            return violations;
        await GiveRolesAsync(person, facts, ct);
        Renew(person, actor);
        audit.Record(actor, "person.roles-set", Subject(person), null, AuditVisibility.Staff, ("person", person.DisplayName), ("roles", Listed(facts.Roles)));
        return person;
    }

    public async Task<Result<Person>> LockAsync(Guid personId, string? reason, Actor actor, CancellationToken ct)
    {
        if (await db.Users.FindAsync([personId], ct) is not { } person)
            return new RuleViolation("person.not-found");
        if (string.IsNullOrWhiteSpace(reason))
            return new RuleViolation("person.reason", "Reason");
        if (await LeaveAdministrationAsync(person, actor, ct) is { } refused)
            return refused;
        person.LockoutEnabled = true;
        person.LockoutEnd = Person.LockedForGood;
        Renew(person, actor);
        audit.Record(actor.Because(reason.Trim()), "person.locked", Subject(person), null, AuditVisibility.Staff, ("person", person.DisplayName));
        return person;
    }

    public async Task<Result<Person>> UnlockAsync(Guid personId, Actor actor, CancellationToken ct)
    {
        if (await db.Users.FindAsync([personId], ct) is not { } person)
            return new RuleViolation("person.not-found");
        (person.LockoutEnd, person.AccessFailedCount) = (null, 0);
        Renew(person, actor);
        audit.Record(actor, "person.unlocked", Subject(person), null, AuditVisibility.Staff, ("person", person.DisplayName));
        return person;
    }

    public async Task<Result<NewPassword>> ResetPasswordAsync(Guid personId, Actor actor, CancellationToken ct)
    {
        if (await db.Users.FindAsync([personId], ct) is not { } person)
            return new RuleViolation("person.not-found");
        if (personId == actor.PersonId)
            return new RuleViolation("person.own-password");
        var password = await GivePasswordAsync(person, ct);
        Renew(person, actor);
        audit.Record(actor, "person.password-reset", Subject(person), null, AuditVisibility.Staff, ("person", person.DisplayName));
        return new NewPassword(person, password);
    }

    private IEnumerable<RuleViolation> RoleFaults(AccountFacts facts)
    {
        if (facts.Roles.Count == 0 || facts.Roles.Except(Roles.All).Any())
            yield return new("person.roles", nameof(AccountFacts.Roles));
        if (facts.Roles.Contains(Roles.CourtClerk) && reference.Venues.Courts.All(c => c.Id != facts.CourtId))
            yield return new("person.court", nameof(AccountFacts.CourtId));
        if (facts.Roles.Contains(Roles.TownOfficer) && string.IsNullOrWhiteSpace(facts.Town))
            yield return new("person.town", nameof(AccountFacts.Town));
    }

    /// <summary>
    /// Why an administrator may not stop being one. Each departure changes the role itself, so that of two that are
    /// saved at the same moment the second meets a conflict: together they could have been the last two.
    /// </summary>
    private async Task<RuleViolation?> LeaveAdministrationAsync(Person person, Actor actor, CancellationToken ct)
    {
        var role = await db.Roles.SingleAsync(r => r.Name == Roles.Admin, ct);
        if (!await db.UserRoles.AnyAsync(l => l.RoleId == role.Id && l.UserId == person.Id, ct))
            return null;
        if (person.Id == actor.PersonId)
            return new RuleViolation("person.self");
        var others = db.UserRoles.Where(l => l.RoleId == role.Id && l.UserId != person.Id).Select(l => l.UserId);
        if (!await db.Users.AnyAsync(p => others.Contains(p.Id) && (p.LockoutEnd == null || p.LockoutEnd <= actor.At), ct))
            return new RuleViolation("person.last-admin");
        role.ConcurrencyStamp = Guid.CreateVersion7(actor.At).ToString("N");
        return null;
    }

    private async Task GiveRolesAsync(Person person, AccountFacts facts, CancellationToken ct)
    {
        person.CourtId = facts.Roles.Contains(Roles.CourtClerk) ? facts.CourtId : null;
        person.Town = facts.Roles.Contains(Roles.TownOfficer) ? facts.Town?.Trim() : null;
        var wanted = await db.Roles.Where(r => facts.Roles.Contains(r.Name!)).Select(r => r.Id).ToListAsync(ct);
        var held = await db.UserRoles.Where(l => l.UserId == person.Id).ToListAsync(ct);
        db.UserRoles.RemoveRange(held.Where(l => !wanted.Contains(l.RoleId)));
        db.UserRoles.AddRange(wanted.Except(held.Select(l => l.RoleId)).Select(role => new IdentityUserRole<Guid> { UserId = person.Id, RoleId = role }));
    }

    private async Task<string> GivePasswordAsync(Person person, CancellationToken ct)
    {
        var password = OneTimePassword.Make();
        person.PasswordHash = hasher.HashPassword(person, password);
        (person.LockoutEnd, person.AccessFailedCount) = (person.LockoutEnd == Person.LockedForGood ? person.LockoutEnd : null, 0);
        if (!await db.UserClaims.AnyAsync(c => c.UserId == person.Id && c.ClaimType == OneTimePassword.Claim, ct))
            db.UserClaims.Add(new IdentityUserClaim<Guid> { UserId = person.Id, ClaimType = OneTimePassword.Claim, ClaimValue = "true" });
        return password;
    }

    /// <summary>Sessions end with the old security stamp; who saves over the old concurrency stamp meets a conflict.</summary>
    private static void Renew(Person person, Actor actor)
    {
        person.SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(20));
        person.ConcurrencyStamp = Guid.CreateVersion7(actor.At).ToString("N");
    }

    private static string Subject(Person person) => $"person:{person.Id}";

    private static string Listed(IEnumerable<string> roles) => string.Join(' ', Roles.All.Where(roles.Contains));
}

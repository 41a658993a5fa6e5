using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Pages.Admin;

/// <summary>What the list of accounts is narrowed to.</summary>
/// <param name="Text">Part of the user name or of the name.</param>
/// <param name="Role">A role that the person has.</param>
public sealed record PeopleFilter(string? Text, string? Role, bool LockedOnly);

/// <summary>An account as the administrator sees it.</summary>
/// <param name="LockedUntil">In the future: the person cannot sign in until then.</param>
/// <param name="MustChangePassword">The password that was given out has not been changed yet.</param>
public sealed record Account(
    Guid Id, string UserName, string DisplayName, IReadOnlyList<string> Roles, string? CourtId, string? Town, bool IsDemo,
    DateTimeOffset? LockedUntil, bool MustChangePassword)
{
    public bool IsLockedAt(DateTimeOffset now) => LockedUntil > now;

    public bool IsLockedForGood => LockedUntil == Person.LockedForGood;
}

/// <summary>Reads accounts, by user name.</summary>
public sealed class PeopleQuery(CaseworkDbContext db)
{
    public const int PageSize = 30;

    public async Task<(IReadOnlyList<Account> Accounts, int Total)> ReadAsync(PeopleFilter filter, int page, DateTimeOffset now, CancellationToken ct)
    {
        var text = filter.Text?.Trim();
        var matching = db.Users.AsNoTracking()
            .Where(p => string.IsNullOrEmpty(text) || p.DisplayName.Contains(text) || p.UserName!.Contains(text))
            .Where(p => !filter.LockedOnly || p.LockoutEnd > now)
            .Where(p => string.IsNullOrEmpty(filter.Role) || db.UserRoles.Any(l => l.UserId == p.Id && db.Roles.Any(r => r.Id == l.RoleId && r.Name == filter.Role)));
        var total = await matching.CountAsync(ct);
        var people = await matching.OrderBy(p => p.NormalizedUserName).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        return (await AccountsAsync(people, ct), total);
    }

    public async Task<Account?> FindAsync(Guid id, CancellationToken ct) =>
        (await AccountsAsync(await db.Users.AsNoTracking().Where(p => p.Id == id).ToListAsync(ct), ct)).SingleOrDefault();

    private async Task<IReadOnlyList<Account>> AccountsAsync(IReadOnlyList<Person> people, CancellationToken ct)
    {
        var ids = people.Select(p => p.Id).ToList();
        var roles = await (
            from link in db.UserRoles.AsNoTracking()
            join role in db.Roles.AsNoTracking() on link.RoleId equals role.Id
            where ids.Contains(link.UserId)
            select new { link.UserId, role.Name }).ToListAsync(ct);
        var newcomers = await db.UserClaims.AsNoTracking()
            .Where(c => ids.Contains(c.UserId) && c.ClaimType == OneTimePassword.Claim)
            .Select(c => c.UserId)
            .ToListAsync(ct);
        return [.. people.Select(p => new Account(
            p.Id, p.UserName!, p.DisplayName, [.. Roles.All.Where(r => roles.Any(l => l.UserId == p.Id && l.Name == r))],
            p.CourtId, p.Town, p.IsDemo, p.LockoutEnd, newcomers.Contains(p.Id)))];
    }
}

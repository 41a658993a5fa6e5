using IpCenter.Casework.Data;
using IpCenter.Casework.People;
using Microsoft.AspNetCore.Identity;

namespace IpCenter.Casework.Demo;

/// <summary>One invented person of the demo.</summary>
public sealed record DemoPerson(string UserName, string DisplayName, string Role, string? CourtId = null, string? Town = null);

/// <summary>Invented people, one or more of every role. They exist in demo mode only, and can sign in nowhere else.</summary>
public static class DemoPeople
{
    /// <summary>The password of every demo person; shown on the sign-in page in demo mode.</summary>
    public const string Password = "Caoxian-2026";

    public static IReadOnlyList<DemoPerson> All { get; } =
    [
        new("merchant", "王秀云", Roles.Merchant),
        new("merchant2", "李桐生", Roles.Merchant),
        new("merchant3", "赵彩霞", Roles.Merchant),
        new("merchant4", "周春林", Roles.Merchant),
        new("merchant5", "王小满", Roles.Merchant),
        new("merchant6", "孙会芳", Roles.Merchant),
        new("merchant7", "何建民", Roles.Merchant),
        new("agent", "陈正明", Roles.Agent),
        new("town", "刘晓洋", Roles.TownOfficer, Town: "大集镇"),
        new("examiner", "张文清", Roles.Examiner),
        new("examiner2", "孙雅丽", Roles.Examiner),
        new("examiner3", "何淑敏", Roles.Examiner),
        new("reviewer", "周静宜", Roles.Reviewer),
        new("rights", "马立诚", Roles.RightsOfficer),
        new("procurator", "郑凯文", Roles.Procurator),
        new("clerk", "吴芳华", Roles.CourtClerk, CourtId: "heze-intermediate"),
        new("clerk2", "冯涛声", Roles.CourtClerk, CourtId: "chengwu"),
        new("supervisor", "高远峰", Roles.Supervisor),
        new("admin", "林海川", Roles.Admin),
    ];

    internal static void Add(CaseworkDbContext db)
    {
        // One hash for all: they share the password that the sign-in page shows, and hashing is slow by intent.
        string? hash = null;
        foreach (var demo in All)
        {
            var person = new Person
            {
                Id = DemoIds.Of($"person:{demo.UserName}"),
                UserName = demo.UserName,
                NormalizedUserName = demo.UserName.ToUpperInvariant(),
                DisplayName = demo.DisplayName,
                CourtId = demo.CourtId,
                Town = demo.Town,
                IsDemo = true,
                LockoutEnabled = true,
                SecurityStamp = DemoIds.Of($"stamp:{demo.UserName}").ToString("N"),
            };
            person.PasswordHash = hash ??= new PasswordHasher<Person>().HashPassword(person, Password);
            db.Users.Add(person);
            db.UserRoles.Add(new IdentityUserRole<Guid> { UserId = person.Id, RoleId = RoleIds.Of(demo.Role) });
        }
    }
}

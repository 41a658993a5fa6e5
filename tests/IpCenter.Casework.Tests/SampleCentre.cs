using IpCenter.Casework.Applications;
using IpCenter.Casework.Data;
using IpCenter.Casework.Firms;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.People;
using IpCenter.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests;

/// <summary>A small centre with one person of each role, two recorded firms, and the usual ways of filing with them.</summary>
public static class SampleCentre
{
    private static readonly (string User, string Role, string? Court)[] People =
    [
        ("merchant", Roles.Merchant, null), ("rival", Roles.Merchant, null), ("examiner", Roles.Examiner, null), ("examiner2", Roles.Examiner, null),
        ("reviewer", Roles.Reviewer, null), ("supervisor", Roles.Supervisor, null), ("officer", Roles.RightsOfficer, null),
        ("procurator", Roles.Procurator, null), ("clerk-heze", Roles.CourtClerk, "heze-intermediate"), ("clerk-chengwu", Roles.CourtClerk, "chengwu"),
    ];

    public static async Task<CaseworkHost> StartAsync()
    {
        var host = await CaseworkHost.StartAsync();
        await host.ChangeAsync(async db =>
        {
            var roles = await db.Roles.ToDictionaryAsync(r => r.Name!, r => r.Id);
            foreach (var (user, role, court) in People)
            {
                var person = new Person
                {
                    Id = IdOf(user),
                    UserName = user,
                    NormalizedUserName = user.ToUpperInvariant(),
                    DisplayName = user,
                    CourtId = court,
                };
                db.Users.Add(person);
                db.UserRoles.Add(new IdentityUserRole<Guid> { UserId = person.Id, RoleId = roles[role] });
            }
            AddFirm(db, "firm", "91371721AY4CL12THN", "merchant");
            AddFirm(db, "rival-firm", "93371721DD272HD1TY", "rival");
        });
        return host;
    }

    public static Guid IdOf(string name) => new(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    /// <summary>Fills a draft so that nothing blocks it: six views and a perspective of the product drawn from a seed.</summary>
    public static async Task<Guid> DraftAsync(this CaseworkHost host, int seed, string user = "merchant", string firm = "firm")
    {
        var id = IdOf($"application:{user}:{seed}");
        await host.DoAsync(user, async (services, viewer, actor) =>
            CaseworkHost.Must(await services.GetRequiredService<StartDraft>().ExecuteAsync(id, IdOf(firm), viewer, actor, default)));
        await host.DoAsync(user, async (services, viewer, actor) =>
            CaseworkHost.Must(await services.GetRequiredService<SaveDraft>().ExecuteAsync(id, Fill, "review", viewer, actor, default)));
        foreach (var (side, position) in ViewPositions.Standard.Index())
            await host.DoAsync(user, async (services, viewer, actor) =>
                CaseworkHost.Must(await services.GetRequiredService<AddView>().ExecuteAsync(
                    id, 1, position.ToString(), $"{position}.png", Pictures.Product(seed, side), viewer, actor, default)));
        return id;
    }

    /// <summary>Saves an answer of a draft, or of an application whose correction was asked.</summary>
    public static Task SaveAsync(this CaseworkHost host, Guid id, Func<ApplicationForm, ApplicationForm> change, string user = "merchant") =>
        host.DoAsync(user, async (services, viewer, actor) =>
            CaseworkHost.Must(await services.GetRequiredService<SaveDraft>().ExecuteAsync(id, change, "review", viewer, actor, default)));

    /// <summary>What the formality check says of an application as it stands.</summary>
    public static Task<IReadOnlyList<Casework.Formalities.Remark>> CheckAsync(this CaseworkHost host, Guid id) => host.DoAsync("merchant", async (services, _, actor) =>
        await services.GetRequiredService<ApplicationCheck>().RunAsync(
            await services.GetRequiredService<CaseworkDbContext>().Applications.SingleAsync(a => a.Id == id), actor.At, default));

    /// <summary>Files an application and lets the system do its part, up to the examiner's task.</summary>
    public static async Task<Guid> FileAsync(this CaseworkHost host, int seed, string user = "merchant", string firm = "firm")
    {
        var id = await host.DraftAsync(seed, user, firm);
        await host.DoAsync(user, async (services, viewer, actor) =>
            CaseworkHost.Must(await services.GetRequiredService<SubmitApplication>().ExecuteAsync(id, viewer, actor, default)));
        await host.RunAsync();
        return id;
    }

    private static ApplicationForm Fill(ApplicationForm form) => form with
    {
        ProductName = "首饰盒",
        Shape = ProductShape.ThreeDimensional,
        LocarnoClass = "09-03",
        Brief = new BriefDescriptionFacts
        {
            ProductName = "首饰盒",
            Use = "用于收纳首饰。",
            DesignPoints = "在于形状与图案的结合。",
            DesignatedView = "立体图",
            EndlessPattern = EndlessPattern.None,
        },
        Disclosure = new DisclosureFacts { IsAnswered = true, Kind = DisclosureKind.None },
        Designers = [new DesignerFacts("王秀云")],
        Promised = true,
    };

    private static void AddFirm(CaseworkDbContext db, string key, string code, string member)
    {
        var at = CaseworkHost.Monday.AddDays(-30);
        db.Firms.Add(new Firm
        {
            Id = IdOf(key),
            Name = $"曹县{key}有限公司",
            CreditCode = code,
            Kind = FirmKind.Company,
            Address = "山东省菏泽市曹县大集镇1号",
            Postcode = "274400",
            PlaceCode = "371721",
            ContactName = member,
            ContactPhone = "0530-0000000",
            CreatedAt = at,
        });
        var mandate = new Mandate { Id = IdOf($"mandate:{key}"), FirmId = IdOf(key), PersonId = IdOf(member), Kind = MandateKind.Member, RequestedAt = at };
        mandate.Consent(IdOf(member), at);
        db.Mandates.Add(mandate);
        var recordal = new Recordal
        {
            Id = IdOf($"recordal:{key}"),
            FirmId = IdOf(key),
            SubmittedAt = at,
            SubmittedBy = IdOf(member),
            Business = "木制品",
            Classes = ["09-03"],
            PromisedAt = at,
        };
        recordal.Decide(Casework.Firms.RecordalStatus.Approved, null, new DateOnly(2029, 1, 1), IdOf("supervisor"), at);
        db.Recordals.Add(recordal);
    }
}

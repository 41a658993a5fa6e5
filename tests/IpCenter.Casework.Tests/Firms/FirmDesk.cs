using IpCenter.Casework.Firms;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Casework.Tests.Firms;

/// <summary>What firms, their helpers and the officers do, in a line each.</summary>
internal static class FirmDesk
{
    public static Guid FirmId { get; } = SampleCentre.IdOf("firm");

    public static Task<Result<T>> TryAsync<T, TUseCase>(
        this CaseworkHost host, string user, Func<TUseCase, Viewer, Audit.Actor, Task<Result<T>>> act)
        where TUseCase : notnull =>
        host.DoAsync(user, (services, viewer, actor) => act(services.GetRequiredService<TUseCase>(), viewer, actor));

    /// <summary>One more person of a role; with a power, one of the firm's own people.</summary>
    public static Task AddPersonAsync(this CaseworkHost host, string user, string role, FirmPower? power = null, string firm = "firm") => host.ChangeAsync(async db =>
    {
        var roleId = await db.Roles.Where(r => r.Name == role).Select(r => r.Id).SingleAsync();
        var person = new Person { Id = SampleCentre.IdOf(user), UserName = user, NormalizedUserName = user.ToUpperInvariant(), DisplayName = user };
        db.Users.Add(person);
        db.UserRoles.Add(new IdentityUserRole<Guid> { UserId = person.Id, RoleId = roleId });
        if (power is null)
            return;
        var mandate = new Mandate
        {
            Id = SampleCentre.IdOf($"mandate:{user}"),
            FirmId = SampleCentre.IdOf(firm),
            PersonId = person.Id,
            Kind = MandateKind.Member,
            RequestedAt = host.Clock.GetUtcNow(),
        };
        mandate.Consent(SampleCentre.IdOf("merchant"), host.Clock.GetUtcNow(), power);
        db.Mandates.Add(mandate);
    });

    /// <summary>A helper's mandate for the sample firm.</summary>
    public static async Task<Guid> AddHelperAsync(
        this CaseworkHost host, string user, string role, FirmPower power, DateOnly until, string firm = "firm", bool consented = true)
    {
        await host.AddPersonAsync(user, role);
        return await host.AddMandateAsync(user, power, until, firm, consented);
    }

    public static async Task<Guid> AddMandateAsync(this CaseworkHost host, string user, FirmPower power, DateOnly until, string firm = "firm", bool consented = true)
    {
        var id = SampleCentre.IdOf($"mandate:{user}:{firm}");
        await host.ChangeAsync(db =>
        {
            var mandate = new Mandate
            {
                Id = id,
                FirmId = SampleCentre.IdOf(firm),
                PersonId = SampleCentre.IdOf(user),
                Kind = MandateKind.Agent,
                RequestedAt = host.Clock.GetUtcNow(),
                AskedPower = power,
                AskedUntil = until,
                Purpose = "代理申请",
            };
            if (consented)
                mandate.Consent(SampleCentre.IdOf("merchant"), host.Clock.GetUtcNow(), power, until);
            db.Mandates.Add(mandate);
            return Task.CompletedTask;
        });
        return id;
    }

    public static RecordalInput Asking(string code, Guid id) => new()
    {
        Id = id,
        Name = "曹县新店",
        CreditCode = code,
        Kind = FirmKind.Company,
        Address = "山东省菏泽市曹县大集镇2号",
        Postcode = "274400",
        PlaceCode = "371721",
        ContactName = "王",
        ContactPhone = "0530-1111111",
        Business = "演出服",
        Classes = ["02-02"],
        Promised = true,
    };

    public static string CodeOf<T>(Result<T> result) => Assert.Single(result.Violations).Code;

    public static Task<List<string>> NoticesOfAsync(this CaseworkHost host, string user) => host.AskAsync(db =>
        db.Notices.Where(n => n.PersonId == SampleCentre.IdOf(user)).OrderBy(n => n.SentAt).ThenBy(n => n.Id).Select(n => n.Template).ToListAsync());

    public static Task<List<string>> ActionsAsync(this CaseworkHost host, Guid firm) => host.AskAsync(db =>
        db.AuditEvents.Where(e => e.Subject == $"firm:{firm}").OrderBy(e => e.Sequence).Select(e => e.Action).ToListAsync());
}

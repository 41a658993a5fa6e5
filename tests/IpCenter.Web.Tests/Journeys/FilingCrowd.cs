using System.Globalization;
using IpCenter.Casework.Applications;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Data;
using IpCenter.Casework.Firms;
using IpCenter.Casework.Formalities.Facts;
using IpCenter.Casework.Identifiers;
using IpCenter.Casework.Images;
using IpCenter.Casework.People;
using IpCenter.Casework.Results;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecordalStatus = IpCenter.Casework.Firms.RecordalStatus;

namespace IpCenter.Web.Tests.Journeys;

/// <summary>A person with a firm of their own and a whole draft: only the pressing of the button is missing.</summary>
internal sealed record Filer(Guid PersonId, string UserName, Guid FirmId, Guid Draft);

/// <summary>Gathers people who are all about to file, in a database that has nothing else to do.</summary>
internal static class FilingCrowd
{
    public static async Task<IReadOnlyList<Filer>> GatherAsync(
        IServiceProvider casework, int count, string password, IReadOnlyDictionary<string, byte[]> views, CancellationToken ct)
    {
        var now = casework.GetRequiredService<TimeProvider>().GetUtcNow();
        var filers = Enumerable.Range(1, count)
            .Select(n => new Filer(Guid.CreateVersion7(now), string.Create(CultureInfo.InvariantCulture, $"filer-{n:D3}"), Guid.CreateVersion7(now), Guid.CreateVersion7(now)))
            .ToList();
        await using (var scope = casework.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<CaseworkDbContext>();
            var merchant = await db.Roles.Where(r => r.Name == Roles.Merchant).Select(r => r.Id).SingleAsync(ct);
            var hash = new PasswordHasher<Person>().HashPassword(null!, password);
            foreach (var (index, filer) in filers.Index())
                AddFirm(db, filer, index + 1, merchant, hash, now);
            await db.SaveChangesAsync(ct);
        }
        var read = await ReadAsync(casework, views, ct);
        foreach (var filer in filers)
            await DraftAsync(casework, filer, read, now, ct);
        return filers;
    }

    private static void AddFirm(CaseworkDbContext db, Filer filer, int number, Guid merchant, string passwordHash, DateTimeOffset now)
    {
        db.Users.Add(new Person
        {
            Id = filer.PersonId,
            UserName = filer.UserName,
            NormalizedUserName = filer.UserName.ToUpperInvariant(),
            DisplayName = $"商户 {number}",
            SecurityStamp = filer.PersonId.ToString("N"),
            PasswordHash = passwordHash,
        });
        db.UserRoles.Add(new IdentityUserRole<Guid> { UserId = filer.PersonId, RoleId = merchant });
        db.Firms.Add(new Firm
        {
            Id = filer.FirmId,
            Name = $"曹县第{number}服饰有限公司",
            CreditCode = CreditCode(number),
            Kind = FirmKind.Company,
            Address = $"山东省菏泽市曹县大集镇同时路 {number} 号",
            Postcode = "274400",
            PlaceCode = "371721",
            ContactName = $"商户 {number}",
            ContactPhone = "0530-0000000",
            CreatedAt = now,
        });
        var mandate = new Mandate { Id = Guid.CreateVersion7(now), FirmId = filer.FirmId, PersonId = filer.PersonId, Kind = MandateKind.Member, RequestedAt = now };
        mandate.Consent(filer.PersonId, now);
        db.Mandates.Add(mandate);
        var recordal = new Recordal
        {
            Id = Guid.CreateVersion7(now),
            FirmId = filer.FirmId,
            SubmittedAt = now,
            SubmittedBy = filer.PersonId,
            Business = "演出服",
            Classes = ["02-02"],
            PromisedAt = now,
        };
        recordal.Decide(RecordalStatus.Approved, null, ChinaTime.DateOf(now).AddYears(3), filer.PersonId, now);
        db.Recordals.Add(recordal);
    }

    /// <summary>One reading serves all: what is measured here is filing, not decoding.</summary>
    private static async Task<List<(string Position, ReadImage Image)>> ReadAsync(IServiceProvider casework, IReadOnlyDictionary<string, byte[]> views, CancellationToken ct)
    {
        await using var scope = casework.CreateAsyncScope();
        var receive = scope.ServiceProvider.GetRequiredService<ReceiveImage>();
        List<(string, ReadImage)> read = [];
        foreach (var (position, bytes) in views)
            read.Add((position, (await receive.ReadAsync(bytes, $"{position}.png", ct)).Value));
        return read;
    }

    private static async Task DraftAsync(IServiceProvider casework, Filer filer, List<(string Position, ReadImage Image)> views, DateTimeOffset now, CancellationToken ct)
    {
        await using var scope = casework.CreateAsyncScope();
        T Get<T>() where T : notnull => scope.ServiceProvider.GetRequiredService<T>();
        var viewer = await Get<ViewerAccess>().ForAsync(filer.PersonId, [Roles.Merchant], ct);
        var actor = new Actor(filer.PersonId, viewer.Name, now, filer.FirmId);
        Must((await Get<StartDraft>().ExecuteAsync(filer.Draft, filer.FirmId, viewer, actor, ct)).Succeeded);
        await Get<CaseworkDbContext>().SaveChangesAsync(ct);
        Must((await Get<SaveDraft>().ExecuteAsync(filer.Draft, Fill, "check", viewer, actor, ct)).Succeeded);
        foreach (var (position, image) in views)
            Must((await Get<AddView>().ExecuteAsync(filer.Draft, 1, position, () => Task.FromResult<Result<ReadImage>>(image), viewer, actor, ct)).Succeeded);
        await Get<CaseworkDbContext>().SaveChangesAsync(ct);
    }

    /// <summary>A flat product, which needs two pictures.</summary>
    private static ApplicationForm Fill(ApplicationForm form) => form with
    {
        ProductName = "马面裙",
        Shape = ProductShape.Flat,
        LocarnoClass = "02-02",
        Brief = new BriefDescriptionFacts
        {
            ProductName = "马面裙",
            Use = "用于日常穿着",
            DesignPoints = "在于产品的形状与图案的结合",
            DesignatedView = "主视图",
        },
        Disclosure = new DisclosureFacts { IsAnswered = true },
        Designers = [new DesignerFacts("王秀云")],
        Promised = true,
    };

    /// <summary>An invented code with the right check character.</summary>
    private static string CreditCode(int number)
    {
        var start = string.Create(CultureInfo.InvariantCulture, $"91371721M{number:D8}");
        return UnifiedSocialCreditCode.Alphabet
            .Select(check => UnifiedSocialCreditCode.Read(start + check).Value)
            .First(code => code is { IsCheckCharacterRight: true })!.Code;
    }

    private static void Must(bool succeeded)
    {
        if (!succeeded)
            throw new InvalidOperationException("A step of the crowd was refused.");
    }
}

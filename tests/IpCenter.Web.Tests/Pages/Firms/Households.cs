using AngleSharp.Html.Dom;
using IpCenter.Casework.Clocks;
using IpCenter.Casework.Designs;
using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Apply;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Tests.Pages.Firms;

/// <summary>Firms with their people and helpers, as the firms' pages find them.</summary>
internal static class Households
{
    /// <summary>One more of the firm's own people, signed in.</summary>
    public static async Task<(HttpClient Client, Guid Mandate)> AddColleagueAsync(this WebFactory factory, string userName, Guid firm, FirmPower power, string language = "zh-CN")
    {
        var person = await factory.AddPersonAsync(Roles.Merchant, userName);
        var mandate = await factory.AddMandateAsync(person.Id, firm, MandateKind.Member, power);
        var client = factory.CreatePlainClient(language);
        await client.SignInAsync(userName);
        return (client, mandate);
    }

    /// <summary>An agent with the consent of firms, signed in.</summary>
    public static async Task<HttpClient> AddAgentAsync(this WebFactory factory, string userName, FirmPower power, params Guid[] firms)
    {
        var person = await factory.AddPersonAsync(Roles.Agent, userName);
        foreach (var firm in firms)
            await factory.AddMandateAsync(person.Id, firm, MandateKind.Agent, power);
        var client = factory.CreatePlainClient("zh-CN");
        await client.SignInAsync(userName);
        return client;
    }

    public static Task<Guid> AddMandateAsync(this WebFactory factory, Guid person, Guid firm, MandateKind kind, FirmPower power) => factory.WithDatabaseAsync(async db =>
    {
        var now = factory.Clock.GetUtcNow();
        var mandate = new Mandate
        {
            Id = Guid.CreateVersion7(now),
            FirmId = firm,
            PersonId = person,
            Kind = kind,
            RequestedAt = now,
            AskedPower = power,
        };
        mandate.Consent(person, now, power, kind == MandateKind.Member ? null : ChinaTime.DateOf(now).AddDays(100));
        db.Mandates.Add(mandate);
        await db.SaveChangesAsync();
        return mandate.Id;
    });

    /// <summary>A second firm of its own name, with its owner signed in.</summary>
    public static async Task<(HttpClient Client, Guid Firm)> AddOtherFirmAsync(this WebFactory factory, string userName, string creditCode, string name, string address)
    {
        var (client, firm, _) = await factory.SignedInWithFirmAsync(userName, creditCode);
        await factory.WithDatabaseAsync(async db =>
        {
            var row = (await db.Firms.FindAsync(firm))!;
            (row.Name, row.Address, row.ContactName) = (name, address, $"{name}联系人");
            await db.SaveChangesAsync();
        });
        return (client, firm);
    }

    /// <summary>A firm that several tests of a class share.</summary>
    public static async Task KnownFirmAsync(this WebFactory factory, string userName, string creditCode)
    {
        if (!await factory.WithDatabaseAsync(db => db.Firms.AnyAsync(f => f.CreditCode == creditCode)))
            await factory.AddMerchantAsync(userName, creditCode);
    }

    /// <summary>A published design of the firm.</summary>
    public static Task AddDesignsOfAsync(this WebFactory factory, Guid firm) => factory.WithDatabaseAsync(async db =>
    {
        db.Designs.Add(new Design
        {
            Id = Guid.CreateVersion7(factory.Clock.GetUtcNow()),
            FirmId = firm,
            PatentNumber = "ZL202630765432.5",
            OwnerName = "乙汉服合作社",
            ProductName = "乙的公开设计",
            Use = "用于日常穿着",
            LocarnoClass = "02-02",
            BriefDescription = "",
            FiledOn = new DateOnly(2026, 1, 5),
            AnnouncedOn = new DateOnly(2026, 2, 5),
            ExpiresOn = new DateOnly(2041, 1, 5),
            PublishedAt = factory.Clock.GetUtcNow(),
        });
        await db.SaveChangesAsync();
    });

    /// <summary>What an agent sends to ask for a mandate.</summary>
    public static async Task<HttpResponseMessage> AskMandateAsync(this HttpClient agent, string creditCode, Dictionary<string, string?>? other = null)
    {
        var answers = new Dictionary<string, string?>
        {
            ["Input.CreditCode"] = creditCode,
            ["Input.Purpose"] = "代理春季新款的申请",
            ["Input.Power"] = "Act",
            ["Input.Until"] = "2027-03-31",
        };
        foreach (var (field, value) in other ?? [])
            answers[field] = value;
        return await agent.SubmitAsync(await agent.GetPageAsync("/firms/mandate"), "form:has([name='Input.CreditCode'])", answers);
    }

    /// <summary>The words at a field, without the hidden prefix.</summary>
    public static string ErrorAt(this IHtmlDocument page, string id) =>
        page.GetElementById($"{id}-error")?.Text() ?? throw new InvalidOperationException($"No error at {id}: {page.QuerySelector("main")?.Text()}");
}

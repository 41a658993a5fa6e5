using IpCenter.Casework.Clocks;
using IpCenter.Casework.Firms;
using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;

namespace IpCenter.Web.Tests.Pages.Apply;

/// <summary>Firms and their people, as the applicants' pages find them.</summary>
internal static class Applicants
{
    public const string CreditCode = "91371721MA3QK8T21U";

    /// <summary>A recorded firm with one of its own people, who is signed in.</summary>
    public static async Task<(HttpClient Client, Guid Firm, Person Person)> SignedInWithFirmAsync(
        this WebFactory factory, string userName, string creditCode = CreditCode, RecordalStatus? recordal = RecordalStatus.Approved)
    {
        var (firm, person) = await factory.AddMerchantAsync(userName, creditCode, recordal);
        var client = factory.CreatePlainClient("zh-CN");
        await client.SignInAsync(userName);
        return (client, firm, person);
    }

    /// <summary>A merchant who has not signed in yet.</summary>
    public static async Task<(Guid Firm, Person Person)> AddMerchantAsync(
        this WebFactory factory, string userName, string creditCode = CreditCode, RecordalStatus? recordal = RecordalStatus.Approved)
    {
        var person = await factory.AddPersonAsync(Roles.Merchant, userName);
        return (await factory.AddFirmAsync(person.Id, creditCode, recordal), person);
    }

    public static Task<Guid> AddFirmAsync(this WebFactory factory, Guid member, string creditCode, RecordalStatus? status) => factory.WithDatabaseAsync(async db =>
    {
        var now = factory.Clock.GetUtcNow();
        var firm = new Firm
        {
            Id = Guid.CreateVersion7(now),
            Name = "曹县测试服饰有限公司",
            CreditCode = creditCode,
            Kind = FirmKind.Company,
            Address = "山东省菏泽市曹县大集镇测试路 1 号",
            Postcode = "274400",
            PlaceCode = "371721",
            ContactName = "王测试",
            ContactPhone = "0530-0000000",
            CreatedAt = now,
        };
        db.Firms.Add(firm);
        var mandate = new Mandate { Id = Guid.CreateVersion7(now), FirmId = firm.Id, PersonId = member, Kind = MandateKind.Member, RequestedAt = now };
        mandate.Consent(member, now);
        db.Mandates.Add(mandate);
        if (status is { } decided)
        {
            var recordal = new Recordal
            {
                Id = Guid.CreateVersion7(now),
                FirmId = firm.Id,
                SubmittedAt = now,
                SubmittedBy = member,
                Business = "演出服",
                Classes = ["02-02"],
                PromisedAt = now,
            };
            if (decided != RecordalStatus.Submitted)
                recordal.Decide(decided, decided == RecordalStatus.Approved ? null : "登记地不符", ChinaTime.DateOf(now).AddYears(3), member, now);
            db.Recordals.Add(recordal);
        }
        await db.SaveChangesAsync();
        return firm.Id;
    });

    /// <summary>Starts a draft from the applicant's home and gives its id.</summary>
    public static async Task<Guid> StartDraftAsync(this HttpClient client)
    {
        var home = await client.GetPageAsync("/mine");
        using var answer = await client.SubmitAsync(home, "form:has([name='Input.Firm'])", []);
        var address = answer.Address();
        Assert.Matches("/apply/[0-9a-f-]{36}/shown$", address);
        return Guid.Parse(address.Split('/')[^2]);
    }

    /// <summary>Fills in a step as a browser does and gives where it leads.</summary>
    public static async Task<string> FillAsync(this HttpClient client, Guid draft, string step, Dictionary<string, string?> answers)
    {
        var page = await client.GetPageAsync($"/apply/{draft}/{step}");
        using var answer = await client.SubmitAsync(page, "form[data-draft]", answers);
        Assert.True(answer.StatusCode == System.Net.HttpStatusCode.Found, $"{step}: {(int)answer.StatusCode} {(await answer.ReadPageAsync()).Body!.Text()}");
        return answer.Address();
    }

    /// <summary>Where an answer leads, without the host.</summary>
    public static string Address(this HttpResponseMessage answer) => new Uri(new Uri("http://localhost"), answer.Headers.Location!).PathAndQuery;

    /// <summary>Answers every question of a flat product, which needs two pictures only.</summary>
    public static async Task FillInAsync(this HttpClient client, Guid draft)
    {
        await client.FillAsync(draft, "shown", new() { ["Input.Kind"] = "None" });
        await client.FillAsync(draft, "product", new() { ["Input.Name"] = "马面裙", ["Input.Use"] = "用于日常穿着", ["Input.Shape"] = "Flat" });
        await client.FillAsync(draft, "class", new() { ["Input.Code"] = "other", ["Input.Other"] = "02-02" });
        await client.UploadAsync(draft, "Front", IpCenter.Testing.Pictures.Product(1));
        await client.UploadAsync(draft, "Back", IpCenter.Testing.Pictures.Product(1, side: 3));
        await client.FillAsync(draft, "brief", new() { ["Input.DesignPoints"] = "在于产品的形状与图案的结合", ["Input.DesignatedView"] = "主视图" });
        await client.FillAsync(draft, "people", new() { ["Input.Designers"] = "王秀云", ["Input.Promised"] = "true" });
    }

    public static async Task<HttpResponseMessage> UploadAsync(this HttpClient client, Guid draft, string position, byte[] bytes)
    {
        var page = await client.GetPageAsync($"/apply/{draft}/views");
        return await client.SubmitAsync(
            page, $"#view-1-{position} form", new() { ["Input.Action"] = "upload" }, ("Input.File", "photo.png", bytes, "image/png"));
    }
}

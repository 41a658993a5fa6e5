using IpCenter.Casework.Firms;
using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Apply;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Web.Tests.Pages.Firms;

/// <summary>A firm's pages in the browser: accessible, no wider than a phone, and usable without JavaScript.</summary>
[Collection(Browser.Collection)]
public sealed class FirmScreenTests(Browser browser, BrowserFactory factory) : IClassFixture<BrowserFactory>
{
    [Theory]
    [InlineData(390, "zh-CN")]
    [InlineData(1366, "en")]
    public async Task Every_page_of_a_firm_is_accessible(int width, string language)
    {
        var firm = await PrepareAsync();
        var page = await browser.OpenAsync(factory, width, language);
        await page.SignInAsync("screen-owner");
        var member = await factory.WithDatabaseAsync(db => db.Mandates.Where(m => m.FirmId == firm && m.Granted == FirmPower.Act && m.Kind == MandateKind.Member).Select(m => m.Id).FirstAsync());
        var waiting = await factory.WithDatabaseAsync(db => db.Mandates.Where(m => m.FirmId == firm && m.ConsentedAt == null).Select(m => m.Id).FirstAsync());

        foreach (var (name, address) in new[]
        {
            ("mine", "/mine"), ("firm", $"/firms/{firm}"), ("firm-people", $"/firms/{firm}/people"), ("firm-invite", $"/firms/{firm}/people/invite"),
            ("firm-person", $"/firms/{firm}/people/{member}"), ("firm-helpers", $"/firms/{firm}/mandates"), ("firm-consent", $"/firms/{firm}/mandates/{waiting}"),
            ("firm-done", $"/firms/{firm}/done?all=true"), ("firm-renew", $"/firms/{firm}/renew"),
        })
        {
            await page.GotoAsync(address);
            await page.ScreenshotAsync($"{name}-{language}");
            await page.AssertAccessibleAsync();
        }
    }

    [Theory]
    [InlineData(390, "zh-CN")]
    [InlineData(1366, "en")]
    public async Task The_pages_before_signing_in_and_those_of_officer_and_agent_are_accessible(int width, string language)
    {
        var firm = await PrepareAsync();
        await factory.AddPersonAsync(Roles.Examiner, "screen-officer");
        var recordal = await factory.WithDatabaseAsync(db => db.Recordals.Where(r => r.FirmId == firm).Select(r => r.Id).FirstAsync());
        var token = FirmInvitation.MakeToken();
        await factory.WithDatabaseAsync(async db =>
        {
            db.FirmInvitations.Add(new FirmInvitation
            {
                Id = Guid.CreateVersion7(WebFactory.Start),
                FirmId = firm,
                Invited = "小陈",
                Power = FirmPower.Act,
                InvitedBy = await db.Users.Where(p => p.UserName == "screen-owner").Select(p => p.Id).SingleAsync(),
                InvitedAt = WebFactory.Start,
                ExpiresAt = WebFactory.Start.AddDays(3),
                TokenHash = FirmInvitation.HashOf(token),
            });
            await db.SaveChangesAsync();
        });

        await LookAsync(null, ("account-new", "/account/new"), ("join", $"/join/{token}"));
        await LookAsync("screen-agent", ("mandate-ask", "/firms/mandate"));
        await LookAsync("screen-officer", ("recordals", "/recordals?status=all"), ("recordal", $"/recordals/{recordal}"));

        async Task LookAsync(string? user, params (string Name, string Address)[] pages)
        {
            var page = await browser.OpenAsync(factory, width, language);
            if (user is not null)
                await page.SignInAsync(user);
            foreach (var (name, address) in pages)
            {
                await page.GotoAsync(address);
                await page.ScreenshotAsync($"{name}-{language}");
                await page.AssertAccessibleAsync();
            }
        }
    }

    [Fact]
    public async Task An_owner_answers_a_request_on_the_phone_without_JavaScript()
    {
        var firm = await PrepareAsync();
        var page = await browser.OpenAsync(factory, 390, javaScript: false);
        await page.SignInAsync("screen-owner");
        var waiting = await factory.WithDatabaseAsync(db => db.Mandates.Where(m => m.FirmId == firm && m.ConsentedAt == null).Select(m => m.Id).FirstAsync());
        await page.GotoAsync($"/firms/{firm}/mandates/{waiting}");

        await page.CheckAsync("[name='Input.Power'][value='Read']");
        await page.ClickAsync("form:has([name='Input.Power']) button[type=submit]");

        Assert.Equal(FirmPower.Read, await factory.WithDatabaseAsync(db => db.Mandates.Where(m => m.Id == waiting).Select(m => m.Granted).SingleAsync()));
    }

    /// <summary>A firm near the end of its recordal, with a filer, a helper and one who asks.</summary>
    private async Task<Guid> PrepareAsync()
    {
        if (await factory.WithDatabaseAsync(db => db.Firms.Select(f => (Guid?)f.Id).FirstOrDefaultAsync()) is not { } firm)
        {
            (firm, _) = await factory.AddMerchantAsync("screen-owner", recordal: null);
            var filer = await factory.AddPersonAsync(Roles.Merchant, "screen-filer");
            await factory.AddMandateAsync(filer.Id, firm, MandateKind.Member, FirmPower.Act);
            var agent = await factory.AddPersonAsync(Roles.Agent, "screen-agent");
            await factory.AddMandateAsync(agent.Id, firm, MandateKind.Agent, FirmPower.Read);
            await RecordAsync(firm);
        }
        var helper = await factory.AddPersonAsync(Roles.Agent, $"asking-{Guid.CreateVersion7(WebFactory.Start):N}");
        await factory.WithDatabaseAsync(async db =>
        {
            db.Mandates.Add(new Mandate
            {
                Id = Guid.CreateVersion7(WebFactory.Start),
                FirmId = firm,
                PersonId = helper.Id,
                Kind = MandateKind.Agent,
                RequestedAt = WebFactory.Start,
                AskedPower = FirmPower.Act,
                AskedUntil = new DateOnly(2027, 3, 31),
                Purpose = "代理春季新款的外观设计申请，并答复补正通知。",
            });
            await db.SaveChangesAsync();
        });
        return firm;
    }

    private Task RecordAsync(Guid firmId) => factory.WithDatabaseAsync(async db =>
    {
        var firm = await db.Firms.SingleAsync(f => f.Id == firmId);
        var recordal = new Recordal
        {
            Id = Guid.CreateVersion7(WebFactory.Start),
            FirmId = firmId,
            SubmittedAt = WebFactory.Start.AddYears(-3),
            SubmittedBy = firmId,
            Business = "演出服",
            Classes = ["02-02"],
            PromisedAt = WebFactory.Start.AddYears(-3),
        };
        await using var scope = factory.Services.CreateAsyncScope();
        var assessment = await scope.ServiceProvider.GetRequiredService<AssessRecordal>().ExecuteAsync(recordal, firm, WebFactory.Start, default);
        recordal.Decide(RecordalStatus.Approved, null, new DateOnly(2026, 12, 20), firmId, WebFactory.Start.AddYears(-3), null, assessment);
        db.Recordals.Add(recordal);
        await db.SaveChangesAsync();
    });
}

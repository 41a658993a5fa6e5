using IpCenter.Casework.AnnualFees;
using IpCenter.Casework.Designs;
using IpCenter.Casework.Notices;
using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Apply;
using IpCenter.Web.Tests.Pages.Examine;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Tests.Pages.Mine;

public sealed class NoticesTests(WebFactory factory) : IClassFixture<WebFactory>
{
    /// <summary>What a press on it opens is what it says.</summary>
    [Theory]
    [InlineData(RemindAnnualFees.DueNotice, "查看专利", "/designs/")]
    [InlineData(RemindAnnualFees.GraceNotice, "查看专利", "/designs/")]
    [InlineData(RemindAnnualFees.LapseNotice, "查看变更申请", "/designs/changes")]
    [InlineData(RecordRightEntry.Notice, "查看专利", "/register/")]
    public async Task A_notice_about_a_right_offers_the_right_and_not_a_case(string template, string words, string address)
    {
        var person = await factory.AddPersonAsync(Roles.Merchant, $"owner-{template}");
        using var client = factory.CreatePlainClient("zh-CN");
        await client.SignInAsync(person.UserName!);
        await factory.WithDatabaseAsync(async db =>
        {
            db.Notices.Add(new Notice
            {
                Id = Guid.CreateVersion7(factory.Clock.GetUtcNow()),
                PersonId = person.Id,
                Template = template,
                Arguments = new() { ["number"] = "ZL202530123456.1", ["title"] = "首饰盒", ["by"] = "2026-12-01", ["fee"] = "600", [RightNotice.Design] = $"{Guid.Empty}" },
                SentAt = factory.Clock.GetUtcNow(),
            });
            await db.SaveChangesAsync();
        });

        var page = await client.GetPageAsync("/notices");
        using var opened = await client.SubmitAsync(page, "li.notice-unread form", []);

        Assert.StartsWith(words, page.QuerySelector("li.notice-unread button")!.Text().Trim(), StringComparison.Ordinal);
        Assert.StartsWith(address, new Uri(new Uri("http://x"), opened.Headers.Location!).AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_no_longer_acts_for_a_firm_reads_nothing_more_of_its_old_notices()
    {
        var file = (await factory.FileAsync("former")).CaseId;
        using var client = factory.CreatePlainClient("zh-CN");
        await client.SignInAsync("merchant-former");
        var person = await factory.WithDatabaseAsync(db => db.Users.SingleAsync(u => u.UserName == "merchant-former"));
        await factory.WithDatabaseAsync(async db =>
        {
            db.Notices.Add(new Notice
            {
                Id = Guid.CreateVersion7(factory.Clock.GetUtcNow()),
                PersonId = person.Id,
                CaseId = file,
                Template = "refused",
                Arguments = new() { ["number"] = "CX-D-2026-77777", ["title"] = "秘密款式", ["reason"] = "缺乏新颖性" },
                SentAt = factory.Clock.GetUtcNow(),
            });
            await db.SaveChangesAsync();
        });
        Assert.Contains("秘密款式", (await client.GetPageAsync("/notices")).QuerySelector("main")!.Text(), StringComparison.Ordinal);

        await factory.WithDatabaseAsync(async db =>
        {
            foreach (var mandate in await db.Mandates.Where(m => m.PersonId == person.Id).ToListAsync())
                mandate.Revoke(person.Id, factory.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        });
        var text = (await client.GetPageAsync("/notices")).QuerySelector("main")!.Text();

        Assert.DoesNotContain("秘密款式", text, StringComparison.Ordinal);
        Assert.DoesNotContain("CX-D-2026-77777", text, StringComparison.Ordinal);
        Assert.DoesNotContain("新颖性", text, StringComparison.Ordinal);
        Assert.Contains("已不再为该企业办事", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_counts_on_the_bell_until_it_is_read()
    {
        var (client, _, person) = await factory.SignedInWithFirmAsync("reader");
        await factory.WithDatabaseAsync(async db =>
        {
            db.Notices.Add(new Notice
            {
                Id = Guid.CreateVersion7(factory.Clock.GetUtcNow()),
                PersonId = person.Id,
                Template = "recordal-approved",
                Arguments = new() { ["reason"] = "" },
                SentAt = factory.Clock.GetUtcNow(),
            });
            await db.SaveChangesAsync();
        });
        var page = await client.GetPageAsync("/notices");
        Assert.Equal("1", page.QuerySelector(".site-bell-count")!.Text());
        Assert.Contains("备案已通过", page.QuerySelector(".notice-unread")!.Text());

        await client.SubmitAsync(page, ".page-actions form", []);

        var after = await client.GetPageAsync("/notices");
        Assert.Null(after.QuerySelector(".site-bell-count"));
        Assert.Null(after.QuerySelector(".notice-unread"));
    }
}

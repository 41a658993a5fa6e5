using IpCenter.Casework.Notices;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Apply;

namespace IpCenter.Web.Tests.Pages.Mine;

public sealed class NoticesTests(WebFactory factory) : IClassFixture<WebFactory>
{
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

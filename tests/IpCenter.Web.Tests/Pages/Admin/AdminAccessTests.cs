using System.Net;
using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;

namespace IpCenter.Web.Tests.Pages.Admin;

public sealed class AdminAccessTests(WebFactory factory) : IClassFixture<WebFactory>
{
    public static TheoryData<string> Addresses { get; } =
        ["/admin", "/admin/audit", "/admin/audit.csv", "/admin/incidents", "/admin/people", "/admin/people/new", "/admin/calendars", "/admin/calendars/new"];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Only_administrators_may_open_the_pages_of_the_administration(string address)
    {
        using var visitor = factory.CreatePlainClient();
        using var supervisor = await factory.SignedInAsAsync(Roles.Supervisor);
        using var merchant = await factory.SignedInAsAsync(Roles.Merchant);
        using var admin = await factory.SignedInAsAsync(Roles.Admin);

        using var asked = await visitor.GetAsync(address);
        using var refused = await supervisor.GetAsync(address);
        using var refusedToo = await merchant.GetAsync(address);
        using var shown = await admin.GetAsync(address);

        Assert.Equal("/sign-in", asked.Headers.Location!.AbsolutePath);
        Assert.Equal("/access-denied", refused.Headers.Location!.AbsolutePath);
        Assert.Equal("/access-denied", refusedToo.Headers.Location!.AbsolutePath);
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
    }

    [Fact]
    public async Task The_navigation_offers_the_administration_to_administrators_alone()
    {
        using var admin = await factory.SignedInAsAsync(Roles.Admin);
        using var supervisor = await factory.SignedInAsAsync(Roles.Supervisor);

        var page = await admin.GetPageAsync("/admin");

        Assert.NotNull(page.QuerySelector(".site-nav a[href='/admin'][aria-current=page]"));
        Assert.Null((await supervisor.GetPageAsync("/account")).QuerySelector(".site-nav a[href='/admin']"));
    }

    [Theory]
    [InlineData("zh-CN", "系统状态", "图片处理", "检索库", "还没有核验过")]
    [InlineData("en", "State of the system", "Pictures", "Search index", "Never checked")]
    public async Task The_overview_tells_the_state_of_the_system(string language, params string[] texts)
    {
        using var fresh = new WebFactory();
        using var admin = await fresh.SignedInAsAsync(Roles.Admin, language);

        var text = (await admin.GetPageAsync("/admin")).QuerySelector("main")!.Text();

        Assert.All(texts, expected => Assert.Contains(expected, text, StringComparison.Ordinal));
        Assert.Matches(@"\d+(\.\d)? (KiB|MiB)", text);
    }

    [Fact]
    public async Task An_incident_that_does_not_exist_and_an_account_that_does_not_exist_are_not_found()
    {
        using var admin = await factory.SignedInAsAsync(Roles.Admin);

        using var incident = await admin.GetAsync($"/admin/incidents/{Guid.CreateVersion7(WebFactory.Start)}");
        using var person = await admin.GetAsync($"/admin/people/{Guid.CreateVersion7(WebFactory.Start)}");

        Assert.Equal(HttpStatusCode.NotFound, incident.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, person.StatusCode);
    }
}

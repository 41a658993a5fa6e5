using System.Net;
using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Designs;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Tests.Pages.Certificates;

public sealed class VerifyTests(WebFactory factory) : IClassFixture<WebFactory>
{
    [Fact]
    public async Task A_printed_certificate_is_verified_by_its_number()
    {
        var id = await factory.AddRightAsync("ZL202530500021.7", null);
        using var examiner = await factory.SignedInAsAsync(Roles.Examiner, "zh-CN");
        using var issued = await examiner.SubmitAsync(await examiner.GetPageAsync($"/designs/{id}"), "form:has([name=certificate])", []);
        var address = issued.Headers.Location!.ToString();
        var printed = await examiner.GetPageAsync(address);
        var number = await factory.WithDatabaseAsync(db => db.StatusCertificates.Where(c => c.DesignId == id).Select(c => c.Number).SingleAsync());
        var hash = printed.QuerySelector(".certificate code")!.Text();
        Assert.Matches("^[0-9a-f]{64}$", hash);
        Assert.StartsWith("M", printed.QuerySelector("svg.qr path")!.GetAttribute("d"));
        Assert.Equal("核验二维码", printed.QuerySelector("svg.qr")!.GetAttribute("aria-label"));

        using var visitor = factory.CreatePlainClient("zh-CN");
        var verified = await visitor.GetPageAsync($"/verify/{number}");
        Assert.Contains("记载没有变化", verified.QuerySelector(".verdict-stillso")!.Text());
        Assert.Contains(hash, verified.QuerySelector(".verdict")!.Text());
        using var hidden = await visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.Found, hidden.StatusCode);

        using var revoked = await examiner.SubmitAsync(printed, "form:has([name=reason])", new() { ["reason"] = "权利人名称有误" });
        Assert.Contains("已撤销", (await visitor.GetPageAsync($"/verify?number={number}")).QuerySelector(".verdict-revoked")!.Text());
    }

    [Fact]
    public async Task A_number_that_was_never_given_out_is_unknown()
    {
        using var visitor = factory.CreatePlainClient("en");

        var page = await visitor.GetPageAsync("/verify/CX-Z-2026-99999-00000000");

        Assert.Contains("There is no certificate of this number", page.QuerySelector(".verdict-unknown")!.Text());
        Assert.Null(page.QuerySelector(".facts"));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }
}

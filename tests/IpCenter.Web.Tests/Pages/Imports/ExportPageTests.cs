using System.IO.Compression;
using System.Text;
using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Examine;
using IpCenter.Web.Tests.Pages.Register;

namespace IpCenter.Web.Tests.Pages.Imports;

public sealed class ExportPageTests(WebFactory factory) : IClassFixture<WebFactory>
{
    [Fact]
    public async Task The_export_has_the_published_designs_and_no_secret_and_is_recorded()
    {
        await factory.PublishAsync("ZL202630000777.1", "=公开首饰盒", 5);
        await factory.FileAsync("secret");
        using var supervisor = await factory.SignedInAsAsync(Roles.Supervisor, "zh-CN");

        var page = await supervisor.GetPageAsync("/register/export");
        var table = await supervisor.GetStringAsync("/register/export/designs.csv");
        using var archive = new ZipArchive(await supervisor.GetStreamAsync("/register/export/designs.zip"));

        Assert.Contains("现有 1 件设计、1 张图片", page.QuerySelector("main")!.Text(), StringComparison.Ordinal);
        Assert.Equal(2, table.TrimEnd().Split("\r\n").Length);
        Assert.Contains("ZL202630000777.1,'=公开首饰盒,09-03,", table, StringComparison.Ordinal);
        Assert.Equal(["pictures/ZL202630000777.1/01-front.png", "designs.csv"], archive.Entries.Select(e => e.FullName));
        using var reader = new StreamReader(archive.GetEntry("designs.csv")!.Open(), Encoding.UTF8);
        Assert.Contains("主视图=pictures/ZL202630000777.1/01-front.png", await reader.ReadToEndAsync(), StringComparison.Ordinal);
        using var admin = await factory.SignedInAsAsync(Roles.Admin, "zh-CN");
        var trail = (await admin.GetPageAsync("/admin/audit")).QuerySelector(".data-table")!.Text();
        Assert.Contains("导出登记册（表格）", trail, StringComparison.Ordinal);
        Assert.Contains("导出登记册（含图片）", trail, StringComparison.Ordinal);
    }
}

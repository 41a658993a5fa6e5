using System.Net;
using System.Text;
using IpCenter.Casework.People;
using IpCenter.Web.Tests.Infrastructure;
using IpCenter.Web.Tests.Pages.Admin;
using IpCenter.Web.Tests.Pages.Register;
using Microsoft.EntityFrameworkCore;

namespace IpCenter.Web.Tests.Pages.Imports;

public sealed class ImportPageTests(WebFactory factory) : IClassFixture<WebFactory>
{
    [Fact]
    public async Task An_archive_is_imported_every_bad_row_is_told_and_the_rest_stands_in_the_register()
    {
        using var admin = await factory.SignedInAsAsync(Roles.Admin, "zh-CN");

        var address = await admin.SendAsync(Uploads.Archive(), "展会.zip");
        var page = await admin.WhenDoneAsync(address);

        var text = page.QuerySelector("main")!.Text();
        Assert.StartsWith("导入 展会.zip/目录.csv", page.QuerySelector("h1")!.Text(), StringComparison.Ordinal);
        Assert.Contains("已处理 3 / 3 行", text, StringComparison.Ordinal);
        // The Chinese patent has no day of announcement.
        Assert.Equal(["2 新增", "0 更新", "0 未变", "1 退回", "1 有提示", "2 图片"], page.QuerySelectorAll(".import-tiles li").Select(t => t.Text()));
        var refused = page.QuerySelectorAll(".data-table tbody tr").First(r => r.Text().Contains("退回", StringComparison.Ordinal)).Text();
        Assert.Contains("专利号“ZL202430112233.4”：校验位应为“5”。", refused, StringComparison.Ordinal);
        Assert.Contains("产品名称：必须填写。", refused, StringComparison.Ordinal);
        Assert.Contains("分类号“99-99”：洛迦诺分类第 15 版中没有这个分类号。", refused, StringComparison.Ordinal);
        Assert.Contains("UTF-8", text, StringComparison.Ordinal);

        await factory.CatchUpAsync();
        using var visitor = factory.CreatePlainClient("zh-CN");
        var link = (await visitor.GetPageAsync("/register?words=导入马面裙")).QuerySelectorAll(".register-hit h3 a").First(a => a.Text() == "导入马面裙").GetAttribute("href")!;
        var prior = await visitor.GetPageAsync(link);
        Assert.Contains("在先设计：公开于其他来源，不是本登记册的权利", prior.QuerySelector("main")!.Text(), StringComparison.Ordinal);
        Assert.Contains("申请日未知", prior.QuerySelector("dl.facts")!.Text(), StringComparison.Ordinal);
        Assert.Contains("来源春季展会目录", prior.QuerySelector("dl.facts")!.Text(), StringComparison.Ordinal);
        Assert.Contains("视图 1", prior.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
        using var image = await visitor.GetAsync(prior.QuerySelector("main img")!.GetAttribute("src"));
        Assert.Equal(HttpStatusCode.OK, image.StatusCode);
        Assert.Contains("导入首饰盒", (await visitor.GetPageAsync("/register/ZL202430112233.5")).QuerySelector("h1")!.Text(), StringComparison.Ordinal);
        using var byNumber = await visitor.GetAsync("/register/CF-2026-118");
        Assert.Equal(HttpStatusCode.NotFound, byNumber.StatusCode);
    }

    [Fact]
    public async Task The_refused_rows_are_downloaded_with_their_reasons_in_the_language_of_the_reader()
    {
        using var admin = await factory.SignedInAsAsync(Roles.Admin, "en");
        var address = await admin.SendAsync(Encoding.UTF8.GetBytes("number,title,source\n=cmd,\"a,b\",\n"), "bad.csv");
        await admin.WhenDoneAsync(address);

        var table = await admin.GetStringAsync($"{address}/refused.csv");

        Assert.StartsWith("number,title,source,pictures from,problems\r\n'=cmd,\"a,b\",,,", table, StringComparison.Ordinal);
        Assert.Contains("line 2 number “=cmd”: ", table, StringComparison.Ordinal);
        Assert.Contains("source: If the number is not that of a Chinese patent, name the source.", table, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh-CN", "这是 Excel 工作簿或压缩包，不是 CSV。请在 Excel 中“另存为”CSV 后再上传。")]
    [InlineData("en", "This is a workbook or an archive, not CSV. Save it from the spreadsheet as CSV.")]
    public async Task A_file_that_cannot_be_used_is_refused_in_words_and_leaves_nothing(string language, string told)
    {
        using var fresh = new WebFactory();
        using var admin = await fresh.SignedInAsAsync(Roles.Admin, language);

        var address = await admin.SendAsync(Uploads.Zip(("xl/workbook.xml", [1])), "列表.xlsx");

        Assert.StartsWith("/admin/imports/new?refused=", address, StringComparison.Ordinal);
        Assert.Equal([told], (await admin.GetPageAsync(address)).QuerySelectorAll(".error-summary li").Select(e => e.Text()));
        Assert.Equal(0, await fresh.WithDatabaseAsync(db => db.DesignImports.CountAsync()));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(fresh.Storage, "imports"), "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("zh-CN", "专利号,产品名称,分类号,专利权人,用途,简要说明,申请日,授权公告日,届满日,法律状态,来源,图片")]
    [InlineData("en", "number,title,class,owner,use,brief,filed,announced,expires,status,source,pictures")]
    public async Task An_empty_table_is_handed_out_with_the_headings_of_the_readers_language(string language, string headings)
    {
        using var admin = await factory.SignedInAsAsync(Roles.Admin, language);

        Assert.Equal(headings, (await admin.GetStringAsync("/admin/imports/table.csv")).Trim('\uFEFF', '\r', '\n'));
    }

    [Fact]
    public async Task Nothing_chosen_two_archives_or_pictures_that_are_no_archive_are_told()
    {
        using var admin = await factory.SignedInAsAsync(Roles.Admin, "zh-CN");
        var zip = Uploads.Archive();

        Assert.Equal("请选择表格或压缩包。", await ToldAsync(("table", "empty.csv", [])));
        Assert.Equal("两个都是压缩包：表格请放进其中一个，或单独上传 CSV。", await ToldAsync(("table", "a.zip", zip), ("pictures", "b.zip", zip)));
        Assert.Equal("图片请打成 ZIP 压缩包。", await ToldAsync(("table", "a.csv", [65]), ("pictures", "b.rar", [82, 97, 114])));

        async Task<string> ToldAsync(params (string Name, string FileName, byte[] Bytes)[] files)
        {
            using var answer = await admin.SubmitAsync(
                await admin.GetPageAsync("/admin/imports/new"), "form.import-form", [], [.. files.Select(f => (f.Name, f.FileName, f.Bytes, "application/octet-stream"))]);
            return (await admin.GetPageAsync(new Uri(new Uri("http://localhost"), answer.Headers.Location!).PathAndQuery)).QuerySelector(".error-summary li")!.Text();
        }
    }

    [Fact]
    public async Task Files_without_the_forms_token_are_not_even_written_to_the_disk()
    {
        using var fresh = new WebFactory();
        using var admin = await fresh.SignedInAsAsync(Roles.Admin);
        using var body = new MultipartFormDataContent { { new ByteArrayContent(Uploads.Archive()), "table", "a.zip" } };
        using var forged = new MultipartFormDataContent { { new StringContent("forged"), "__RequestVerificationToken" }, { new ByteArrayContent(Uploads.Archive()), "table", "a.zip" } };

        using var refused = await admin.PostAsync("/admin/imports/upload", body);
        using var refusedToo = await admin.PostAsync("/admin/imports/upload", forged);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (refused.StatusCode, refusedToo.StatusCode));
        Assert.False(Directory.Exists(Path.Combine(fresh.Storage, "imports")));
    }

    [Fact]
    public async Task A_dry_run_is_carried_out_with_the_same_files_and_the_import_is_taken_back()
    {
        using var admin = await factory.SignedInAsAsync(Roles.Admin, "zh-CN");
        var table = Uploads.Table.Replace("202430112233.5", "202430112234.3", StringComparison.Ordinal).Replace("CF-2026-118", "CF-9", StringComparison.Ordinal);
        var rehearsal = await admin.SendAsync(Uploads.Archive(table), "预演.zip", isRehearsal: true);
        var page = await admin.WhenDoneAsync(rehearsal);
        Assert.Contains("试运行：以下是将会发生的结果，登记册没有改动。", page.QuerySelector("main")!.Text(), StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync());

        using var carried = await admin.SubmitAsync(page, "form:has([value=CarryOut])", new() { ["Input.Act"] = "CarryOut" });
        var done = await admin.WhenDoneAsync(carried.Place());
        Assert.NotEqual(rehearsal, carried.Place());
        var added = await CountAsync();
        using var undo = await admin.SubmitAsync(done, "form:has([value=Undo])", new() { ["Input.Act"] = "Undo" });
        var undone = await admin.WhenDoneAsync(undo.Place());

        Assert.Equal((1, 0), (added, await CountAsync()));
        Assert.Contains("已撤回 1 件；保留 0 件", undone.QuerySelector("main")!.Text(), StringComparison.Ordinal);
        var trail = (await admin.GetPageAsync("/admin/audit")).QuerySelector(".data-table")!.Text();
        Assert.Contains("撤销导入完成：预演.zip/目录.csv，撤回 1 件，保留 0 件", trail, StringComparison.Ordinal);
        Assert.Contains("导入在先设计完成：新增 1，更新 0，未变 0，退回 2", trail, StringComparison.Ordinal);

        Task<int> CountAsync() => factory.WithDatabaseAsync(db => db.Designs.CountAsync(d => d.PatentNumber == "CF-9" || d.PatentNumber == "ZL202430112234.3"));
    }

    [Fact]
    public async Task A_running_import_follows_by_itself_is_stopped_and_continued()
    {
        var id = await factory.AddStandingAsync();
        using var admin = await factory.SignedInAsAsync(Roles.Admin, "zh-CN");
        var page = await admin.GetPageAsync($"/admin/imports/{id}");
        Assert.Equal("5", page.QuerySelector("head noscript")!.InnerHtml.Split("content=\"")[1][..1]);
        Assert.NotNull(page.QuerySelector("script[src*=progress]"));

        using var stopped = await admin.SubmitAsync(page, "form:has([value=Stop])", new() { ["Input.Act"] = "Stop" });
        Assert.Contains("已请求停止，正在做完手头的几行。", (await admin.GetPageAsync(stopped.Place())).QuerySelector("main")!.Text(), StringComparison.Ordinal);
        // Who ran it is gone.
        await factory.WithDatabaseAsync(db => db.DesignImports.Where(i => i.Id == id).ExecuteUpdateAsync(s => s
            .SetProperty(i => i.State, Casework.Imports.ImportState.Stopped).SetProperty(i => i.StopReason, "disk-full").SetProperty(i => i.LeasedUntil, (DateTimeOffset?)null)));
        page = await admin.GetPageAsync($"/admin/imports/{id}");
        Assert.Contains("磁盘空间不足", page.QuerySelector(".import-stopped")!.Text(), StringComparison.Ordinal);
        using var continued = await admin.SubmitAsync(page, "form:has([value=Continue])", new() { ["Input.Act"] = "Continue" });

        Assert.Contains("已完成", (await admin.WhenDoneAsync(continued.Place())).QuerySelector(".import-progress")!.Text(), StringComparison.Ordinal);
        using var again = await admin.SubmitAsync(page, "form:has([value=Continue])", new() { ["Input.Act"] = "Continue" });
        Assert.Contains("这项导入没有停止，无需继续。", (await again.ReadPageAsync()).QuerySelector(".error-summary")!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Imports_are_the_administrators_and_exports_the_supervisors_too()
    {
        using var admin = await factory.SignedInAsAsync(Roles.Admin);
        using var supervisor = await factory.SignedInAsAsync(Roles.Supervisor);
        using var examiner = await factory.SignedInAsAsync(Roles.Examiner);
        var id = Guid.CreateVersion7(WebFactory.Start);

        foreach (var address in (string[])["/admin/imports", "/admin/imports/new", $"/admin/imports/{id}", $"/admin/imports/{id}/refused.csv"])
        {
            using var refused = await supervisor.GetAsync(address);
            Assert.Equal("/access-denied", refused.Place());
        }
        using var missing = await admin.GetAsync($"/admin/imports/{id}");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        foreach (var address in (string[])["/register/export", "/register/export/designs.csv", "/register/export/designs.zip"])
        {
            using var refused = await examiner.GetAsync(address);
            using var shown = await supervisor.GetAsync(address);
            Assert.Equal(("/access-denied", HttpStatusCode.OK), (refused.Place(), shown.StatusCode));
        }
        Assert.NotNull((await admin.GetPageAsync("/admin")).QuerySelector("main a[href='/admin/imports']"));
    }
}

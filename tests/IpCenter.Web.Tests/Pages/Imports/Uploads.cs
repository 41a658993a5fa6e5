using System.IO.Compression;
using System.Text;
using AngleSharp.Html.Dom;
using IpCenter.Casework.Audit;
using IpCenter.Casework.Data;
using IpCenter.Casework.Imports;
using IpCenter.Testing;
using IpCenter.Web.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace IpCenter.Web.Tests.Pages.Imports;

/// <summary>Sends imports as an administrator does.</summary>
internal static class Uploads
{
    public const string Table = """
        专利号,产品名称,分类号,来源,图片
        ZL202430112233.5,导入首饰盒,09-03,公报 2024-37,主视图=正面.png
        CF-2026-118,导入马面裙,02-02,春季展会目录,图/裙.png
        ZL202430112233.4,,99-99,公报 2024-37,没有.png

        """;

    public static byte[] Archive(string table = Table) => Zip(
        ("目录.csv", Encoding.UTF8.GetBytes(table)), ("正面.png", Pictures.Product(11, size: 200)), ("图/裙.png", Pictures.Product(12, size: 200)));

    public static byte[] Zip(params (string Name, byte[] Bytes)[] entries)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, bytes) in entries)
                using (var stream = zip.CreateEntry(name).Open())
                    stream.Write(bytes);
        return memory.ToArray();
    }

    /// <summary>Sends files by the form; gives the path to which the answer leads.</summary>
    public static async Task<string> SendAsync(this HttpClient admin, byte[] file, string name, bool isRehearsal = false)
    {
        using var answer = await admin.SubmitAsync(
            await admin.GetPageAsync("/admin/imports/new"), "form.import-form", new() { ["rehearsal"] = isRehearsal ? "yes" : null }, ("table", name, file, "application/octet-stream"));
        return new Uri(new Uri("http://localhost"), answer.Headers.Location!).PathAndQuery;
    }

    /// <summary>The page of an import once nothing works on it any more.</summary>
    public static async Task<IHtmlDocument> WhenDoneAsync(this HttpClient admin, string address)
    {
        for (var looks = 0; looks < 300; looks++)
        {
            var page = await admin.GetPageAsync(address);
            if (page.QuerySelector("[data-progress=follow]") is null)
                return page;
            await Task.Delay(200);
        }
        throw new InvalidOperationException($"{address} is never done.");
    }

    /// <summary>An import that somebody else seems to run, so that it stands still.</summary>
    public static async Task<Guid> AddStandingAsync(this WebFactory factory)
    {
        var id = Guid.CreateVersion7(WebFactory.Start);
        var table = Path.Combine(factory.Storage, $"{id}.csv");
        await File.WriteAllTextAsync(table, $"number,title,source\n1-{id},a,展会\n2-{id},b,展会\n");
        await using var scope = factory.Services.CreateAsyncScope();
        var started = await scope.ServiceProvider.GetRequiredService<StartImport>().ExecuteAsync(
            id, new ImportSource(table, "standing.csv", null, null, null, IsReceived: false), isRehearsal: false, new Actor(null, "管理员", WebFactory.Start), default);
        (started.Value.Lease, started.Value.LeasedUntil) = (id, WebFactory.Start.AddDays(9));
        await scope.ServiceProvider.GetRequiredService<CaseworkDbContext>().SaveChangesAsync();
        return id;
    }
}
